import { afterAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { applicant, inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

// GOV.UK One Login's stub answers these, each by digits in the person's name, and through its own client only the first
// two operations' errors can be reached. Here each is reached for any session, whatever the person's name.

const target = await openTarget()
const { control } = target
afterAll(() => target.close())

const errors = {
  createSession: [
    'PAYLOAD_VALIDATION',
    'MESSAGE_SIGNING',
    'INSUFFICIENT_PERMISSION',
    'APP_NOT_FOUND',
    'TEMPORARILY_UNAVAILABLE',
  ],
  getSessionConfiguration: [
    'MALFORMED_REQUEST',
    'BAD_TOKEN',
    'SESSION_NOT_FOUND',
    'SESSION_NOT_READY',
    'TEMPORARILY_UNAVAILABLE',
  ],
  putInstructions: [
    'PAYLOAD_VALIDATION',
    'MESSAGE_SIGNING',
    'SESSION_NOT_FOUND',
    'SESSION_EXPIRED',
    'TEMPORARILY_UNAVAILABLE',
  ],
  getInstructionsPdf: [
    'MALFORMED_REQUEST',
    'MESSAGE_SIGNING',
    'SESSION_NOT_FOUND',
    'SESSION_EXPIRED',
    'SERVER_ERROR',
    'TEMPORARILY_UNAVAILABLE',
  ],
  getSession: [
    'MALFORMED_REQUEST',
    'MESSAGE_SIGNING',
    'SESSION_NOT_FOUND',
    'TOO_MANY_REQUESTS',
    'TEMPORARILY_UNAVAILABLE',
  ],
  getMediaContent: ['MALFORMED_REQUEST', 'MESSAGE_SIGNING', 'MEDIA_CONTENT_NOT_FOUND', 'SERVER_ERROR'],
} as const

type Operation = keyof typeof errors
const operations = Object.keys(errors) as Operation[]
const names = ['Siobhán O’Neill', 'Zoë Šimůnek-Ng', 'Henry Ford III']

/** Makes the six calls in their order, each again and again until it succeeds; what each answered. */
const journey = async (sdkId: string, fullName: string) => {
  const answered: Partial<Record<Operation, (string | number)[]>> = {}
  const until = async (operation: Operation, path: string, method = 'GET', body?: object) => {
    answered[operation] = []
    for (;;) {
      const url = `${target.apiUrl}${path}?sdkId=${sdkId}`
      const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
      expect(response.headers.get('x-request-id')).not.toBeNull()
      if (response.ok) {
        answered[operation].push(response.status)
        return response
      }
      const { code } = (await response.json()) as Schema<'Error'>
      answered[operation].push(code)
      if (answered[operation].length > 5) throw new Error(`${operation} does not succeed: ${answered[operation]}`)
    }
  }
  const order = inBranchOrder({ resources: { applicant_profile: { ...applicant, full_name: fullName } } })
  const created = (await (await until('createSession', '/sessions', 'POST', order)).json()) as Schema<'CreatedSession'>
  const path = `/sessions/${created.session_id}`
  const configuration = (await (
    await until('getSessionConfiguration', `${path}/configuration`)
  ).json()) as Schema<'SessionConfiguration'>
  await until('putInstructions', `${path}/instructions`, 'PUT', {
    contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
    documents: [
      {
        requirement_id: configuration.capture.required_resources[0]?.id,
        document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'DRIVING_LICENCE' },
      },
    ],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  })
  await until('getInstructionsPdf', `${path}/instructions/pdf`)
  await control.sessions.visit(created.session_id)
  const session = (await (await until('getSession', path)).json()) as Schema<'SessionResult'>
  const media = session.resources.id_documents[0]?.document_fields?.media?.id ?? ''
  await until('getMediaContent', `${path}/media/${media}/content`)
  return answered
}

const cases = operations.flatMap((operation) => errors[operation].map((code) => ({ operation, code })))

test.each(cases)(
  '$operation alone answers $code once, then succeeds, and the rest of the journey is well',
  async (fault) => {
    const { operation, code } = fault
    const sdkId = `one-login-${operation}-${code}`
    const name = names[cases.indexOf(fault) % names.length] ?? ''
    await control.faults.add({ operation, code, sdkId, times: 1 })
    const answered = await journey(sdkId, name)
    for (const other of operations) {
      const last = other === 'createSession' ? 201 : 200
      expect(answered[other], other).toEqual(other === operation ? [code, last] : [last])
    }
  },
)

test('every operation fails twice before it succeeds, in one journey', async () => {
  const sdkId = 'one-login-all'
  for (const operation of operations) await control.faults.add({ operation, sdkId, status: 503, times: 2 })
  const answered = await journey(sdkId, 'Nia Ní Dhomhnaill')
  for (const operation of operations)
    expect(answered[operation]?.slice(0, 2)).toEqual(['TEMPORARILY_UNAVAILABLE', 'TEMPORARILY_UNAVAILABLE'])
})

test('a 503 may have the body of another error, and a call may never be answered in time', async () => {
  const sdkId = 'one-login-odd'
  const url = `${target.apiUrl}/sessions/all-approve?sdkId=${sdkId}`
  await control.faults.add({ operation: 'getSession', sdkId, status: 503, code: 'SERVER_ERROR', times: 1 })
  await control.faults.add({ operation: 'getSession', sdkId, delay: 'PT30S', times: 1 })
  const odd = await fetch(url)
  expect([odd.status, await odd.json()]).toMatchObject([503, { code: 'SERVER_ERROR' }])
  const impatient = new AbortController()
  const waiting = fetch(url, { signal: impatient.signal })
  await expect.poll(() => control.requests.list({ sdkId })).toHaveLength(2)
  impatient.abort()
  await expect(waiting).rejects.toThrow('aborted')
})

test('of one session only: another session of the same application is answered', async () => {
  const sdkId = 'one-login-session'
  await control.faults.add({ operation: 'getSession', sdkId, sessionId: 'profile-mismatch', status: 500 })
  const read = async (id: string) => (await fetch(`${target.apiUrl}/sessions/${id}?sdkId=${sdkId}`)).status
  expect([await read('profile-mismatch'), await read('all-approve')]).toEqual([500, 200])
})
