import { type CheckType, checkKinds, outcomeProblems } from '../checks/index.js'
import type { Scenario, ScenarioChecks } from './scenario.js'
import type { Path, Problem } from './schema-problems.js'

const problemsIn = (checks: ScenarioChecks | undefined, path: Path, isUndocumented: boolean): Problem[] =>
  Object.entries(checks ?? {}).flatMap(([type, outcome]) =>
    // The keys of checks are types of checks: the schema says so.
    outcomeProblems(checkKinds[type as CheckType], outcome, isUndocumented).map(({ key, message }) => ({
      path: [...path, 'checks', type, ...(key === undefined ? [] : [key])],
      message,
    })),
  )

/** Outcomes of checks that Yoti does not document, or that contradict themselves. */
export const problemsOfChecks = ({ checks, documents, provenance }: Scenario): Problem[] => {
  // What was observed was seen, whether Yoti's pages have it or not.
  const isUndocumented = provenance !== 'documented'
  return [
    ...problemsIn(checks, [], isUndocumented),
    ...documents.flatMap((document, index) => problemsIn(document.checks, ['documents', index], isUndocumented)),
  ]
}
