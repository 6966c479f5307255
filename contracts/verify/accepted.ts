import { readFile } from 'node:fs/promises'
import { UsageError } from '../../server/base/errors.js'
import { parseYaml } from '../../server/engine/scenarios/parse-yaml.js'

/** Findings that a team lives with, and why. */
export type Accepted = {
  readonly names: readonly string[]
  /** The reason why a finding is accepted; undefined when it is not. */
  readonly because: (name: string) => string | undefined
}

type Entry = { readonly finding: string; readonly because: string }

const isEntry = (value: unknown): value is Entry => {
  const { finding, because } = (value ?? {}) as Partial<Entry>
  return typeof finding === 'string' && typeof because === 'string' && because.trim() !== ''
}

const asAccepted = (entries: readonly Entry[]): Accepted => ({
  names: entries.map(({ finding }) => finding),
  because: (name) => entries.find(({ finding }) => finding === name)?.because,
})

/**
 * Reads a list of accepted findings.
 * @param mustExist whether a missing file is an error; otherwise nothing is accepted
 * @throws UsageError for a file that is no such list
 */
export const readAccepted = async (path: string, mustExist: boolean): Promise<Accepted> => {
  const bytes = await readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT' && !mustExist) return undefined
    throw new UsageError(`${path} cannot be read (${code})`)
  })
  if (bytes === undefined) return asAccepted([])
  const parsed = parseYaml(bytes)
  if ('problems' in parsed)
    throw new UsageError(parsed.problems.map(({ line, message }) => `${path}: line ${line}: ${message}`).join('\n'))
  const entries = parsed.value ?? []
  if (Array.isArray(entries) && entries.every(isEntry)) return asAccepted(entries)
  throw new UsageError(
    `${path}: expected a list of entries with 'finding', a name of the report, and 'because', the reason`,
  )
}
