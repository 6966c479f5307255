// A whole in-branch journey with its webhooks, in well under a second.
// npx vitest run --root examples/journey
import { createServer } from 'node:http'
import { startMockYoti } from 'mock-yoti'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderFor } from './order.js'

// The service under test, as small as can be: it notes which callback came for which session.
const callbacks = []
const service = createServer(async (request, response) => {
  const { session_id, topic } = JSON.parse((await request.toArray()).join(''))
  callbacks.push([session_id, topic])
  response.end()
})

let yoti
beforeAll(async () => {
  yoti = await startMockYoti({ visits: 'manual' })
  await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await yoti.close()
  service.close()
})

const send = async (method, path, body) => {
  const response = await fetch(`${yoti.apiUrl}${path}`, { method, body: body && JSON.stringify(body) })
  expect(response.ok).toBe(true)
  return response
}
const get = async (path) => (await send('GET', path)).json()

test('from the letter to the result, with the three callbacks in order', async () => {
  // The service orders the verification, and promises a passport in a branch.
  const created = await send('POST', '/sessions', orderFor(`http://127.0.0.1:${service.address().port}/callback`))
  const { session_id } = await created.json()
  const { capture } = await get(`/sessions/${session_id}/configuration`)
  await send('PUT', `/sessions/${session_id}/instructions`, {
    contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
    documents: [
      {
        requirement_id: capture.required_resources[0].id,
        document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' },
      },
    ],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  })
  const letter = await send('GET', `/sessions/${session_id}/instructions/pdf`)
  expect(letter.headers.get('content-type')).toBe('application/pdf')

  // The person takes the letter and the passport to the branch.
  const { sessions, notifications } = yoti.control
  await sessions.visit(session_id, { step: 'scan-letter' })
  await notifications.waitFor({ sessionId: session_id, topic: 'first_branch_visit' })
  await sessions.visit(session_id, { step: 'capture-document' })
  expect((await get(`/sessions/${session_id}`)).resources.id_documents).toHaveLength(1)
  await sessions.visit(session_id, { step: 'complete' })
  await notifications.waitFor({ sessionId: session_id, topic: 'session_completion' })

  // The service was told in Yoti's order, and reads the result.
  const topics = ['first_branch_visit', 'thank_you_email_requested', 'session_completion']
  expect(callbacks).toEqual(topics.map((topic) => [session_id, topic]))
  const { state, checks } = await get(`/sessions/${session_id}`)
  expect(state).toBe('COMPLETED')
  for (const { report } of checks) expect(report.recommendation.value).toBe('APPROVE')
})
