import { type CheckType, checkKinds, outcomeProblems } from '../checks/index.js'
import { membersOf, splitId } from './family.js'
import type { ReadScenario } from './read-scenario.js'
import type { Problem, Scenario, ScenarioChecks } from './scenario.js'
import type { Path } from './schema-problems.js'

type Told = { readonly path: Path; readonly message: string }

const problemsIn = (checks: ScenarioChecks | undefined, path: Path, isInvented: boolean): Told[] =>
  Object.entries(checks ?? {}).flatMap(([type, outcome]) =>
    // The keys of checks are types of checks: the schema says so.
    outcomeProblems(checkKinds[type as CheckType], outcome, isInvented).map(({ key, message }) => ({
      path: [...path, 'checks', type, ...(key === undefined ? [] : [key])],
      message,
    })),
  )

const outcomesOf = ({ checks, documents, provenance }: Scenario): Told[] => {
  const isInvented = provenance === 'invented'
  return [
    ...problemsIn(checks, [], isInvented),
    ...documents.flatMap((document, index) => problemsIn(document.checks, ['documents', index], isInvented)),
  ]
}

/**
 * What a file says of checks that Yoti does not document, each told on its own line.
 * @param file the path that problems are told with
 * @param made the scenarios that the file makes
 */
export const checkProblems = (file: string, read: ReadScenario, made: readonly Scenario[]): Problem[] => {
  const names = Object.keys(membersOf(read.scenario) ?? {})
  const placeOf = (id: string): Path | undefined => {
    const [, member] = splitId(id)
    if (member === undefined) return undefined
    return ['members', Array.isArray(read.scenario.members) ? names.indexOf(member) : member]
  }
  return made.flatMap((scenario) => {
    const member = placeOf(scenario.id)
    return outcomesOf(scenario).map(({ path, message }) => ({ file, line: read.lineOf(member ?? path), message }))
  })
}
