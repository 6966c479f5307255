import { fileURLToPath } from 'node:url'
import { packageFile } from '../../server/base/package-files.js'
import { describeContent, formatProblem, readDirectory } from '../../server/engine/scenarios/read-directory.js'
import type { CommandResult } from '../command.js'
import type { Settings } from './settings.js'

/** `mock-yoti scenarios lint [DIR]`: the problems of a directory's files, the package's own unless one is given. */
export const lint = async ({ scenarios: own, json }: Settings): Promise<CommandResult> => {
  const content = await readDirectory(own ?? fileURLToPath(packageFile('scenarios/')))
  const { problems } = content
  // The package's own files take nobody's place, and beside them stands their schema.
  const described = describeContent(own === undefined ? { ...content, replaced: [], others: 0 } : content)
  if (json)
    return {
      text: JSON.stringify({ scenarios: content.scenarios.length, problems }, null, 2),
      exitCode: problems.length === 0 ? 0 : 1,
    }
  if (problems.length === 0) return { text: `${described}: no problems`, exitCode: 0 }
  return { text: problems.map(formatProblem).join('\n'), exitCode: 1 }
}
