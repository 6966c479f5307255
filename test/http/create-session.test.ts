import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { atHomeOrder, inBranchOrder, type Order } from '../support/orders.js'
import { openTarget, startServer } from '../support/server.js'
import { sendOrder } from '../support/signed-order.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

const post = async (body: string | object, headers: Record<string, string> = {}) => {
  const response = await fetch(`${target.apiUrl}/sessions`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  })
  const answer = (await response.json()) as { code?: string; errors?: { property: string; message: string }[] }
  expectDocumented('yoti', 'createSession', response.status, answer)
  return { status: response.status, answer }
}

const supplementary = { type: 'SUPPLEMENTARY_DOCUMENT' as const, objective: { type: 'PROOF_OF_ADDRESS' as const } }

test.each<[string, Order]>([
  ['an in-branch order', inBranchOrder()],
  ['an at-home order', atHomeOrder()],
  ['a ttl as a string, as on the page of Yoti', inBranchOrder({ resources_ttl: '1814400' })],
  [
    'lower-case topics',
    inBranchOrder({ notifications: { endpoint: 'https://example.com', topics: ['session_completion'] } }),
  ],
  [
    'a deadline with an offset and nanoseconds',
    atHomeOrder({
      client_session_token_ttl: null,
      session_deadline: '2099-01-02T03:04:05.123456789+01:00',
      resources_ttl: 9e9,
    }),
  ],
  [
    'WHITELIST in mixed case',
    atHomeOrder({
      required_documents: [
        {
          type: 'ID_DOCUMENT',
          filter: {
            type: 'ORTHOGONAL_RESTRICTIONS',
            country_restriction: { inclusion: 'Whitelist', country_codes: ['FRA'] },
          },
        },
      ],
    }),
  ],
  ['supplementary documents', inBranchOrder({ required_documents: [supplementary] })],
  ['a check without config, as PHP sends it', atHomeOrder({ requested_checks: [{ type: 'ID_DOCUMENT_COMPARISON' }] })],
])('%s is taken', async (_what, order) => {
  expect((await post(order)).status).toBe(201)
})

// Orders of which the type would not let some be written.
test.each<[string, object, string, string]>([
  ['a session of a million years', { client_session_token_ttl: 1e15 }, 'client_session_token_ttl', 'must be less than'],
  ['no checks', { requested_checks: [] }, 'requested_checks', 'must not be empty'],
  [
    'a deadline and a ttl',
    { session_deadline: '2099-01-01T00:00:00Z' },
    'session_deadline',
    'must not be combined with client_session_token_ttl',
  ],
  ['a ttl of 300 s', { client_session_token_ttl: 300 }, 'client_session_token_ttl', 'must be greater than 300'],
  ['resources kept for an hour', { resources_ttl: 3600 }, 'resources_ttl', 'must be greater than or equal to 86700'],
  [
    'resources kept no longer than the session',
    { resources_ttl: 1_209_600 },
    'resources_ttl',
    'must be at least 24 hours longer than the session',
  ],
  [
    'a branch check without IBV',
    { requested_checks: [{ type: 'PROFILE_DOCUMENT_MATCH', config: { manual_check: 'NEVER' } }] },
    'requested_checks[0].config.manual_check',
    'must be IBV',
  ],
  [
    'a machine check with IBV',
    { requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'IBV' } }] },
    'requested_checks[0].config.manual_check',
    'must be one of NEVER, FALLBACK, ALWAYS',
  ],
  [
    'a watchlist that people look through',
    { requested_checks: [{ type: 'WATCHLIST_SCREENING', config: { manual_check: 'FALLBACK' } }] },
    'requested_checks[0].config.manual_check',
    'must be NEVER',
  ],
  [
    'a check by a word that nobody knows',
    { requested_checks: [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'never' } }] },
    'requested_checks[0].config.manual_check',
    'must be one of ALWAYS, FALLBACK, NEVER, IBV',
  ],
  [
    'no attempt at liveness',
    { requested_checks: [{ type: 'LIVENESS', config: { liveness_type: 'ZOOM', max_retries: 0 } }] },
    'requested_checks[0].config.max_retries',
    'must be greater than or equal to 1',
  ],
  ['a ttl in words', { resources_ttl: 'abc' }, 'resources_ttl', 'must be a whole number'],
  [
    'a deadline in another millennium',
    { client_session_token_ttl: undefined, resources_ttl: undefined, session_deadline: '9999-12-31T23:59:59Z' },
    'session_deadline',
    'must be less than 1000 years ahead',
  ],
  ['a list that is none', { requested_tasks: 'all' }, 'requested_tasks', 'must be array'],
  ['nothing for a list', { required_documents: [null] }, 'required_documents[0]', 'must not be null'],
  [
    'a filter that neither includes nor excludes',
    {
      required_documents: [
        {
          type: 'ID_DOCUMENT',
          filter: { type: 'ORTHOGONAL_RESTRICTIONS', country_restriction: { inclusion: 'MAYBE', country_codes: [] } },
        },
      ],
    },
    'required_documents[0].filter.country_restriction.inclusion',
    'must be one of WHITELIST, BLACKLIST, INCLUDE, EXCLUDE',
  ],
  [
    'a supplementary document for no purpose of Yoti',
    { required_documents: [{ type: 'SUPPLEMENTARY_DOCUMENT', objective: { type: 'FOO' } }] },
    'required_documents[0].objective.type',
    'must be one of PROOF_OF_ADDRESS, UK_DBS, UK_GDS',
  ],
  [
    'a scheme check without scheme',
    { requested_checks: [{ type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { manual_check: 'IBV' } }] },
    'requested_checks[0].config.scheme',
    'must not be null',
  ],
  [
    'a supplementary document without objective',
    { required_documents: [{ type: 'SUPPLEMENTARY_DOCUMENT' }] },
    'required_documents[0].objective',
    'must not be null',
  ],
  [
    'a filter that lets nothing through',
    {
      required_documents: [
        { type: 'ID_DOCUMENT', filter: { type: 'DOCUMENT_RESTRICTIONS', inclusion: 'INCLUDE', documents: [] } },
      ],
    },
    'required_documents[0].filter',
    'must allow at least one document',
  ],
  [
    'an unknown topic',
    { notifications: { endpoint: 'https://example.com', topics: ['SESSION_COMPLETE'] } },
    'notifications.topics[0]',
    'must be one of',
  ],
  [
    'a way to capture that nobody knows',
    { sdk_config: { allowed_capture_methods: 'FAX' } },
    'sdk_config.allowed_capture_methods',
    'must be one of',
  ],
  [
    'an import token of a day',
    { import_token: { ttl: 86_400 } },
    'import_token.ttl',
    'must be greater than or equal to 2592000',
  ],
  [
    'an identity profile without scheme',
    { identity_profile_requirements: { trust_framework: 'UK_TFIDA' } },
    'identity_profile_requirements.scheme',
    'must not be null',
  ],
  [
    'an unknown list of watched people',
    { requested_checks: [{ type: 'WATCHLIST_SCREENING', config: { categories: ['FRIENDS'] } }] },
    'requested_checks[0].config.categories[0]',
    'must be one of ADVERSE-MEDIA, SANCTIONS',
  ],
  [
    'an address without a building',
    {
      resources: {
        applicant_profile: {
          full_name: 'A B',
          structured_postal_address: { town_city: 'York', building_number: '  ' },
        },
      },
    },
    'resources.applicant_profile.structured_postal_address',
    'INVALID_ADDRESS',
  ],
])('%s is refused, naming the property', async (_what, changes, property, message) => {
  const { status, answer } = await post({ ...inBranchOrder(), ...changes })
  expect({ status, code: answer.code }).toEqual({ status: 400, code: 'PAYLOAD_VALIDATION' })
  expect(answer.errors?.map((error) => error.property)).toContain(property)
  expect(answer.errors?.find((error) => error.property === property)?.message).toContain(message)
})

test.each([
  ['no JSON', '{"requested_checks": [', 'MALFORMED_REQUEST'],
  ['nothing', '', 'PAYLOAD_VALIDATION'],
  ['a list', '[]', 'PAYLOAD_VALIDATION'],
  ['a number', '1', 'PAYLOAD_VALIDATION'],
  ['deeply nested JSON', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'MALFORMED_REQUEST'],
])('a body of %s is refused', async (_what, body, code) => {
  const { status, answer } = await post(body)
  expect({ status, code: answer.code }).toEqual({ status: 400, code })
})

test.each(['application/x-www-form-urlencoded', 'text/plain', 'application/json; charset=utf-8'])(
  'a body under %s is taken as JSON, as Ruby and others send it',
  async (type) => {
    expect((await post(inBranchOrder(), { 'Content-Type': type })).status).toBe(201)
  },
)

test('an unknown scenario is refused, naming the nearest', async () => {
  const { answer } = await post(inBranchOrder({ user_tracking_id: 'scenario:all-aprove' }))
  expect(answer.errors?.[0]).toMatchObject({
    property: 'user_tracking_id',
    message: expect.stringContaining("'all-approve'"),
  })
  const header = await post(inBranchOrder(), { 'X-Mock-Yoti-Scenario': 'nope' })
  expect(header.answer.errors?.[0]?.property).toBe('header.X-Mock-Yoti-Scenario')
})

test('a branch needs a deadline that is a week ahead, where Yoti is taken at its word', async () => {
  await using server = await startServer({ signatures: 'strict' })
  const until = (session_deadline: string) =>
    sendOrder(server.apiUrl, { session_deadline, client_session_token_ttl: null })
  const { status, body } = await until('2026-03-10T22:00:00Z')
  expect(status).toBe(400)
  expect(body.errors).toEqual([
    { property: 'session_deadline', message: 'must be at least 7 days ahead for in-branch verification' },
  ])
  expect((await until('2026-03-12T22:00:00Z')).status).toBe(201)
})
