import { problemsOfChecks } from './check-problems.js'
import { problemsOfDocuments, problemsOfVisit } from './document-problems.js'
import { membersOf, splitId } from './family.js'
import { problemsOfOrder, problemsOfTextData } from './order-problems.js'
import type { ReadScenario } from './read-scenario.js'
import type { FileProblem, Scenario } from './scenario.js'
import type { Path, Problem } from './schema-problems.js'

const rules: readonly ((scenario: Scenario) => Problem[])[] = [
  problemsOfDocuments,
  problemsOfVisit,
  problemsOfOrder,
  problemsOfTextData,
  problemsOfChecks,
]

/**
 * Contradictions and mistakes in a file whose form is valid, each with its line.
 * @param file the path in the problems
 * @param made the scenarios that the file makes
 */
export const contentProblems = (file: string, read: ReadScenario, made: readonly Scenario[]): FileProblem[] => {
  const names = Object.keys(membersOf(read.scenario) ?? {})
  const placeOf = (id: string): Path | undefined => {
    const [, member] = splitId(id)
    if (member === undefined) return undefined
    return ['members', Array.isArray(read.scenario.members) ? names.indexOf(member) : member]
  }
  return made.flatMap((scenario) => {
    const member = placeOf(scenario.id)
    return rules
      .flatMap((rule) => rule(scenario))
      .map(({ path, message }) => ({ file, line: read.lineOf(member ?? path), message }))
  })
}
