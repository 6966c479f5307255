import type { Scenario } from './scenario.js'
import type { Told } from './schema-problems.js'
import { spokenOf } from './spoken-of.js'

type Listed = readonly (string | { readonly type: string })[] | undefined

const typesIn = (listed: Listed) => (listed ?? []).map((asked) => (typeof asked === 'string' ? asked : asked.type))

/** A list that has none of what the scenario speaks of. Members of a family may speak of each other's. */
const problemsOfList = (key: 'checks' | 'tasks', listed: Listed, spoken: readonly string[]): Told[] => {
  const types = typesIn(listed)
  if (listed === undefined || spoken.length === 0 || spoken.some((type) => types.includes(type))) return []
  const message = `order.${key} has no ${spoken.join(' or ')}, of which the scenario says what came of it`
  return [{ path: ['order', key], message }]
}

/** What a scenario says of checks or tasks that its own list leaves out, so that nobody would ever see it. */
export const problemsOfOrder = (scenario: Scenario): Told[] => {
  const { order } = scenario
  if (typeof order === 'string') return []
  const { checks, tasks } = spokenOf(scenario)
  return [...problemsOfList('checks', order.checks, checks), ...problemsOfList('tasks', order.tasks, tasks)]
}

const textDataChecks = ['ID_DOCUMENT_TEXT_DATA_CHECK', 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK'] as const

/** What people found in a text that, by the same scenario, a machine read. */
export const problemsOfTextData = ({ checks, documents, order }: Scenario): Told[] => {
  const isAlways = typeof order === 'object' && order.tasks?.some((task) => typeof task === 'object')
  const isLooked = isAlways === true || documents.some(({ text = 'read' }) => text !== 'read')
  if (isLooked) return []
  return textDataChecks
    .filter((type) => [checks, ...documents.map((document) => document.checks)].some((told) => told?.[type]))
    .map((type) => ({
      path: ['checks', type],
      message: `${type} is made only where people look at a text: give a document 'text: reviewed', 'failed' or 'pending'`,
    }))
}
