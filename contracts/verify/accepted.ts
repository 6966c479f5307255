import { readFile } from 'node:fs/promises'
import { UsageError } from '../../server/base/errors.js'
import { didYouMean } from '../../server/base/nearest.js'
import { matchesPattern } from '../../server/base/pattern.js'
import { parseYaml } from '../../server/engine/scenarios/parse-yaml.js'

/** Findings that a team lives with, and why. */
export type Accepted = {
  readonly names: readonly string[]
  /** The reason why a finding is accepted, in all of its stories where it has some; undefined when it is not. */
  readonly because: (name: string, stories?: readonly string[]) => string | undefined
  /** Those of its stories for which nothing accepts it. */
  readonly openOf: (name: string, stories: readonly string[]) => readonly string[]
  /** Names of entries whose stories were played without the finding. */
  readonly unusedIn: (run: PlayedRun) => readonly string[]
}

type PlayedRun = {
  readonly findings: readonly { readonly name: string; readonly stories: readonly string[] }[]
  readonly stories: readonly string[]
  /** Nothing that belongs to a run was left out: an entry that names no story would have been seen. */
  readonly isWhole: boolean
}

type Entry = { readonly finding: string; readonly because: string; readonly stories?: readonly string[] }

const known = ['finding', 'because', 'stories']

/** What is wrong with an entry; nothing when it is one. */
const problemOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return "expected 'finding', a name of the report, and 'because', the reason"
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  if (unknown !== undefined) return `unknown key '${unknown}'.${didYouMean(unknown, known)} Known: ${known.join(', ')}`
  const { finding, because, stories } = value as Partial<Record<keyof Entry, unknown>>
  if (typeof finding !== 'string' || finding.trim() === '') return "'finding' is missing: a name of the report"
  if (typeof because !== 'string' || because.trim() === '')
    return "'because' is missing; expected 'finding', a name of the report, and 'because', the reason"
  const isList = Array.isArray(stories) && stories.every((story) => typeof story === 'string') && stories.length > 0
  return stories === undefined || isList
    ? undefined
    : '\'stories\' takes a list of ids of stories, with * for anything: ["expired-unvisited*"]'
}

const fits = ({ stories }: Entry, story: string) =>
  stories === undefined || stories.some((pattern) => matchesPattern(pattern, story))

const asAccepted = (entries: readonly Entry[]): Accepted => {
  const entriesFor = (name: string, story: string) =>
    entries.filter((entry) => entry.finding === name && fits(entry, story))
  const openOf = (name: string, stories: readonly string[]) =>
    stories.filter((story) => entriesFor(name, story).length === 0)
  return {
    names: entries.map(({ finding }) => finding),
    openOf,
    unusedIn: ({ findings, stories, isWhole }) =>
      entries
        .filter((entry) => (entry.stories === undefined ? isWhole : stories.some((story) => fits(entry, story))))
        .filter(
          (entry) =>
            !findings.some(({ name, stories: of }) => name === entry.finding && of.some((id) => fits(entry, id))),
        )
        .map(({ finding }) => finding),
    because: (name, stories = ['']) => {
      if (openOf(name, stories).length > 0) return undefined
      const reasons = stories.flatMap((story) => entriesFor(name, story).map(({ because }) => because))
      return reasons.length === 0 ? undefined : [...new Set(reasons)].join('; ')
    },
  }
}

/** Nothing is accepted. */
export const nothingAccepted: Accepted = asAccepted([])

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
  if (bytes === undefined) return nothingAccepted
  const parsed = parseYaml(bytes)
  if ('problems' in parsed)
    throw new UsageError(parsed.problems.map(({ line, message }) => `${path}: line ${line}: ${message}`).join('\n'))
  const entries: unknown = parsed.value ?? []
  if (!Array.isArray(entries))
    throw new UsageError(
      `${path}: expected a list of entries with 'finding', a name of the report, and 'because', the reason`,
    )
  const problems = entries.flatMap((entry: unknown, index) => {
    const problem = problemOf(entry)
    return problem === undefined ? [] : [`${path}: entry ${index + 1}: ${problem}`]
  })
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  // Each entry was looked at.
  return asAccepted(entries as readonly Entry[])
}
