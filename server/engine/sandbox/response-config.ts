import type { Schema } from '../../openapi/schema.js'
import type { DocumentChoice, SessionRequest } from '../model/session.js'

/** What a sandbox client says that is found. Anything may be null or empty, as the clients write it. */
export type ResponseConfig = Schema<'ResponseConfig'>

type TaskResult = Schema<'TaskResult'>
type CheckReport = Schema<'CheckReport'>
type DocumentFilter = Schema<'ResponseDocumentFilter'>
type SourcesFilter = CheckReport['sources_filter']
type Sources = NonNullable<SessionRequest['checks'][number]['config']>['sources']

/** Some keys hold a list, some one item; clients write either, or null. */
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

/** What is said of the extraction of a document's text. */
export const taskResultFor = (
  { task_results }: ResponseConfig,
  type: Schema<'RequestedTask'>['type'],
  document: DocumentChoice,
): TaskResult | undefined =>
  itemsOf(task_results?.[type]).find(({ document_filter }) => allows(document_filter, document))

/** What a check looked at, as far as filters speak of it. */
export type Looked = {
  readonly documents: readonly DocumentChoice[]
  readonly livenessType?: 'ZOOM' | 'STATIC'
  readonly sources?: Sources
}

/** What is said of a check. */
export const checkReportFor = (
  { check_reports }: ResponseConfig,
  type: Schema<'CheckType'>,
  { documents: [document, other], livenessType, sources }: Looked,
): CheckReport | undefined =>
  itemsOf(check_reports?.[type]).find(
    ({ document_filter, secondary_document_filter, liveness_type, sources_filter }) =>
      allows(document_filter, document) &&
      allows(secondary_document_filter, other) &&
      (!liveness_type || liveness_type === livenessType) &&
      allowsSources(sources_filter, sources),
  )
