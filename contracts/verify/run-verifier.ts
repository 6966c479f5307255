import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'
import { type Report, readReport } from './report.js'

/** How the verifier ended. */
export type Verified = {
  readonly printed: string
  readonly exitCode: number
  readonly report: Report | undefined
  /** Why the results were not published, as the verifier says it; empty when nothing went wrong. */
  readonly publishErrors: readonly string[]
}

/** The messages of the verifier's log about what it could not publish. Its report and its exit code say nothing of them. */
const publishErrorsIn = (log: string): string[] => {
  const lines = log.split('\n').map((line) => stripVTControlCharacters(line))
  const errors = lines.flatMap((line) => /^\S+Z +ERROR (?:.*?: )??(.*)$/.exec(line)?.[1] ?? [])
  return [...new Set(errors.filter((message) => /publish|push/i.test(message)))]
}

/** Files for one run: where the report goes, and a list of certificates that has none. */
export type RunFiles = { readonly report: string; readonly noCertificates: string }

/** Runs `pact verifier` to its end. @param prepare gives it arguments and environment */
export const runVerifier = async (
  program: string,
  prepare: (files: RunFiles) => { args: string[]; env: Readonly<Record<string, string | undefined>> },
): Promise<Verified> => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-verify-'))
  try {
    const file = join(folder, 'report.json')
    const noCertificates = join(folder, 'none.pem')
    await writeFile(noCertificates, '')
    const { args, env } = prepare({ report: file, noCertificates })
    const child = spawn(program, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const ended = once(child, 'close')
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    const report = await readReport(file)
    const printed = `${out}${err}`
    return { printed, exitCode: typeof code === 'number' ? code : 1, report, publishErrors: publishErrorsIn(printed) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
