import { kindOfDocument } from '../identity/index.js'
import type { OrderedCheckType, OrderedTaskType, Scenario, ScenarioChecks, ScenarioDocument } from './scenario.js'

/** What a session must be asked for, or something that a scenario says of it comes to nothing. */
export type RequiredChecks = {
  readonly checks: readonly OrderedCheckType[]
  readonly tasks: readonly OrderedTaskType[]
}

const taskOfCheck = {
  ID_DOCUMENT_TEXT_DATA_CHECK: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION',
  SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK: 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION',
} as const

type TextDataCheck = keyof typeof taskOfCheck

const isTextDataCheck = (type: string): type is TextDataCheck => type in taskOfCheck

const typesIn = (checks: ScenarioChecks | undefined): (OrderedCheckType | TextDataCheck)[] =>
  // The keys of checks are types of checks: the schema says so.
  Object.entries(checks ?? {}).flatMap(([type, outcome]) =>
    outcome === 'absent' ? [] : [type as OrderedCheckType | TextDataCheck],
  )

const isRead = ({ text, names, fields, fields_id, without }: ScenarioDocument) =>
  [text, names, fields, fields_id, without].some((value) => value !== undefined)

const readingOf = (document: ScenarioDocument): OrderedTaskType[] =>
  isRead(document) ? [`${kindOfDocument(document.asked)}_TEXT_DATA_EXTRACTION`] : []

/** The checks and tasks that a scenario speaks of; to say that a check is absent needs none. */
export const requiredChecks = ({ checks, documents }: Pick<Scenario, 'checks' | 'documents'>): RequiredChecks => {
  const types = [checks, ...documents.map((document) => document.checks)].flatMap(typesIn)
  const tasks = [
    ...documents.flatMap(readingOf),
    ...types.flatMap((type) => (isTextDataCheck(type) ? [taskOfCheck[type]] : [])),
  ]
  return {
    checks: [...new Set(types.flatMap((type) => (isTextDataCheck(type) ? [] : [type])))],
    tasks: [...new Set(tasks)],
  }
}

type Requested = {
  readonly checks: readonly { readonly type: string }[]
  readonly tasks: readonly { readonly type: string }[]
}

/** The types that a scenario speaks of and that nobody asked for. */
export const unrequestedChecks = (
  scenario: Pick<Scenario, 'checks' | 'documents'>,
  { checks, tasks }: Requested,
): string[] => {
  const requested = new Set([...checks, ...tasks].map(({ type }) => type))
  const required = requiredChecks(scenario)
  return [...required.checks, ...required.tasks].filter((type) => !requested.has(type))
}
