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
  type: keyof NonNullable<ResponseConfig['task_results']>,
  document: DocumentChoice,
): TaskResult | undefined =>
  itemsOf(task_results?.[type]).find(({ document_filter }) => allows(document_filter, document))

/** The properties of a check that filters compare. */
export type CheckTarget = {
  readonly documents: readonly DocumentChoice[]
  readonly livenessType?: 'ZOOM' | 'STATIC'
  readonly sources?: Sources
}

/** How often an item of a response config was used. */
export type Used = Map<CheckReport, number>

const isUsedUp = (item: CheckReport, used: Used) => (used.get(item) ?? 0) >= (item.handled_check_limit ?? Infinity)

/**
 * The configured report of a check: the first whose filters fit.
 * @param used what was used before; what has come to its limit is passed over
 */
export const checkReportFor = (
  { check_reports }: ResponseConfig,
  type: Schema<'CheckType'>,
  { documents: [document, other], livenessType, sources }: CheckTarget,
  used: Used = new Map(),
): CheckReport | undefined =>
  itemsOf(check_reports?.[type]).find((item) => {
    const { document_filter, secondary_document_filter, liveness_type, sources_filter } = item
    return (
      !isUsedUp(item, used) &&
      allows(document_filter, document) &&
      allows(secondary_document_filter, other) &&
      (!liveness_type || liveness_type === livenessType) &&
      allowsSources(sources_filter, sources)
    )
  })

/** Whether an item counts for so many checks only. */
export const hasLimits = ({ check_reports }: ResponseConfig): boolean => {
  const { async_report_delay: _delay, ...reports } = check_reports ?? {}
  return Object.values(reports).some((items) => itemsOf(items).some((item) => item.handled_check_limit != null))
}

/** What is left of a response config once some of its items were used. */
export const withoutUsed = (config: ResponseConfig, used: Used): ResponseConfig => {
  const left = (item: CheckReport): CheckReport =>
    item.handled_check_limit == null
      ? item
      : { ...item, handled_check_limit: Math.max(0, item.handled_check_limit - (used.get(item) ?? 0)) }
  const { async_report_delay, ...reports } = config.check_reports ?? {}
  const counted = Object.entries(reports).map(([type, items]) => [
    type,
    items === null || !used.size ? items : itemsOf(items).map(left),
  ])
  return {
    ...config,
    check_reports: { ...Object.fromEntries(counted), ...(async_report_delay !== undefined && { async_report_delay }) },
  }
}
