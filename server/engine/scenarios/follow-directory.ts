import { basename } from 'node:path'
import { UsageError } from '../../base/errors.js'
import type { Log } from '../../base/log.js'
import type { Catalogue } from './catalogue.js'
import { type DirectoryContent, describeContent, formatProblem, readDirectory } from './read-directory.js'
import type { Scenario } from './scenario.js'
import { watchDirectory } from './watch-directory.js'

type Followed = {
  readonly directory: string
  readonly catalogue: Catalogue
  readonly log: Log
  /** Whether files with mistakes are left out at the start; otherwise they end it, as files that cannot be read always do. */
  readonly startsDegraded: boolean
  /** Called when other scenarios were read. */
  readonly onRead: () => void
}

/** Without the files that have problems, and without the built-in scenarios that they were to replace. */
const usable = ({ scenarios, problems }: DirectoryContent): Scenario[] => {
  const broken = new Set(problems.map(({ file }) => basename(file).replace(/\.ya?ml$/, '')))
  return scenarios.filter(({ id, family }) => !broken.has(family ?? id))
}

const readFirst = (content: DirectoryContent, { directory, catalogue, log, startsDegraded }: Followed) => {
  const problems = content.problems.map(formatProblem)
  const isReadable = content.problems.every(({ unreadable }) => unreadable !== true)
  if (problems.length > 0 && !(startsDegraded && isReadable)) throw new UsageError(problems.join('\n'))
  catalogue.replace(usable(content), problems)
  log.info(`${directory}: ${describeContent(content)}`)
  if (problems.length > 0) log.warn(`${directory}: files with problems are left out until they are mended:`)
  for (const problem of problems) log.warn(problem)
}

const readAgain = (content: DirectoryContent | Error, { directory, catalogue, log, onRead }: Followed) => {
  if (content instanceof Error) {
    catalogue.keepDespite([content.message])
    return log.warn(`${content.message}; the last good scenarios stay`)
  }
  if (content.problems.length === 0) {
    catalogue.replace(content.scenarios)
    onRead()
    return log.info(`scenarios read again: ${directory}: ${describeContent(content)}`)
  }
  const problems = content.problems.map(formatProblem)
  catalogue.keepDespite(problems)
  log.warn(`${directory}: the last good scenarios stay, because of these problems:`)
  for (const problem of problems) log.warn(problem)
}

/**
 * Fills the catalogue from a directory and keeps it up to date.
 * @returns how to stop
 * @throws UsageError for a directory or a file that cannot be read, and for files with mistakes unless `startsDegraded`
 */
export const followDirectory = async (followed: Followed): Promise<() => Promise<void>> => {
  const first = await readDirectory(followed.directory)
  readFirst(first, followed)
  return watchDirectory(followed.directory, first.version, (content) => readAgain(content, followed))
}
