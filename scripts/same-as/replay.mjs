// Replays the corpus against both servers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openReceiver } from '../requests/receiver.mjs'
import { replayControl } from './corpus/control.mjs'
import { replayFaults } from './corpus/faults.mjs'
import { replayGenerated } from './corpus/generated.mjs'
import { replayNotifications } from './corpus/notifications.mjs'
import { replayPages } from './corpus/pages.mjs'
import { replayPrecedence } from './corpus/precedence.mjs'
import { replaySandbox } from './corpus/sandbox.mjs'
import { replayScenarios } from './corpus/scenarios.mjs'
import { replaySessions } from './corpus/sessions.mjs'
import { replaySignatures } from './corpus/signatures.mjs'
import { replayUnreadable } from './corpus/unreadable.mjs'
import { createPair } from './pair.mjs'
import { serve } from './servers.mjs'

/** The lines that a server printed. Where in the code an error was thrown is nobody's business but ours. */
const linesOf = ({ stdout, stderr, code }) => [
  ...`${stdout}${stderr}`.replace(/(?:\\n|\n) {4}at (?:(?!\\n)[^"\n])*/g, '').split('\n'),
  `exit code ${code}`,
]

/** @typedef {{ name: string, args?: string[], env?: Record<string, string>, headers?: Record<string, string> }} Start */

/** Starts both servers with the same options, plays, and compares what they printed. */
const withServers = async (
  { roots, report, receiver },
  /** @type {Start} */ { name, args = [], env = {}, headers },
  play,
) => {
  const servers = { old: await serve(roots.old, args, env), new: await serve(roots.new, args, env) }
  const ports = { old: servers.old.port, new: servers.new.port }
  const pair = createPair({ ports, receiver, report, headers })
  try {
    await play(pair)
  } finally {
    pair.close()
    const [oldEnd, newEnd] = await Promise.all([servers.old.stop(), servers.new.stop()])
    const [oldLines, newLines] = [linesOf(oldEnd), linesOf(newEnd)]
    const group = `output of ${name}`
    for (let nth = 0; nth < Math.max(oldLines.length, newLines.length); nth += 1)
      report.count(group, `line ${nth + 1}`, pair.differ(oldLines[nth] ?? 'nothing', newLines[nth] ?? 'nothing'))
    report.show(group)
  }
}

/** The parts of the corpus, in their order: the first teaches which ids never change. */
export const corpus = {
  scenarios: replayScenarios,
  sessions: replaySessions,
  faults: replayFaults,
  notifications: replayNotifications,
  signatures: replaySignatures,
  sandbox: replaySandbox,
  pages: replayPages,
  control: replayControl,
  unreadable: replayUnreadable,
  precedence: replayPrecedence,
  generated: replayGenerated,
}

/** @param wanted whether a part of the corpus is asked for, by its name */
export const replayServers = async ({ roots, report, seed, requests, wanted }) => {
  const parts = Object.entries(corpus).filter(([name]) => wanted(name))
  if (parts.length === 0) return
  const receiver = await openReceiver()
  const key = readFileSync(join(roots.old, 'keys', 'demo-private-key.pem'), 'utf8')
  const plain = { name: 'serve', args: ['--seed', seed, '--log', 'json'] }
  try {
    await withServers({ roots, report, receiver }, plain, async (pair) => {
      for (const [, replay] of parts) await replay(pair, { key, seed, count: requests })
    })
  } finally {
    await receiver.close()
  }
}
