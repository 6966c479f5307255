import { kindOf } from '../identity/index.js'
import { requiredChecks } from './required-checks.js'
import type { Scenario } from './scenario.js'
import type { Problem } from './schema-problems.js'

type Listed = readonly (string | { readonly type: string })[] | undefined

const typesIn = (listed: Listed) => (listed ?? []).map((asked) => (typeof asked === 'string' ? asked : asked.type))

/** A list that has none of the types that the scenario needs. One is enough, because members of a family share the list. */
const problemsOfList = (key: 'checks' | 'tasks', listed: Listed, required: readonly string[]): Problem[] => {
  const types = typesIn(listed)
  if (listed === undefined || required.length === 0 || required.some((type) => types.includes(type))) return []
  const message = `order.${key} has no ${required.join(' or ')}, of which the scenario says what came of it`
  return [{ path: ['order', key], message }]
}

/** Outcomes of checks or tasks that the scenario's own `order` leaves out, so that they would have no effect. */
export const problemsOfOrder = (scenario: Scenario): Problem[] => {
  const { order } = scenario
  if (typeof order === 'string') return []
  const { checks, tasks } = requiredChecks(scenario)
  return [...problemsOfList('checks', order.checks, checks), ...problemsOfList('tasks', order.tasks, tasks)]
}

const kinds = ['ID_DOCUMENT', 'SUPPLEMENTARY_DOCUMENT'] as const
type Kind = (typeof kinds)[number]

/** Whether people review a text of this kind: the machine could not read it, or `manual_check` is ALWAYS. */
const isReviewed = ({ documents, order }: Scenario, kind: Kind) => {
  const tasks = typeof order === 'object' ? (order.tasks ?? []) : []
  return (
    documents.some(
      (document) =>
        kindOf({ type: document.asked, kind: document.kind }) === kind && (document.text ?? 'read') !== 'read',
    ) ||
    tasks.some(
      (task) =>
        typeof task === 'object' &&
        task.type === `${kind}_TEXT_DATA_EXTRACTION` &&
        task.config['manual_check'] === 'ALWAYS',
    )
  )
}

/** Outcomes of text data checks in scenarios in which nobody reviews a text. */
export const problemsOfTextData = (scenario: Scenario): Problem[] => {
  const { checks, documents } = scenario
  const places: Problem['path'][] = [[], ...documents.map((_, index) => ['documents', index])]
  const outcomes = [checks, ...documents.map((document) => document.checks)]
  return kinds
    .filter((kind) => !isReviewed(scenario, kind))
    .flatMap((kind) => {
      const type = `${kind}_TEXT_DATA_CHECK` as const
      const message = `${type} is made only where people look at a text: give such a document 'text: reviewed', 'failed' or 'pending'`
      return places
        .filter((_, index) => outcomes[index]?.[type] !== undefined)
        .map((place) => ({ path: [...place, 'checks', type], message }))
    })
}
