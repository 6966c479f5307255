import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { readSession } from '../support/answers.js'
import { atHomeOrder, type Order } from '../support/orders.js'
import { openTarget } from '../support/server.js'

type Asked = NonNullable<Order['requested_checks']>

/** What a visited session at home says of the checks that were asked for. */
const visited = async (requested_checks: Asked) => {
  const target = await openTarget()
  const body = JSON.stringify(atHomeOrder({ requested_checks }))
  const created = await fetch(`${target.apiUrl}/sessions`, { method: 'POST', body })
  expect(created.status, await created.clone().text()).toBe(201)
  const id = ((await created.json()) as Schema<'CreatedSession'>).session_id
  await target.control.sessions.visit(id)
  const { checks } = await readSession(target.apiUrl, id)
  const json = async (mediaId = ''): Promise<unknown> =>
    (await fetch(`${target.apiUrl}/sessions/${id}/media/${mediaId}/content`)).json()
  return { checks, json, [Symbol.asyncDispose]: target.close }
}

const ofThePerson = [
  'THIRD_PARTY_IDENTITY',
  'THIRD_PARTY_IDENTITY_FRAUD_1',
  'WATCHLIST_SCREENING',
  'WATCHLIST_ADVANCED_CA',
  'SYNECTICS_IDENTITY_FRAUD',
] as const

test.each(ofThePerson)('%s shows whom it looked for, in its generated media too', async (type) => {
  await using session = await visited([{ type, config: {} }])
  const check = session.checks.find((one) => one.type === type)
  expect(check?.report?.recommendation).toEqual({ value: 'APPROVE' })
  const { id } = check?.generated_profile?.media ?? {}
  expect(check?.generated_media).toEqual([{ id, type: 'JSON' }])
  expect(await session.json(id)).toMatchObject({ full_name: expect.any(String), date_of_birth: expect.any(String) })
})

test('checks of what was captured make no profile', async () => {
  await using session = await visited([{ type: 'ID_DOCUMENT_AUTHENTICITY' }, { type: 'ID_DOCUMENT_COMPARISON' }])
  for (const check of session.checks) expect(check).not.toHaveProperty('generated_profile')
})

const summaryOf = ({ checks }: { checks: readonly Schema<'Check'>[] }, type: Schema<'CheckType'>) =>
  checks.find((check) => check.type === type)?.report?.watchlist_summary

test('a screening tells what was searched and that nothing was found', async () => {
  await using session = await visited([{ type: 'WATCHLIST_SCREENING', config: { categories: ['SANCTIONS'] } }])
  const summary = summaryOf(session, 'WATCHLIST_SCREENING')
  expect(summary).toEqual({
    total_hits: 0,
    search_config: { categories: ['SANCTIONS'] },
    raw_results: { media: expect.objectContaining({ type: 'JSON' }) },
    associated_country_codes: [],
  })
  expect(await session.json(summary?.raw_results.media.id)).toEqual([
    {
      provider: expect.any(String),
      search_types: ['SANCTIONS'],
      search_id: expect.stringMatching(/^\d+$/),
      search_ref: expect.any(String),
      url: expect.stringMatching(/^https:/),
      raw_output: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
    },
  ])
})

test.each<[string, Asked[number]['config'], Partial<Schema<'WatchlistSearchConfig'>>]>([
  [
    'Java leaves the whole config out',
    undefined,
    {
      type: 'WITH_YOTI_ACCOUNT',
      remove_deceased: false,
      share_url: false,
      sources: { type: 'TYPE_LIST', types: ['pep', 'fitness-probity', 'warning'] },
      matching_strategy: { type: 'FUZZY', fuzziness: 0.5 },
    },
  ],
  [
    'Node asks for EXACT without exact_match and could not read an answer without it',
    { type: 'WITH_YOTI_ACCOUNT', matching_strategy: { type: 'EXACT' } },
    { matching_strategy: { type: 'EXACT', exact_match: true } },
  ],
  [
    'PHP has an account of its own, with empty tags and nulls',
    { type: 'WITH_CUSTOM_ACCOUNT', api_key: 'key', monitoring: true, client_ref: null, tags: {} },
    { type: 'WITH_CUSTOM_ACCOUNT', api_key: 'key', monitoring: true, tags: {} },
  ],
])('an advanced search is told as it was asked for: %s', async (_client, config, told) => {
  await using session = await visited([{ type: 'WATCHLIST_ADVANCED_CA', ...(config && { config }) }])
  expect(summaryOf(session, 'WATCHLIST_ADVANCED_CA')?.search_config).toMatchObject(told)
})
