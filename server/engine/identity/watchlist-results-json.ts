import { deriveId } from '../../base/ids.js'
import type { Person } from './person.js'

/** A watchlist search: the id of its media, the lists that were searched, and the number of hits. */
type WatchlistResults = { readonly id: string; readonly types: readonly string[]; readonly hits: number }

/** The raw results of a search, in the form that Yoti's page shows. */
export const watchlistResultsJson = ({ fullName }: Person, { id, types, hits }: WatchlistResults): object[] => {
  const search_ref = deriveId(id, 'search')
  const said = { search_term: fullName, total_hits: hits }
  return [
    {
      provider: 'mock-yoti',
      search_types: types,
      search_id: String(Number.parseInt(search_ref.slice(0, 8), 16)),
      search_ref,
      url: `https://watchlist.example/searches/${search_ref}`,
      raw_output: Buffer.from(JSON.stringify(said)).toString('base64'),
    },
  ]
}
