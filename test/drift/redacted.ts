import { expect } from 'vitest'
import type { Exchange } from '../../drift/exchange.js'
import { createRedactor } from '../../drift/redact-exchange.js'

export const session: string = '3fa85f64-5717-4562-b3fc-2c963f66afa6'
export const at: number = Date.parse('2026-03-04T12:00:00.250Z')

export const exchange = (changes: Partial<Exchange> & { answer?: unknown; sent?: unknown }): Exchange => {
  const { answer = {}, sent, ...more } = changes
  return {
    kind: 'exchange',
    at,
    method: 'GET',
    target: `/sessions/${session}`,
    requestHeaders: [],
    requestBody: sent === undefined ? { size: 0 } : { bytes: Buffer.from(JSON.stringify(sent)) },
    status: 200,
    responseHeaders: [['Content-Type', 'application/json']],
    responseBody: { bytes: Buffer.from(JSON.stringify(answer)) },
    ...more,
  }
}

export const answered = (answer: unknown, changes: Partial<Exchange> = {}): unknown => {
  const { response } = createRedactor('key').exchange(exchange({ answer, ...changes }))
  return (response.body as { json: unknown }).json
}

/** What must not be found anywhere. */
const planted = [
  'Quirinius',
  'Vandersloot',
  'Ljubljanska',
  'QX7345612',
  '7345612',
  '0712345',
  'vandersloot@',
  '1985-12-10',
  '203.0.113.77',
  'sEcReT-tOkEn',
  'c2VjcmV0',
  session,
  '9c1f2f5e-aaaa-4bbb-8ccc-123456789abc',
  'iVBOR',
  'our-company',
]

export const expectNothingOf = (text: string): void => {
  for (const word of planted) expect(text.toLowerCase()).not.toContain(word.toLowerCase())
}

export const person = {
  full_name: 'Quirinius Vandersloot',
  date_of_birth: '1985-12-10',
  email: 'q.vandersloot@example.org',
  structured_postal_address: {
    address_format: 2,
    building_number: '14',
    address_line1: '14 Ljubljanska cesta',
    postal_code: 'SW1Y 4JH',
    country_iso: 'GBR',
  },
}

export const order: object = {
  user_tracking_id: 'customer-vandersloot-7345612',
  client_session_token_ttl: 12_345,
  notifications: {
    endpoint: 'https://our-company.example/hook?t=sEcReT-tOkEn',
    auth_token: 'sEcReT-tOkEn',
    topics: ['SESSION_COMPLETION'],
  },
  requested_checks: [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: { manual_check: 'FALLBACK', tags: { Vandersloot: 'Quirinius' } } },
  ],
  resources: { applicant_profile: person },
  'q.vandersloot@example.org': true,
}
