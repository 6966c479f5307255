import { afterAll, beforeAll, expect, test } from 'vitest'
import { atHomeOrder, inBranchOrder } from '../../../support/orders.js'
import { startServer } from '../../../support/server.js'

// Yoti docs, "Create a session" and its "System preferences": limits and defaults. The server's clock stands at
// 2026-03-04T12:00:00Z.
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
})
afterAll(() => server.close())

const create = async (order: object) => {
  const answer = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(order) })
  const body = (await answer.json()) as {
    session_id: string
    client_session_token_ttl?: number
    errors?: { property: string; message: string }[]
  }
  return { status: answer.status, ...body }
}
const refusals = async (order: object) => {
  const { status, errors = [] } = await create(order)
  return status === 201 ? [] : errors.map(({ property, message }) => `${property} ${message}`)
}

test.each<[object, string[]]>([
  [{ client_session_token_ttl: 301 }, []],
  [{ client_session_token_ttl: 300 }, ['client_session_token_ttl must be greater than 300']],
  [{ client_session_token_ttl: '301' }, []],
  [{ client_session_token_ttl: '5 minutes' }, ['client_session_token_ttl must be a whole number']],
  [{ client_session_token_ttl: 31_536_000_000, resources_ttl: null }, []],
  [
    { client_session_token_ttl: 31_536_000_001, resources_ttl: null },
    ['client_session_token_ttl must be less than or equal to 31536000000'],
  ],
  [{ client_session_token_ttl: 301, resources_ttl: 86_701 }, []],
  [
    { client_session_token_ttl: 301, resources_ttl: 86_700 },
    ['resources_ttl must be at least 24 hours longer than the session'],
  ],
  [{ client_session_token_ttl: 301, resources_ttl: 86_699 }, ['resources_ttl must be greater than or equal to 86700']],
  [{ client_session_token_ttl: null, resources_ttl: 87_000 }, []],
  [
    { client_session_token_ttl: null, resources_ttl: 86_999 },
    ['resources_ttl must be at least 24 hours longer than the session'],
  ],
  [
    { session_deadline: '2026-04-04T22:00:00Z' },
    [
      'session_deadline must not be combined with client_session_token_ttl',
      'resources_ttl must be at least 24 hours longer than the session',
    ],
  ],
  [{ client_session_token_ttl: null, session_deadline: '2026-03-04T12:00:01Z' }, []],
  [
    { client_session_token_ttl: null, session_deadline: '2026-03-04T12:00:00Z' },
    ['session_deadline must be in the future'],
  ],
  [{ requested_checks: [] }, ['requested_checks must not be empty']],
  [{ sdk_config: { allowed_capture_methods: 'camera_AND_upload' } }, []],
  [
    { sdk_config: { allowed_capture_methods: 'UPLOAD' } },
    ['sdk_config.allowed_capture_methods must be one of CAMERA, CAMERA_AND_UPLOAD'],
  ],
  [{ required_documents: [{ type: 'SUPPLEMENTARY_DOCUMENT' }] }, ['required_documents[0].objective must not be null']],
])('an order with %j: %j', async (changes, expected) => {
  expect(await refusals({ ...atHomeOrder(), ...changes })).toEqual(expected)
})

test.each<[object, string[]]>([
  [{ type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'ALWAYS' } }, []],
  [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'IBV' } },
    ['requested_checks[0].config.manual_check must be one of NEVER, FALLBACK, ALWAYS'],
  ],
  [
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'IBV' } },
    ['requested_checks[0].config.manual_check must be one of NEVER, FALLBACK, ALWAYS'],
  ],
  [
    { type: 'IBV_VISUAL_REVIEW_CHECK', config: { manual_check: 'NEVER' } },
    ['requested_checks[0].config.manual_check must be IBV'],
  ],
  [{ type: 'PROFILE_DOCUMENT_MATCH', config: {} }, ['requested_checks[0].config.manual_check must be IBV']],
  [
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { manual_check: 'IBV' } },
    ['requested_checks[0].config.scheme must not be null'],
  ],
  [{ type: 'WATCHLIST_SCREENING', config: { manual_check: 'NEVER' } }, []],
  [
    { type: 'WATCHLIST_SCREENING', config: { manual_check: 'FALLBACK' } },
    ['requested_checks[0].config.manual_check must be NEVER'],
  ],
  [
    { type: 'WATCHLIST_ADVANCED_CA', config: { manual_check: 'FALLBACK' } },
    ['requested_checks[0].config.manual_check must be NEVER'],
  ],
  [
    { type: 'THIRD_PARTY_IDENTITY', config: { manual_check: 'ALWAYS' } },
    ['requested_checks[0].config.manual_check must be NEVER'],
  ],
  [
    { type: 'FACE_COMPARISON', config: { manual_check: 'FALLBACK' } },
    ['requested_checks[0].config.manual_check must be NEVER'],
  ],
  [{ type: 'LIVENESS', config: {} }, ['requested_checks[0].config.liveness_type must not be null']],
  [{ type: 'LIVENESS', config: { liveness_type: 'ZOOM' } }, []],
])('a check as %j: %j', async (check, expected) => {
  // Some of them are no orders by their type.
  expect(await refusals({ ...atHomeOrder(), requested_checks: [check] })).toEqual(expected)
})

// GOV.UK One Login's stub answers this to an address without a way to find the building.
test.each<[object, boolean]>([
  [{ building_number: '12' }, true],
  [{ building: 'Big House' }, true],
  [{ sub_building: 'Flat 1' }, true],
  [{ building_number: ' ' }, false],
  [{ address_line1: '12 High Street' }, false],
])('an address with %j is taken: %s', async (address, isTaken) => {
  const applicant_profile = { full_name: 'Ada Lovelace', structured_postal_address: { country_iso: 'GBR', ...address } }
  const told = await refusals({ ...inBranchOrder(), resources: { applicant_profile } })
  expect(told).toEqual(isTaken ? [] : ['resources.applicant_profile.structured_postal_address INVALID_ADDRESS'])
})

test('a session lasts 600 seconds unless the order says otherwise, and what is left is told', async () => {
  const of = async (changes: object) => (await create({ ...atHomeOrder(), ...changes })).client_session_token_ttl
  expect(await of({ client_session_token_ttl: undefined })).toBe(600)
  expect(await of({ client_session_token_ttl: 1000 })).toBe(1000)
  const deadline = { session_deadline: '2026-03-04T13:00:00Z', client_session_token_ttl: undefined }
  expect(await of({ ...deadline, resources_ttl: 90_000 })).toBe(3600)
})

test('what was captured is kept for 604,800 seconds from the first capture; nothing, for 30 days after the deadline', async () => {
  await using own = await startServer({ visits: 'manual' })
  const open = async () => {
    const order = JSON.stringify({ ...atHomeOrder(), client_session_token_ttl: 600, resources_ttl: null })
    const answer = await fetch(`${own.apiUrl}/sessions`, { method: 'POST', body: order })
    return ((await answer.json()) as { session_id: string }).session_id
  }
  const [visited, empty] = [await open(), await open()]
  await own.control.sessions.visit(visited)
  const status = async (id: string) => (await fetch(`${own.apiUrl}/sessions/${id}`)).status
  await own.control.clock.advance('PT604799S')
  expect([await status(visited), await status(empty)]).toEqual([200, 200])
  await own.control.clock.advance('PT1S')
  expect([await status(visited), await status(empty)]).toEqual([404, 200])
  // 30 days and 600 seconds after the creation.
  await own.control.clock.set('2026-04-03T12:09:59Z')
  expect(await status(empty)).toBe(200)
  await own.control.clock.set('2026-04-03T12:10:00Z')
  expect(await status(empty)).toBe(404)
})
