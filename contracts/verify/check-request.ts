import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../../server/base/errors.js'
import { type Pact, readPactFiles, readPacts } from './pact.js'
import type { Environment, Settings } from './settings.js'
import type { Source } from './source.js'

/**
 * Whether the results go to the broker.
 * @throws UsageError where they cannot
 */
export const decidePublishing = ({ publish, description }: Settings, source: Source, env: Environment): boolean => {
  if (publish === true && source.kind === 'files')
    throw new UsageError('--publish true needs a broker: only a pact that comes from one has results there')
  if (publish === true && description !== undefined)
    throw new UsageError('--publish true and --description contradict: a part of a pact is not a verification of it')
  return publish ?? (env['CI'] === 'true' && source.kind !== 'files' && description === undefined)
}

/** @throws UsageError before anything is verified: a report that cannot be written is found out too late otherwise */
export const assertWritable = async ({
  json,
  junit,
  html,
}: Pick<Settings, 'json' | 'junit' | 'html'>): Promise<void> => {
  for (const [option, file] of Object.entries({ '--json': json, '--junit': junit, '--html': html }))
    if (file !== undefined)
      await access(dirname(file), constants.W_OK).catch(({ code }: NodeJS.ErrnoException) => {
        throw new UsageError(`${option}: nothing can be written to the folder of ${file} (${code})`)
      })
}

/** @throws UsageError for a pact that was named and is another provider's */
export const assertOwnPacts = async (
  source: Extract<Source, { kind: 'files' }>,
  { provider }: Settings,
): Promise<void> => {
  for (const { file, pact } of await readPactFiles(source.files, []))
    if (pact.provider.name !== provider)
      throw new UsageError(
        `${file} is a pact with '${pact.provider.name}', not with '${provider}': --provider ${pact.provider.name}`,
      )
  await readPacts([], source.dirs)
}

const places: Readonly<Record<Exclude<Source['kind'], 'broker'>, string>> = {
  files: 'needs a broker: files are verified as they are',
  webhook: 'chooses pacts of a broker; --pact-url (PACT_URL) names one pact',
}

/** What is asked of a broker only. @throws UsageError for what this source has no place for */
export const assertSourceTakes = ({ kind }: Source, { selectors, pending, wipSince }: Settings): void => {
  if (kind === 'broker') return
  const given = {
    '--selector': selectors.length > 0,
    '--pending': pending !== undefined,
    '--wip-since': wipSince !== undefined,
  }
  const [option] = Object.entries(given).find(([, isGiven]) => isGiven) ?? []
  if (option !== undefined) throw new UsageError(`${option} ${places[kind]}`)
}

/** @throws UsageError for pacts that only a plugin of Pact understands: a verifier would download it */
export const assertNoPlugins = (pacts: readonly Pact[]): void => {
  for (const { consumer, metadata } of pacts) {
    const [plugin] = metadata?.plugins ?? []
    if (plugin !== undefined)
      throw new UsageError(
        `The pact of ${consumer.name} needs the Pact plugin '${plugin.name}'. mock-yoti verifies HTTP and messages, without plugins`,
      )
  }
}
