import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { UsageError } from '../../base/errors.js'
import { builtInSources } from './catalogue.js'
import { contentProblems } from './content-problems.js'
import { splitId } from './family.js'
import { memberProblems } from './member-problems.js'
import { type ReadScenario, readScenario } from './read-scenario.js'
import { resolveScenarios } from './resolve-scenarios.js'
import type { FileProblem, Scenario, ScenarioSource } from './scenario.js'

const fileNames = async (directory: string) => {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const named = (ending: RegExp) =>
      files.filter(({ name }) => ending.test(name)).map((entry) => join(entry.parentPath, entry.name))
    return { paths: named(/\.ya?ml$/).sort(), others: named(/\.json$/).length }
  } catch (error) {
    throw new UsageError(`Cannot read the scenarios in '${directory}': ${(error as NodeJS.ErrnoException).code}`)
  }
}

/** The group of a file: the folders between the directory and it, `own` when there are none. */
const groupOf = (directory: string, path: string) => relative(directory, dirname(path)).replaceAll('\\', '/') || 'own'

/** The scenarios of a directory, which add to the built-in ones or override them. */
export type DirectoryContent = {
  /** All scenarios, the built-in ones included. */
  scenarios: Scenario[]
  /** How many files the directory holds. */
  count: number
  /** How many `.json` files it holds. They are not read. */
  others: number
  /** Ids of its files that replace built-in ones. */
  replaced: string[]
  problems: FileProblem[]
}

/** The files of a directory by id: the usable ones, their paths, and their problems. */
const readFiles = async (directory: string, paths: readonly string[]) => {
  const problems: FileProblem[] = []
  const pathOf: Record<string, string> = {}
  const reads: Record<string, ReadScenario> = {}
  for (const path of paths) {
    const id = basename(path).replace(/\.ya?ml$/, '')
    const { read, problems: found } = readScenario(path, id, await readFile(path, 'utf8'))
    problems.push(...found)
    const earlier = pathOf[id]
    if (earlier !== undefined) problems.push({ file: path, message: `'${id}' is also the name of ${earlier}` })
    if (read !== undefined) reads[id] = read
    pathOf[id] = path
  }
  const sources = Object.entries(reads).map(([id, { scenario }]): [string, ScenarioSource] => [
    id,
    { group: groupOf(directory, pathOf[id] ?? ''), file: scenario },
  ])
  return { reads, pathOf, problems, sources: Object.fromEntries(sources) }
}

/**
 * Reads and checks every `.yaml` file below a directory. Files with problems are left out of `scenarios`.
 * @throws UsageError when the directory cannot be read
 */
export const readDirectory = async (directory: string): Promise<DirectoryContent> => {
  const { paths, others } = await fileNames(directory)
  const { reads, pathOf, problems, sources } = await readFiles(directory, paths)
  const { scenarios, problems: unresolved } = resolveScenarios({ ...builtInSources, ...sources })
  for (const { name, message } of unresolved) {
    const [base = ''] = splitId(reads[name]?.scenario.extends ?? '')
    const file = pathOf[name]
    // A base with problems is reported once, in its own file.
    if (file !== undefined && (pathOf[base] === undefined || reads[base] !== undefined))
      problems.push({ file, line: reads[name]?.lineOf(['extends']) ?? 1, message })
  }
  for (const [id, read] of Object.entries(reads)) {
    const file = pathOf[id] ?? ''
    const made = scenarios.filter((scenario) => scenario.id === id || scenario.family === id)
    const misplaced = read.scenario.members === undefined ? [] : memberProblems(file, read, made)
    // The content is checked only if the form is valid.
    problems.push(...(misplaced.length > 0 ? misplaced : contentProblems(file, read, made)))
  }
  const replaced = Object.keys(reads).filter((id) => id in builtInSources)
  return { scenarios, count: paths.length, others, replaced, problems }
}

/** One line about the content of a directory. */
export const describeContent = ({ count, others, replaced }: DirectoryContent): string => {
  const read = count === 1 ? '1 scenario file' : `${count} scenario files`
  const files = others === 0 ? read : `${read} (.yaml; ${others} .json not read)`
  const also = replaced.length === 1 ? 'takes the place of the built-in one' : 'take the place of built-in ones'
  return replaced.length === 0 ? files : `${files}; ${replaced.join(', ')} ${also}`
}

/** `file:line message`, which editors and CI make into links. */
export const formatProblem = ({ file, line, message }: FileProblem): string => `${file}:${line ?? 1} ${message}`
