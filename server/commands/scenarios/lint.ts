import { fileURLToPath } from 'node:url'
import { packageFile } from '../../package-files.js'
import { formatProblem, readDirectory } from '../../scenarios/read-directory.js'
import type { CommandResult } from './settings.js'

/** `mock-yoti scenarios lint [DIR]`: the problems of a directory's files, the package's own unless one is given. */
export const lint = async (directory: string = fileURLToPath(packageFile('scenarios/'))): Promise<CommandResult> => {
  const { count, problems } = await readDirectory(directory)
  if (problems.length === 0) return { text: `${count} scenario files, no problems`, exitCode: 0 }
  return { text: problems.map(formatProblem).join('\n'), exitCode: 1 }
}
