import { fileURLToPath } from 'node:url'
import { packageFile } from '../../server/base/package-files.js'
import { describeContent, formatProblem, readDirectory } from '../../server/engine/scenarios/read-directory.js'
import type { CommandResult } from '../command.js'
import type { Settings } from './settings.js'

/**
 * `mock-yoti scenarios lint [DIR]`: the problems of a directory's files, the package's own unless one is given. A
 * directory without scenario files is a problem unless that is allowed: often its path is misspelt.
 */
export const lint = async ({ scenarios: own, json, allowEmpty = false }: Settings): Promise<CommandResult> => {
  const content = await readDirectory(own ?? fileURLToPath(packageFile('scenarios/')))
  const { problems } = content
  // The package's own files take nobody's place, and beside them stands their schema.
  const described =
    own === undefined
      ? `mock-yoti's own ${describeContent({ ...content, replaced: [], others: 0 })}`
      : describeContent(content)
  const isEmpty = content.count === 0 && !allowEmpty
  const exitCode = problems.length === 0 && !isEmpty ? 0 : 1
  if (json) return { text: JSON.stringify({ scenarios: content.scenarios.length, problems }, null, 2), exitCode }
  if (isEmpty && problems.length === 0)
    return { text: `${own}: ${described}. If that is right, add --allow-empty`, exitCode }
  if (problems.length === 0) return { text: `${described}: no problems`, exitCode: 0 }
  return { text: problems.map(formatProblem).join('\n'), exitCode: 1 }
}
