import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Report, readReport } from './report.js'

/** How the verifier ended. */
export type Verified = { readonly printed: string; readonly exitCode: number; readonly report: Report | undefined }

/** The log of the verifier, which it mixes with its report; everything in it is in the report too. */
const withoutLog = (printed: string) =>
  printed
    .split('\n')
    .filter((line) => !/^\S+Z +(?:ERROR|WARN|INFO) /.test(line))
    .join('\n')

/** Runs `pact verifier` to its end. @param prepare gives it arguments and environment, by where its report is to go */
export const runVerifier = async (
  program: string,
  prepare: (report: string) => { args: string[]; env: Readonly<Record<string, string | undefined>> },
): Promise<Verified> => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-verify-'))
  try {
    const file = join(folder, 'report.json')
    const { args, env } = prepare(file)
    const child = spawn(program, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const ended = once(child, 'close')
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    const report = await readReport(file)
    const printed = report === undefined ? `${out}${err}` : withoutLog(out)
    return { printed, exitCode: typeof code === 'number' ? code : 1, report }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
