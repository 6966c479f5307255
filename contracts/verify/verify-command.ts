import { writeFile } from 'node:fs/promises'
import { UsageError } from '../../server/base/errors.js'
import { BrokerRefusal, readBrokerPacts } from './broker-pacts.js'
import { readBuild } from './build.js'
import {
  assertNoPlugins,
  assertOwnPacts,
  assertSourceTakes,
  assertWritable,
  decidePublishing,
} from './check-request.js'
import { type Explanation, explain } from './explain.js'
import { findPactCli } from './find-pact-cli.js'
import { findBreaks, sayBreaks, type Tomorrow } from './future.js'
import { withoutLogin } from './hide-login.js'
import { hasMessages, type Pact, readPacts } from './pact.js'
import { printReport } from './print-report.js'
import type { Report } from './report.js'
import { type Rest, restsOn, sayRests } from './rests-on.js'
import { runVerifier, type Verified } from './run-verifier.js'
import { type Environment, parseSettings, type Settings, verifyOptions } from './settings.js'
import { type Source, sourceOf } from './source.js'
import { verificationPage } from './verification-page.js'
import { type Run, verifierArguments, verifierEnvironment } from './verifier-command.js'
import { withoutMarks } from './without-marks.js'
import { writeReports } from './write-reports.js'

/** What a command prints, and its exit code. */
export type CommandResult = { readonly text: string; readonly exitCode: number }

/** The pacts that are verified: of files, or of a broker by the question that the verifier asks. */
export const pactsOf = (source: Source, settings: Settings, branch: string | undefined): Promise<Pact[]> =>
  source.kind === 'files' ? readPacts(source.files, source.dirs) : readBrokerPacts(source, settings, branch)

/**
 * The same, before a verifier is run. A broker that cannot be asked from here may still answer the verifier, which knows
 * proxies; one that refuses refuses both.
 */
const findPacts = (source: Source, settings: Settings, branch: string | undefined): Promise<Pact[]> =>
  pactsOf(source, settings, branch).catch((error: Error) => {
    if (source.kind === 'files' || error instanceof BrokerRefusal) throw error
    return []
  })

const countsOf = ({ interactionResults, errors, pendingErrors }: Report) =>
  `${interactionResults.length} ${interactionResults.length === 1 ? 'interaction' : 'interactions'}, ${errors.length} failed, ${pendingErrors.length} failed but pending`

/** What became of the results: said only of what happened. */
const publication = ({ publishErrors }: Verified, publish: boolean, isEmpty: boolean) => {
  if (!publish || isEmpty) return ''
  if (publishErrors.length === 0) return '; results published'
  return `; results NOT published:\n${publishErrors.map((message) => `  ${message}`).join('\n')}`
}

/** A run before the verifier has its files. */
type Prepared = Omit<Run, 'report' | 'noCertificates'>

type Context = {
  readonly run: Pick<Run, 'settings' | 'publish'>
  readonly explanations: readonly Explanation[]
  readonly pacts: readonly Pact[]
  readonly rests: readonly Rest[]
  /** Recordings that could not be read. */
  readonly unread: readonly string[]
  /** What would not be kept tomorrow, where that was asked. */
  readonly future?: Tomorrow
}

const conclude = (
  verified: Verified,
  report: Report,
  { run, explanations, pacts, rests, unread, future }: Context,
): CommandResult => {
  const { settings, publish } = run
  const isEmpty = report.interactionResults.length === 0
  const nothing = isEmpty && report.errors.length === 0 && !settings.allowNone
  const notPublished = publish && verified.publishErrors.length > 0
  const failed = verified.exitCode !== 0 || nothing || notPublished || (future?.breaks.length ?? 0) > 0
  const found = nothing ? `. There is nothing to verify with ${settings.provider}; --allow-no-pacts lets that pass` : ''
  const counts = `${countsOf(report)}${publication(verified, publish, isEmpty)}${found}`
  const saying = future === undefined ? '' : `\n\n${sayBreaks(future, pacts)}`
  const known = [...(rests.length === 0 ? [] : [sayRests(rests)]), ...unread.map((why) => `Not read: ${why}`)]
    .map((line) => `\n${line}`)
    .join('')
  return {
    text: `${printReport(report, explanations, pacts)}\n\n${counts}${known}${saying}`.trimStart(),
    exitCode: failed ? 1 : 0,
  }
}

/** Verifies once more for each change of tomorrow; nothing of it is published. */
const tomorrow = (
  program: string,
  { run, report, pacts, env }: { run: Prepared; report: Report; pacts: readonly Pact[]; env: Environment },
): Promise<Tomorrow> => {
  const { settings, providerUrl, stateUrl } = run
  const { junit: _junit, ...plain } = settings
  const verifyAt = async (url: string) => {
    const at = { ...run, settings: plain, publish: false, providerUrl: url }
    const verified = await runVerifier(program, (files) => ({
      args: verifierArguments({ ...at, ...files }),
      env: verifierEnvironment({ ...at, ...files }, env),
    }))
    if (verified.report === undefined)
      throw new UsageError(`The verifier of Pact did not verify anything:\n${verified.printed.trim()}`)
    return verified.report
  }
  return findBreaks(pacts, report, {
    url: providerUrl,
    stateUrl,
    token: settings.controlToken,
    seed: settings.seed,
    verifyAt,
  })
}

const verify = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  const settings = parseSettings(verifyOptions, argv, env)
  const build = await readBuild(settings, env)
  const source = sourceOf(settings, build.branch, env)
  const publish = decidePublishing(settings, source, env)
  assertSourceTakes(source, settings)
  await assertWritable(settings)
  const program = findPactCli()
  if (source.kind === 'files') await assertOwnPacts(source, settings)
  const pacts = (await findPacts(source, settings, build.branch)).filter(
    ({ provider }) => provider.name === settings.provider,
  )
  assertNoPlugins(pacts)
  // The server is most of the start: loaded when there is something to ask of it.
  const { openProvider } = await import('./provider.js')
  const provider = await openProvider(settings, pacts.some(hasMessages))
  const readable = await withoutMarks(source)
  try {
    const run = {
      settings,
      source: readable.source,
      build,
      publish,
      providerUrl: provider.url,
      stateUrl: provider.stateUrl,
    }
    const verified = await runVerifier(program, (files) => ({
      args: verifierArguments({ ...run, ...files }),
      env: verifierEnvironment({ ...run, ...files }, env),
    }))
    const { report } = verified
    if (report === undefined)
      throw new UsageError(`The verifier of Pact did not verify anything:\n${verified.printed.trim()}`)
    const explanations = await explain(report, pacts, run.stateUrl)
    const { rests, unread } = await restsOn(report, pacts, settings)
    const future = settings.future ? await tomorrow(program, { run, report, pacts, env }) : undefined
    await writeReports(settings, report, explanations, { evidence: rests, pacts, ...(future && { future }) })
    if (settings.html !== undefined)
      await writeFile(
        settings.html,
        withoutLogin(verificationPage(report, explanations, pacts, `${countsOf(report)}. ${sayRests(rests)}`)),
      )
    return conclude(verified, report, { run, explanations, pacts, rests, unread, ...(future && { future }) })
  } finally {
    await readable.remove()
    await provider.close()
  }
}

/** No address is printed with the password in it, whoever wrote the message. */
export const hidingLogins = async (command: () => Promise<CommandResult>): Promise<CommandResult> => {
  try {
    const { text, exitCode } = await command()
    return { text: withoutLogin(text), exitCode }
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(withoutLogin(error.message))
    throw error
  }
}

/**
 * `mock-yoti verify`: verifies pacts with the verifier of `@pact-foundation/pact-cli`.
 * @returns exit code 1 when a pact is not kept
 * @throws UsageError for what cannot be understood or started
 */
export const verifyCommand = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  return hidingLogins(() => verify(argv, env))
}
