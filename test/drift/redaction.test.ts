import { expect, test } from 'vitest'
import type { Notification } from '../../drift/exchange.js'
import { createRedactor } from '../../drift/redact-exchange.js'
import { answered, at, exchange, expectNothingOf, order, person, session } from './redacted.js'

test('the order keeps what it asks for, and nothing of whom it is about', () => {
  const recorded = createRedactor('key').exchange(
    exchange({
      method: 'POST',
      target: `/sessions?sdkId=${session}&nonce=9c1f2f5e-aaaa-4bbb-8ccc-123456789abc&timestamp=1772625600000&Vandersloot=1&customer=Vandersloot`,
      requestHeaders: [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['X-Yoti-Auth-Digest', 'c2VjcmV0'],
        ['X-Yoti-SDK', 'Node'],
        ['Cookie', 'name=Vandersloot'],
        ['X-Customer', 'Quirinius'],
      ],
      sent: order,
      status: 201,
      answer: {
        client_session_token_ttl: 12_344,
        client_session_token: '9c1f2f5e-aaaa-4bbb-8ccc-123456789abc',
        session_id: session,
      },
    }),
  )
  expectNothingOf(JSON.stringify(recorded))
  expect(recorded).toMatchObject({
    at: '2020-01-01T00:00:00.250Z',
    operation: 'createSession',
    request: {
      method: 'POST',
      path: '/sessions',
      query: { timestamp: '1111111111111' },
      headers: {
        'content-type': 'application/json',
        'x-yoti-sdk': 'Node',
        'x-yoti-auth-digest': 'left out',
      },
      body: {
        json: {
          client_session_token_ttl: 10_000,
          notifications: { endpoint: 'https://example.com/xxxx', topics: ['SESSION_COMPLETION'] },
          requested_checks: [
            {
              type: 'ID_DOCUMENT_AUTHENTICITY',
              config: { manual_check: 'FALLBACK', tags: { key_1: 'Xxxxxxxxxxxxxxxx' } },
            },
          ],
          resources: {
            applicant_profile: {
              full_name: 'Xxxxxxxxxxxxxxxx Xxxxxxxxxxxxxxxx',
              date_of_birth: '1990-01-01',
              email: 'xxxx@example.com',
              structured_postal_address: {
                address_format: 2,
                building_number: '11',
                address_line1: '11 Xxxxxxxxxxxxxxxx xxxxxxxx',
                postal_code: 'XX1X 1XX',
                country_iso: 'XXX',
              },
            },
          },
          key_6: true,
        },
      },
    },
    response: { status: 201, body: { json: { client_session_token_ttl: 10_000 } } },
  })
})

test('ids keep their form and are the same everywhere; times keep their distance and their form', () => {
  const redactor = createRedactor('key')
  const media = (created: string) => ({
    id: '9c1f2f5e-aaaa-4bbb-8ccc-123456789abc',
    type: 'IMAGE',
    created,
    last_updated: created,
  })
  const document = {
    id: session,
    source: { type: 'IBV' },
    created_at: '2026-03-04T11:59:00Z',
    pages: [{ media: media('2026-03-04T13:00:30.120+01:00') }],
  }
  const read = redactor.exchange(
    exchange({
      answer: { session_id: session, resources: { id_documents: [document] }, checks: [{ resources_used: [session] }] },
    }),
  )
  const { json } = read.response.body as {
    json: {
      session_id: string
      resources: { id_documents: [{ id: string; pages: [{ media: { id: string } }] }] }
      checks: [{ resources_used: string[] }]
    }
  }
  const [redacted] = json.resources.id_documents
  expect(json.session_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([redacted.id, json.checks[0].resources_used[0], read.request.path]).toEqual([
    json.session_id,
    json.session_id,
    `/sessions/${json.session_id}`,
  ])
  expect(redacted).toMatchObject({
    created_at: '2019-12-31T23:59:00Z',
    source: { type: 'IBV' },
    pages: [{ media: { type: 'IMAGE', created: '2020-01-01T01:00:30.120+01:00' } }],
  })
  const notified: Notification = {
    kind: 'notification',
    at: at + 61_000,
    headers: [],
    body: { bytes: Buffer.from(JSON.stringify({ session_id: session, topic: 'session_completion' })) },
  }
  expect(redactor.notification(notified)).toMatchObject({
    at: '2020-01-01T00:01:01.250Z',
    body: { json: { session_id: json.session_id, topic: 'session_completion' } },
  })
  const other = createRedactor('another key').exchange(exchange({ answer: { session_id: session } }))
  expect(JSON.stringify(other)).not.toContain(json.session_id)
})

test.each([
  ['2026-03-04T12:00:10Z', '2020-01-01T00:00:10Z'],
  ['2026-03-04T11:59:59.123456Z', '2019-12-31T23:59:59.123456Z'],
  ['2026-03-04 12:00+0000', '2020-01-01 00:00+0000'],
  ['2027-03-04T12:00:00Z', '2020-12-31T00:00:00Z'],
  // A date of birth at midnight is no time of the session.
  ['1985-12-10T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['2027-03-06T12:00:00Z', '2020-01-01T00:00:00Z'],
  ['4 March 2026, 12:00', '1 Xxxxxxxx 1111, 11:11'],
  [1_772_625_610, 1_577_836_810],
  [1_772_625_610_250, 1_577_836_810_250],
  [19_851_210, 10_000_000],
])('a time like %j becomes %j', (time, distance) => {
  expect(answered({ biometric_consent: time })).toEqual({ biometric_consent: distance })
})

test('words of Yoti stay, also those that nobody knew; what may be a name or a number does not', () => {
  const check = (reason: string) => ({
    type: 'NEW_KIND_OF_CHECK',
    state: 'DONE',
    report: {
      recommendation: { value: 'REJECT', reason },
      breakdown: [
        {
          sub_check: 'new_sub_check',
          result: 'FAIL',
          details: [
            { name: 'confidence_score', value: '0.17' },
            { name: 'seen_text', value: 'SMITH' },
          ],
          process: 'HYBRID_REVIEW',
        },
      ],
    },
  })
  expect(answered({ state: 'ON_HOLD', checks: [check('BRAND_NEW_REASON')] })).toEqual({
    state: 'ON_HOLD',
    checks: [
      {
        type: 'NEW_KIND_OF_CHECK',
        state: 'DONE',
        report: {
          recommendation: { value: 'REJECT', reason: 'BRAND_NEW_REASON' },
          breakdown: [
            {
              sub_check: 'new_sub_check',
              result: 'FAIL',
              details: [
                { name: 'confidence_score', value: '0.17' },
                { name: 'seen_text', value: 'XXXXXXXX' },
              ],
              process: 'HYBRID_REVIEW',
            },
          ],
        },
      },
    ],
  })
  expect(answered({ state: 'AB123456C', checks: [check('P1234567')] })).toMatchObject({
    state: 'XX111111X',
    checks: [{ report: { recommendation: { reason: 'X1111111' } } }],
  })
  const redactor = createRedactor('key')
  redactor.exchange(exchange({ method: 'POST', target: '/sessions', sent: order }))
  const later = redactor.exchange(
    exchange({
      answer: { state: 'VANDERSLOOT', quirinius_vandersloot: true, vandersloot: { quiriniusVandersloot: 1 } },
    }),
  )
  expect(later.response.body).toEqual({ json: { state: 'XXXXXXXXXXXXXXXX', key_2: true, key_3: { key_1: 1 } } })
})

test('unknown fields keep their names and the form of their values', () => {
  expect(
    answered({
      new_field: 'Vandersloot',
      newer: { deep: [7_345_612, -3.25, true, null] },
      'Quirinius Vandersloot': '',
      QX7345612: 'x',
    }),
  ).toEqual({
    new_field: 'Xxxxxxxxxxxxxxxx',
    newer: { deep: [1_000_000, -1.11, true, null] },
    key_3: '',
    key_4: 'x',
  })
})

test('media are kept as type and size; what was read of a document is JSON without its words', () => {
  const redactor = createRedactor('key')
  const target = `/sessions/${session}/media/9c1f2f5e-aaaa-4bbb-8ccc-123456789abc/content`
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('Quirinius Vandersloot')])
  const image = redactor.exchange(
    exchange({ target, responseHeaders: [['content-type', 'image/png']], responseBody: { bytes: png } }),
  )
  expect(image.response).toEqual({
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: { media: { type: 'image/png', size: 29 } },
  })
  const fields = redactor.exchange(
    exchange({
      target,
      answer: {
        ...person,
        document_number: 'QX7345612',
        document_type: 'PASSPORT',
        issuing_country: 'GBR',
        place_of_birth: 'LJUBLJANSKA',
        gender: 'MALE',
      },
    }),
  )
  expectNothingOf(JSON.stringify([image, fields]))
  expect(fields.response.body).toMatchObject({
    json: {
      document_number: 'XX1111111',
      document_type: 'PASSPORT',
      issuing_country: 'GBR',
      place_of_birth: 'XXXXXXXXXXXXXXXX',
      gender: 'XXXX',
    },
  })
  const base64 = answered(
    { face: { data: `iVBORw0KGgo${'c2VjcmV0'.repeat(40)}`, content_type: 'image/png' } },
    { target: '/applicant/x/faces/y' },
  )
  expect(base64).toEqual({ face: { data: 'base64 of image/png, 248 bytes', content_type: 'image/png' } })
})
