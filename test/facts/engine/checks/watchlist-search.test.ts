import { expect, test } from 'vitest'
import { watchlistSearch } from '../../../../server/engine/checks/index.js'

// Yoti docs, "AML" and the fixtures of the Go and Java SDKs: `search_config` of a watchlist report.
const plain = {
  type: 'WITH_YOTI_ACCOUNT',
  remove_deceased: false,
  share_url: false,
  sources: { type: 'TYPE_LIST', types: ['pep', 'fitness-probity', 'warning'] },
  matching_strategy: { type: 'FUZZY', fuzziness: 0.5 },
}

test('a screening names its categories', () => {
  expect(watchlistSearch('WATCHLIST_SCREENING', {})).toEqual({ categories: ['ADVERSE-MEDIA', 'SANCTIONS'] })
  expect(watchlistSearch('WATCHLIST_SCREENING', { categories: ['SANCTIONS'] })).toEqual({ categories: ['SANCTIONS'] })
})

test('an advanced search says how it was made, with what was left out', () => {
  expect(watchlistSearch('WATCHLIST_ADVANCED_CA', {})).toEqual(plain)
  expect(watchlistSearch('WATCHLIST_ADVANCED_CA', { remove_deceased: true, share_url: true, client_ref: 'x' })).toEqual(
    {
      ...plain,
      remove_deceased: true,
      share_url: true,
    },
  )
})

test('sources and strategy are those that were asked for', () => {
  const search = (asked: Parameters<typeof watchlistSearch>[1]) => watchlistSearch('WATCHLIST_ADVANCED_CA', asked)
  expect(search({ sources: { type: 'PROFILE', search_profile: 'ours' } }).sources).toEqual({
    type: 'PROFILE',
    search_profile: 'ours',
  })
  expect(search({ sources: { type: 'PROFILE' } }).sources).toEqual({ type: 'PROFILE' })
  expect(search({ sources: { type: 'TYPE_LIST', types: ['pep'] } }).sources).toEqual({
    type: 'TYPE_LIST',
    types: ['pep'],
  })
  const strategy = (matching_strategy: NonNullable<Parameters<typeof watchlistSearch>[1]['matching_strategy']>) =>
    search({ matching_strategy }).matching_strategy
  // The Node SDK asks for EXACT without `exact_match`, and cannot read an answer without it.
  expect(strategy({ type: 'EXACT' })).toEqual({ type: 'EXACT', exact_match: true })
  expect(strategy({ type: 'EXACT', exact_match: false })).toEqual({ type: 'EXACT', exact_match: false })
  expect(strategy({ type: 'FUZZY', fuzziness: 0.9 })).toEqual({ type: 'FUZZY', fuzziness: 0.9 })
})

test("only an account of one's own has a key, monitoring, a reference and tags", () => {
  const custom = { ...plain, type: 'WITH_CUSTOM_ACCOUNT' as const }
  expect(watchlistSearch('WATCHLIST_ADVANCED_CA', { type: 'WITH_CUSTOM_ACCOUNT' })).toEqual({
    ...custom,
    monitoring: false,
    tags: {},
  })
  const asked = { api_key: 'key', monitoring: true, client_ref: 'ref', tags: { team: 'a' } }
  expect(watchlistSearch('WATCHLIST_ADVANCED_CA', { type: 'WITH_CUSTOM_ACCOUNT', ...asked })).toEqual({
    ...custom,
    ...asked,
  })
})
