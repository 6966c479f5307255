import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { checkKinds, watchlistSearch } from '../checks/index.js'
import type { SessionRequest } from '../model/session.js'

type Check = Schema<'Check'>

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

/** A text data check that approves has the document's fields as media: a person wrote them down again. */
const withFields = (check: Check): Check => {
  const [documentId] = check.resources_used
  if (check.report?.recommendation.value !== 'APPROVE' || documentId === undefined) return check
  return { ...check, generated_media: [{ id: deriveId(documentId, 'document_fields'), type: 'JSON' }] }
}

/** A check with its media: the profile that it looked for, and the hits of a watchlist search. */
export const addMedia = (check: Check, request: SessionRequest): Check => {
  const { report, type } = check
  const { order, makesProfile } = checkKinds[type]
  if (order.task !== undefined) return withFields(check)
  if (report === undefined || makesProfile !== true) return check
  const profile = jsonOf(check, 'generated_profile')
  const made = {
    ...check,
    generated_media: [{ id: profile.id, type: profile.type }],
    generated_profile: { media: profile },
  }
  return type.startsWith('WATCHLIST_') ? withSummary(made, report, request) : made
}
