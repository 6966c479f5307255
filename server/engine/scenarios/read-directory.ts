import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, relative } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { escapeControls } from '../../base/escape-controls.js'
import { builtInSources } from './catalogue.js'
import { contentProblems } from './content-problems.js'
import { splitId } from './family.js'
import { describeReadError, findFiles } from './find-files.js'
import { memberProblems } from './member-problems.js'
import { sizeProblem } from './parse-yaml.js'
import { type ReadScenario, readScenario } from './read-scenario.js'
import { resolveScenarios, type UnresolvedFile } from './resolve-scenarios.js'
import type { FileProblem, Scenario } from './scenario.js'

/** The group of a file: the folders between the directory and it, `own` when there are none. */
const groupOf = (directory: string, path: string) => relative(directory, dirname(path)).replaceAll('\\', '/') || 'own'

/** What a directory of scenario files adds to the built-in ones, or overrides. */
export type DirectoryContent = {
  /** All scenarios, the built-in ones included. */
  scenarios: Scenario[]
  /** How many files the directory holds. */
  count: number
  /** How many `.json` files it holds: they are not read. */
  others: number
  /** Ids of its files that take the place of built-in ones. */
  replaced: string[]
  problems: FileProblem[]
  /** Changes with every file of the directory. */
  version: string
}

/** A file of a directory: where it is, and what it says if it can be used. */
type FileOfDirectory = { readonly path: string; readonly read: ReadScenario | undefined }

/** The files of a directory by id, read one by one. */
type FilesById = ReadonlyMap<string, FileOfDirectory>

const nothing = Buffer.alloc(0)

const readOne = async (path: string, id: string) => {
  try {
    const { size } = await stat(path)
    const tooLarge = sizeProblem(size)
    if (tooLarge !== undefined) return { problems: [{ file: path, ...tooLarge }] }
    // Files of `/proc` have no size, and some of them no end.
    return readScenario(path, id, size === 0 ? nothing : await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    return { problems: [{ file: path, message: describeReadError(error), unreadable: true as const }] }
  }
}

const readFiles = async (paths: readonly string[]): Promise<{ files: FilesById; problems: FileProblem[] }> => {
  const problems: FileProblem[] = []
  const files = new Map<string, FileOfDirectory>()
  for (const path of paths) {
    const id = basename(path).replace(/\.ya?ml$/, '')
    const { read, problems: found } = await readOne(path, id)
    problems.push(...found)
    const earlier = files.get(id)
    if (earlier !== undefined) problems.push({ file: path, message: `'${id}' is also the name of ${earlier.path}` })
    files.set(id, { path, read: read ?? earlier?.read })
  }
  return { files, problems }
}

/** Problems with the bases of files. A base that was itself refused is reported once, where it is wrong. */
const baseProblems = (files: FilesById, unresolved: readonly UnresolvedFile[]): FileProblem[] =>
  unresolved.flatMap(({ name, message }) => {
    const { path, read } = files.get(name) ?? {}
    const [base = ''] = splitId(read?.scenario.extends ?? '')
    const ofBase = files.get(base)
    if (path === undefined || (ofBase !== undefined && ofBase.read === undefined)) return []
    return [{ file: path, line: read?.lineOf(['extends']) ?? 1, message }]
  })

const meaningProblems = async (files: FilesById, scenarios: readonly Scenario[]): Promise<FileProblem[]> => {
  const madeBy = new Map<string, Scenario[]>()
  for (const scenario of scenarios) {
    const name = scenario.family ?? scenario.id
    madeBy.set(name, [...(madeBy.get(name) ?? []), scenario])
  }
  const problems: FileProblem[] = []
  for (const [id, { path, read }] of files) {
    if (read === undefined) continue
    const made = madeBy.get(id) ?? []
    const misplaced = read.scenario.members === undefined ? [] : memberProblems(path, read, made)
    // What has the wrong form has no meaning to judge.
    problems.push(...(misplaced.length > 0 ? misplaced : contentProblems(path, read, made)))
    // A server answers requests while it reads its files again.
    await nextTurn()
  }
  return problems
}

/**
 * Reads and checks every `.yaml` file below a directory. Files with problems are left out of `scenarios`.
 * @throws UsageError when the directory cannot be read
 */
export const readDirectory = async (directory: string): Promise<DirectoryContent> => {
  const found = await findFiles(directory)
  const { files, problems } = await readFiles(found.paths)
  const sources = [...files].flatMap(([id, { path, read }]) =>
    read === undefined ? [] : [[id, { group: groupOf(directory, path), file: read.scenario }] as const],
  )
  const { scenarios, problems: unresolved } = resolveScenarios({ ...builtInSources, ...Object.fromEntries(sources) })
  return {
    scenarios,
    count: found.paths.length,
    others: found.others,
    version: found.version,
    replaced: sources.map(([id]) => id).filter((id) => Object.hasOwn(builtInSources, id)),
    problems: [
      ...found.problems,
      ...problems,
      ...baseProblems(files, unresolved),
      ...(await meaningProblems(files, scenarios)),
    ],
  }
}

/** What a directory holds, in a line. */
export const describeContent = ({ count, others, replaced }: DirectoryContent): string => {
  const read = count === 0 ? 'no scenario files' : count === 1 ? '1 scenario file' : `${count} scenario files`
  const files = others === 0 ? read : `${read} (.yaml; ${others} .json not read)`
  const also = replaced.length === 1 ? 'takes the place of the built-in one' : 'take the place of built-in ones'
  return replaced.length === 0 ? files : `${files}; ${replaced.join(', ')} ${also}`
}

/** `file:line message`, as editors and CI jump to it. A message is one line, whatever the file says. */
export const formatProblem = ({ file, line, message }: FileProblem): string =>
  `${file}:${line ?? 1} ${escapeControls(message)}`
