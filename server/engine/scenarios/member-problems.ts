import { isDeepStrictEqual } from 'node:util'
import { membersOf, splitId } from './family.js'
import type { ReadScenario } from './read-scenario.js'
import type { FileProblem, Scenario } from './scenario.js'
import { schemaProblems } from './schema-problems.js'

const valueAt = (holder: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce(
      (at: unknown, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Readonly<Record<string, unknown>>)[key]
          : undefined,
      holder,
    )

/**
 * The problems of the members of a family, each with its line.
 * @param file the path in the problems
 * @param made the members
 */
export const memberProblems = (file: string, read: ReadScenario, made: readonly Scenario[]): FileProblem[] => {
  const { varies = '', members } = read.scenario
  const values = membersOf(read.scenario) ?? {}
  return made.flatMap(({ id, group: _group, family: _family, ...scenario }) => {
    const [, name = ''] = splitId(id)
    const line = read.lineOf(['members', Array.isArray(members) ? members.indexOf(name) : name])
    if (!isDeepStrictEqual(valueAt(scenario, varies), values[name]))
      return [{ file, line: read.lineOf(['varies']), message: `the scenario has no place '${varies}' to vary` }]
    return schemaProblems(scenario).map(({ message }) => ({ file, line, message: `${name}: ${message}` }))
  })
}
