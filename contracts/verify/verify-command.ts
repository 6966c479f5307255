import { access, constants, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../../server/base/errors.js'
import { readBrokerPacts } from './broker-pacts.js'
import { readBuild } from './build.js'
import { type Explanation, explain, rewriteJunit, rewriteReport, rewriteText } from './explain.js'
import { findPactCli } from './find-pact-cli.js'
import { isOfMessages, type Pact, readPactFiles, readPacts } from './pact.js'
import { runVerifier, type Verified } from './run-verifier.js'
import { type Environment, parseSettings, type Settings, verifyOptions } from './settings.js'
import { type Source, sourceOf } from './source.js'
import { type Run, verifierArguments, verifierEnvironment } from './verifier-command.js'

/** What a command prints, and its exit code. */
export type CommandResult = { readonly text: string; readonly exitCode: number }

/** The pacts that were verified; read again, by the same question. */
export const pactsOf = (source: Source, settings: Settings, branch: string | undefined): Promise<Pact[]> =>
  source.kind === 'files' ? readPacts(source.files, source.dirs) : readBrokerPacts(source, settings, branch)

const decidePublishing = ({ publish, description }: Settings, source: Source, env: Environment): boolean => {
  if (publish === true && source.kind === 'files')
    throw new UsageError('--publish true needs a broker: only a pact that comes from one has results there')
  if (publish === true && description !== undefined)
    throw new UsageError('--publish true and --description contradict: a part of a pact is not a verification of it')
  return publish ?? (env['CI'] === 'true' && source.kind !== 'files' && description === undefined)
}

/** @throws UsageError before anything is verified: a report that cannot be written is found out too late otherwise */
const assertWritable = async ({ json, junit }: Settings) => {
  for (const [option, file] of Object.entries({ '--json': json, '--junit': junit }))
    if (file !== undefined)
      await access(dirname(file), constants.W_OK).catch(({ code }: NodeJS.ErrnoException) => {
        throw new UsageError(`${option}: nothing can be written to the folder of ${file} (${code})`)
      })
}

/** @throws UsageError for a pact that was named and is another provider's, or of messages where requests are verified */
const assertOwnPacts = async (source: Extract<Source, { kind: 'files' }>, { provider, webhooks }: Settings) => {
  for (const { file, pact } of await readPactFiles(source.files, [])) {
    if (isOfMessages(pact) && !webhooks) throw new UsageError(`${file} is a pact of notifications: add --webhooks`)
    if (pact.provider.name !== provider)
      throw new UsageError(
        `${file} is a pact with '${pact.provider.name}', not with '${provider}': --provider ${pact.provider.name}`,
      )
  }
  await readPacts([], source.dirs)
}

/** What is asked of a broker only. @throws UsageError for what files have no place for */
const assertSourceTakes = ({ kind }: Source, { selectors, pending, wipSince }: Settings) => {
  const asked = {
    '--selector': selectors.length > 0,
    '--pending': pending !== undefined,
    '--wip-since': wipSince !== undefined,
  }
  const [option] = Object.entries(asked).find(([, isAsked]) => isAsked) ?? []
  if (kind === 'files' && option !== undefined)
    throw new UsageError(`${option} needs a broker: files are verified as they are`)
}

const writeReports = async ({ json, junit }: Settings, { report }: Verified, clearer: readonly Explanation[]) => {
  if (json !== undefined && report !== undefined)
    await writeFile(json, `${JSON.stringify(rewriteReport(report, clearer), null, 2)}\n`)
  const text = junit === undefined ? undefined : await readFile(junit, 'utf8').catch(() => undefined)
  if (junit !== undefined && text !== undefined && report !== undefined)
    await writeFile(junit, rewriteJunit(text, clearer, report))
}

const explainFailures = async ({ report }: Verified, run: Omit<Run, 'report'>): Promise<Explanation[]> => {
  if (report === undefined || report.errors.length + report.pendingErrors.length === 0) return []
  // A broker that fails now must not hide what has failed: then expected values are taken as they stand.
  const pacts = await pactsOf(run.source, run.settings, run.build.branch).catch(() => [])
  return explain(report, pacts, run.stateUrl)
}

const conclude = (
  { exitCode, report, printed }: Verified,
  clearer: readonly Explanation[],
  { settings, publish }: Pick<Run, 'settings' | 'publish'>,
): CommandResult => {
  if (report === undefined) throw new UsageError(`The verifier of Pact did not verify anything:\n${printed.trim()}`)
  const { interactionResults: all, errors, pendingErrors } = report
  const text = rewriteText(printed, clearer, report).trimEnd()
  const nothing = all.length === 0 && errors.length === 0 && !settings.allowNone
  const failed = exitCode !== 0 || nothing
  const found = nothing ? `. There is nothing to verify with ${settings.provider}; --allow-no-pacts lets that pass` : ''
  const counts = [`${all.length} interactions`, `${errors.length} failed`, `${pendingErrors.length} failed but pending`]
  const published = publish && all.length > 0 ? '; results published' : ''
  return { text: `${text}\n\n${counts.join(', ')}${published}${found}`.trimStart(), exitCode: failed ? 1 : 0 }
}

/**
 * `mock-yoti verify`: verifies pacts with the verifier of `@pact-foundation/pact-cli`.
 * @returns exit code 1 when a pact is not kept
 * @throws UsageError for what cannot be understood or started
 */
export const verifyCommand = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  const settings = parseSettings(verifyOptions, argv, env)
  const build = await readBuild(settings, env)
  const source = sourceOf(settings, build.branch, env)
  const publish = decidePublishing(settings, source, env)
  assertSourceTakes(source, settings)
  await assertWritable(settings)
  const program = findPactCli()
  if (source.kind === 'files') await assertOwnPacts(source, settings)
  // The server is most of the start: loaded when there is something to ask of it.
  const { openProvider } = await import('./provider.js')
  const provider = await openProvider(settings)
  try {
    const run = { settings, source, build, publish, providerUrl: provider.url, stateUrl: provider.stateUrl }
    const verified = await runVerifier(program, (report) => ({
      args: verifierArguments({ ...run, report }),
      env: verifierEnvironment({ ...run, report }, env),
    }))
    const clearer = await explainFailures(verified, run)
    await writeReports(settings, verified, clearer)
    return conclude(verified, clearer, { settings, publish })
  } finally {
    await provider.close()
  }
}
