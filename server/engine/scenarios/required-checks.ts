import { type CheckType, checkKinds } from '../checks/index.js'
import { kindOf } from '../identity/index.js'
import type { OrderedCheckType, OrderedTaskType, Scenario, ScenarioChecks, ScenarioDocument } from './scenario.js'

/** The checks and tasks that a session must request, so that everything a scenario says takes effect. */
type RequiredChecks = {
  readonly checks: readonly OrderedCheckType[]
  readonly tasks: readonly OrderedTaskType[]
}

/** Whether a check can be requested: a task makes the others. */
const isOrdered = (type: CheckType): type is OrderedCheckType => checkKinds[type].order.task === undefined

/** The types of the checks that have an outcome. A check that is absent need not be requested. */
const typesIn = (checks: ScenarioChecks | undefined): CheckType[] =>
  // The keys of `checks` are types of checks: the schema says so.
  Object.entries(checks ?? {}).flatMap(([type, outcome]) => (outcome === 'absent' ? [] : [type as CheckType]))

const isRead = ({ text, names, fields, fields_id, without }: ScenarioDocument) =>
  [text, names, fields, fields_id, without].some((value) => value !== undefined)

const readingOf = (document: ScenarioDocument): OrderedTaskType[] =>
  isRead(document) ? [`${kindOf({ type: document.asked, kind: document.kind })}_TEXT_DATA_EXTRACTION`] : []

/** What a scenario says of checks and tasks. */
type Speaking = Pick<Scenario, 'checks' | 'documents' | 'familiar_face'>

/** The checks and tasks that a scenario needs: those of which it gives an outcome. */
export const requiredChecks = ({ checks, documents, familiar_face }: Speaking): RequiredChecks => {
  const types = [checks, ...documents.map((document) => document.checks)].flatMap(typesIn)
  if (familiar_face !== undefined) types.push('FAMILIAR_FACE_SEARCH')
  const tasks = [...documents.flatMap(readingOf), ...types.flatMap((type) => checkKinds[type].order.task ?? [])]
  return {
    checks: [...new Set(types.filter(isOrdered))],
    tasks: [...new Set(tasks)],
  }
}

type Requested = {
  readonly checks: readonly { readonly type: string }[]
  readonly tasks: readonly { readonly type: string }[]
}

/** The types that a scenario needs and the create request lacks. */
export const unrequestedChecks = (scenario: Speaking, { checks, tasks }: Requested): string[] => {
  const requested = new Set([...checks, ...tasks].map(({ type }) => type))
  const required = requiredChecks(scenario)
  return [...required.checks, ...required.tasks].filter((type) => !requested.has(type))
}
