// Replays the corpus against both servers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replayControl } from './corpus/control.mjs'
import { replayFaults } from './corpus/faults.mjs'
import { replayNotifications } from './corpus/notifications.mjs'
import { replayPages } from './corpus/pages.mjs'
import { replaySandbox } from './corpus/sandbox.mjs'
import { replayScenarios } from './corpus/scenarios.mjs'
import { replaySessions } from './corpus/sessions.mjs'
import { replaySignatures } from './corpus/signatures.mjs'
import { replayUnreadable } from './corpus/unreadable.mjs'
import { createPair } from './pair.mjs'
import { openReceiver } from './receiver.mjs'
import { firstDifference } from './report.mjs'
import { serve } from './servers.mjs'

/** Starts both servers with the same options, plays, and compares what they printed. */
const withServers = async ({ roots, report, receiver }, { name, args = [], env = {}, headers }, play) => {
  const servers = { old: await serve(roots.old, args, env), new: await serve(roots.new, args, env) }
  const ports = { old: servers.old.port, new: servers.new.port }
  const pair = createPair({ ports, receiver, report, headers })
  try {
    await play(pair)
  } finally {
    pair.close()
    const [oldEnd, newEnd] = await Promise.all([servers.old.stop(), servers.new.stop()])
    const linesOf = ({ stdout, stderr, code }) => [...`${stdout}${stderr}`.split('\n'), `exit code ${code}`]
    const [oldLines, newLines] = [
      linesOf(oldEnd),
      linesOf(newEnd).map((line) => line.replaceAll(receiver.urlOfNew, receiver.url)),
    ]
    const group = `output of ${name}`
    for (let nth = 0; nth < Math.max(oldLines.length, newLines.length); nth += 1) {
      const [one = 'nothing', other = 'nothing'] = [oldLines[nth], newLines[nth]]
      report.count(group, `line ${nth + 1}`, pair.ids.same(one, other) ? undefined : firstDifference(one, other))
    }
    report.show(group)
  }
}

export const replayServers = async ({ roots, report, seed }) => {
  const receiver = await openReceiver()
  const key = readFileSync(join(roots.old, 'keys', 'demo-private-key.pem'), 'utf8')
  const all = { roots, report, receiver }
  const plain = { name: 'serve', args: ['--seed', seed, '--log', 'json'] }
  try {
    await withServers(all, plain, async (pair) => {
      await replayScenarios(pair)
      await replaySessions(pair)
      await replayFaults(pair)
      await replayNotifications(pair)
      await replaySignatures(pair, key)
      await replaySandbox(pair)
      await replayPages(pair)
      await replayControl(pair)
      await replayUnreadable(pair)
    })
  } finally {
    await receiver.close()
  }
}
