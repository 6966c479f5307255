import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../base/errors.js'
import type { FileProblem } from './scenario.js'

/** The files below a directory of scenarios, sorted by path. */
export type FoundFiles = {
  /** Scenario files. A file that is reached in several ways is listed once, by its shortest path. */
  readonly paths: readonly string[]
  /** How many `.json` files there are. */
  readonly others: number
  /** Files and folders that cannot be read. */
  readonly problems: readonly FileProblem[]
  /** Tells which files there are, and which version of each: the same text means that nothing changed. */
  readonly version: string
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error)

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  ELOOP: 'its link leads back to itself',
  ENOENT: 'its link leads nowhere',
}

/** Why a file cannot be read, in plain words. */
export const describeReadError = (error: unknown): string => {
  const code = codeOf(error)
  const reason = Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : code
  return `cannot be read: ${reason}`
}

const isScenarioFile = (name: string) => /\.ya?ml$/.test(name)

/**
 * Looks for scenario files in a directory and the folders below it. Links are followed: Bazel, Nix and Kubernetes link
 * every file. Each real folder is entered once, so a link to a folder above it ends there.
 * @throws UsageError when the directory itself cannot be read
 */
export const findFiles = async (directory: string): Promise<FoundFiles> => {
  const entered = new Set<string>()
  const byRealPath = new Map<string, string>()
  const versions: string[] = []
  const problems: FileProblem[] = []
  let others = 0

  const look = async (path: string, name: string): Promise<string | undefined> => {
    try {
      const found = await stat(path)
      if (found.isDirectory()) return path
      if (found.isFile() && name.endsWith('.json')) others++
      if (!isScenarioFile(name)) return undefined
      if (!found.isFile()) throw new UsageError('it is not a file')
      const real = await realpath(path)
      if (byRealPath.has(real)) return undefined
      byRealPath.set(real, path)
      versions.push(`${path} ${real} ${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`)
    } catch (error) {
      const message = error instanceof UsageError ? `cannot be read: ${error.message}` : describeReadError(error)
      // Other files are not read, so it does not matter that they cannot be.
      if (isScenarioFile(name)) problems.push({ file: path, message, unreadable: true })
    }
    return undefined
  }

  const enter = async (folder: string): Promise<string[]> => {
    const real = await realpath(folder)
    if (entered.has(real)) return []
    entered.add(real)
    const below: string[] = []
    for (const name of (await readdir(folder)).sort()) {
      const path = await look(join(folder, name), name)
      if (path !== undefined) below.push(path)
    }
    return below
  }

  let folders = await enter(directory).catch((error: unknown) => {
    throw new UsageError(`Cannot read the scenarios in '${directory}': ${codeOf(error)}`)
  })
  // One level after the other, so that the shortest path of a file is found first.
  while (folders.length > 0) {
    const below: string[] = []
    for (const folder of folders) {
      try {
        below.push(...(await enter(folder)))
      } catch (error) {
        problems.push({ file: folder, message: describeReadError(error), unreadable: true })
      }
    }
    folders = below
  }
  const version = JSON.stringify([versions, others, problems])
  return { paths: [...byRealPath.values()].sort(), others, problems, version }
}
