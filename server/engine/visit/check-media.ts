import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { watchlistSearch } from '../checks/index.js'
import type { SessionRequest } from '../model/session.js'

type Check = Schema<'Check'>

/** Checks of the person's data, not of what was captured. */
const profileChecks: ReadonlySet<Check['type']> = new Set([
  'THIRD_PARTY_IDENTITY',
  'THIRD_PARTY_IDENTITY_FRAUD_1',
  'WATCHLIST_SCREENING',
  'WATCHLIST_ADVANCED_CA',
  'SYNECTICS_IDENTITY_FRAUD',
])

const jsonOf = ({ id, last_updated }: Check, name: string): Schema<'Media'> => ({
  id: deriveId(id, name),
  type: 'JSON',
  created: last_updated,
  last_updated,
})

const hitsIn = ({ breakdown }: Schema<'Report'>) =>
  breakdown
    .flatMap(({ details }) => details.filter(({ name }) => name === 'number_of_hits'))
    .reduce((total, { value }) => total + Number(value), 0)

const withSummary = (check: Check, report: Schema<'Report'>, { checks }: SessionRequest): Check => {
  const hits = hitsIn(report)
  const watchlist_summary = {
    total_hits: hits,
    search_config: watchlistSearch(check.type, checks.find(({ type }) => type === check.type)?.config ?? {}),
    raw_results: { media: jsonOf(check, 'raw_results') },
    associated_country_codes: hits > 0 ? ['GBR'] : [],
  }
  return { ...check, report: { ...report, watchlist_summary } }
}

/** A person who could read the text wrote it down anew. */
const withFields = (check: Check): Check => {
  const [documentId] = check.resources_used
  if (check.report?.recommendation.value !== 'APPROVE' || documentId === undefined) return check
  return { ...check, generated_media: [{ id: deriveId(documentId, 'document_fields'), type: 'JSON' }] }
}

/** A check with what it made besides its verdict: whom it looked for, and what was found on lists. */
export const addMedia = (check: Check, request: SessionRequest): Check => {
  const { report, type } = check
  if (type.endsWith('_TEXT_DATA_CHECK')) return withFields(check)
  if (report === undefined || !profileChecks.has(type)) return check
  const profile = jsonOf(check, 'generated_profile')
  const made = {
    ...check,
    generated_media: [{ id: profile.id, type: profile.type }],
    generated_profile: { media: profile },
  }
  return type.startsWith('WATCHLIST_') ? withSummary(made, report, request) : made
}
