import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UsageError } from '../errors.js'
import { builtInFiles } from './catalogue.js'
import { readScenario } from './read-scenario.js'
import { type Problem, resolveScenarios, type Scenario, type ScenarioFile } from './scenario.js'

const fileNames = async (directory: string) => {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    throw new UsageError(`Cannot read the scenarios in '${directory}': ${(error as NodeJS.ErrnoException).code}`)
  }
}

/** What a directory of scenario files adds to the built-in ones, or overrides. */
export type DirectoryContent = {
  /** All scenarios, the built-in ones included. */
  scenarios: Scenario[]
  /** How many files the directory holds. */
  count: number
  problems: Problem[]
}

/**
 * Reads and checks every `.yaml` file below a directory. Files with problems are left out of `scenarios`.
 * @throws UsageError when the directory cannot be read
 */
export const readDirectory = async (directory: string): Promise<DirectoryContent> => {
  const problems: Problem[] = []
  const files: Record<string, ScenarioFile> = {}
  const pathOf: Record<string, string> = {}
  const paths = await fileNames(directory)
  for (const path of paths) {
    const id = basename(path).replace(/\.ya?ml$/, '')
    const read = readScenario(path, id, await readFile(path, 'utf8'))
    problems.push(...read.problems)
    const earlier = pathOf[id]
    if (earlier !== undefined) problems.push({ file: path, message: `'${id}' is also the name of ${earlier}` })
    if (read.scenario !== undefined) files[id] = read.scenario
    pathOf[id] = path
  }
  const resolved = resolveScenarios({ ...builtInFiles, ...files })
  for (const { id, message } of resolved.problems) {
    const file = pathOf[id]
    // A base that was itself refused is told once, where it is wrong.
    if (
      file !== undefined &&
      !(files[id]?.extends !== undefined && pathOf[files[id].extends] && !files[files[id].extends])
    )
      problems.push({ file, message })
  }
  return { scenarios: resolved.scenarios, count: paths.length, problems }
}

/** `file:line message`, as editors and CI jump to it. */
export const formatProblem = ({ file, line, message }: Problem): string => `${file}:${line ?? 1} ${message}`
