import type { Schema } from '../../openapi/schema.js'

type Asked = NonNullable<Schema<'RequestedCheck'>['config']>
type Search = Schema<'WatchlistSearchConfig'>

const sourcesOf = ({ sources }: Asked): NonNullable<Search['sources']> =>
  sources?.type === 'PROFILE'
    ? { type: 'PROFILE', ...(sources.search_profile !== undefined && { search_profile: sources.search_profile }) }
    : { type: 'TYPE_LIST', types: sources?.types ?? ['pep', 'fitness-probity', 'warning'] }

const strategyOf = ({ matching_strategy: asked }: Asked): NonNullable<Search['matching_strategy']> =>
  // The Node SDK asks for EXACT without `exact_match`, and cannot read an answer without it.
  asked?.type === 'EXACT'
    ? { type: 'EXACT', exact_match: asked.exact_match ?? true }
    : { type: 'FUZZY', fuzziness: asked?.fuzziness ?? 0.5 }

const customAccount = ({ api_key, monitoring, client_ref, tags }: Asked): Search => ({
  ...(typeof api_key === 'string' && { api_key }),
  monitoring: monitoring ?? false,
  ...(typeof client_ref === 'string' && { client_ref }),
  tags: tags ?? {},
})

/** The configuration of a watchlist search: that of the create request, with defaults for what SDKs leave out. */
export const watchlistSearch = (type: Schema<'CheckType'>, asked: Asked): Search => {
  if (type === 'WATCHLIST_SCREENING') return { categories: asked.categories ?? ['ADVERSE-MEDIA', 'SANCTIONS'] }
  const account = asked.type ?? 'WITH_YOTI_ACCOUNT'
  return {
    type: account,
    remove_deceased: asked.remove_deceased ?? false,
    share_url: asked.share_url ?? false,
    sources: sourcesOf(asked),
    matching_strategy: strategyOf(asked),
    ...(account === 'WITH_CUSTOM_ACCOUNT' && customAccount(asked)),
  }
}
