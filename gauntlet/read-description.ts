import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../server/base/errors.js'
import { parseYaml } from '../server/engine/scenarios/parse-yaml.js'
import { lineAt } from '../server/engine/scenarios/read-scenario.js'
import { schemaProblems } from '../server/engine/scenarios/schema-problems.js'
import type { Description } from './description.js'
import { unknownNames } from './description-names.js'
import { validateDescription } from './generated/validator.js'

const refuse = (path: string, problems: readonly string[]): never => {
  throw new UsageError(problems.map((problem) => `${path}: ${problem}`).join('\n'))
}

/** What the schema cannot say: which keys need each other. */
const missing = ({ module, begin, observe, words, service }: Omit<Description, 'directory'>): string[] => {
  const ways = (['request', 'command', 'log', 'callback'] as const).filter((way) => observe?.[way] !== undefined)
  if (module === undefined && begin === undefined)
    return ["'begin' is missing: the request that makes the service verify a person"]
  if (module === undefined && observe === undefined)
    return ["'observe' is missing: where the decision of the service can be seen"]
  if (observe !== undefined && ways.length !== 1)
    return [`observe has ${ways.join(' and ') || 'neither request, command, log nor callback'}; expected one of them`]
  if (observe !== undefined && words === undefined)
    return ["'words' is missing: which words of the service mean pass, fail, pending"]
  if (service.run === undefined && service.url === undefined && module === undefined)
    return ["'service' needs run, the command that starts it, or url, where it answers already"]
  return []
}

/**
 * Reads the description of a service.
 * @throws UsageError with a line for each problem
 */
export const readDescription = async (path: string): Promise<Description> => {
  const bytes = await readFile(path).catch(() => refuse(path, ['cannot be read. docs/gauntlet.md says what it has']))
  const parsed = parseYaml(bytes)
  if ('problems' in parsed)
    return refuse(
      path,
      parsed.problems.map(({ line, message }) => `line ${line}: ${message}`),
    )
  const problems = schemaProblems(parsed.value, validateDescription)
  if (problems.length > 0)
    return refuse(
      path,
      problems.map(({ path: place, message }) => `line ${lineAt(parsed, place)}: ${message}`),
    )
  // The schema was checked.
  const value = { service: {}, ...(parsed.value as Omit<Description, 'directory' | 'service'>) }
  const lacks = [...missing(value), ...unknownNames(value)]
  return lacks.length > 0 ? refuse(path, lacks) : { ...value, directory: dirname(resolve(path)) }
}
