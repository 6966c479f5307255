import type { Schema } from '../../openapi/schema.js'
import type { SessionRequest } from '../model/session.js'
import type { DocumentChoice } from '../reference/document-choice.js'

/** A sandbox client's configuration of results. Clients may write null or an empty value for any key. */
export type ResponseConfig = Schema<'ResponseConfig'>

type TaskResult = Schema<'TaskResult'>
type CheckReport = Schema<'CheckReport'>
type DocumentFilter = Schema<'ResponseDocumentFilter'>
type SourcesFilter = CheckReport['sources_filter']
type Sources = NonNullable<SessionRequest['checks'][number]['config']>['sources']

/** The items of a key that may hold a list, one item, or null. */
const itemsOf = <Item extends object>(items: Item | readonly (Item | null)[] | null | undefined): readonly Item[] => {
  if (items === null || items === undefined) return []
  return 'length' in items ? items.filter((item) => item !== null) : [items]
}

const lists = (list: readonly string[] | null | undefined, value: string) => !list?.length || list.includes(value)

const allows = (filter: DocumentFilter | undefined, document: DocumentChoice | undefined) => {
  if (document !== undefined)
    return lists(filter?.document_types, document.type) && lists(filter?.country_codes, document.country)
  return !filter?.document_types?.length && !filter?.country_codes?.length
}

const allowsSources = (filter: SourcesFilter, sources: Sources) => {
  if (!filter?.type) return true
  if (filter.type !== sources?.type) return false
  if (filter.type === 'PROFILE') return !filter.search_profile || filter.search_profile === sources.search_profile
  return (filter.types ?? []).every((type) => sources.types?.includes(type) === true)
}

/** The configured result of a document's text extraction. */
export const taskResultFor = (
  { task_results }: ResponseConfig,
  type: Schema<'RequestedTask'>['type'],
  document: DocumentChoice,
): TaskResult | undefined =>
  itemsOf(task_results?.[type]).find(({ document_filter }) => allows(document_filter, document))

/** The properties of a check that filters compare. */
export type CheckTarget = {
  readonly documents: readonly DocumentChoice[]
  readonly livenessType?: 'ZOOM' | 'STATIC'
  readonly sources?: Sources
}

/** The configured report of a check: the first whose filters fit. */
export const checkReportFor = (
  { check_reports }: ResponseConfig,
  type: Schema<'CheckType'>,
  { documents: [document, other], livenessType, sources }: CheckTarget,
): CheckReport | undefined =>
  itemsOf(check_reports?.[type]).find(
    ({ document_filter, secondary_document_filter, liveness_type, sources_filter }) =>
      allows(document_filter, document) &&
      allows(secondary_document_filter, other) &&
      (!liveness_type || liveness_type === livenessType) &&
      allowsSources(sources_filter, sources),
  )
