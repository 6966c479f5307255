import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { expectDocumented } from '../support/answers.js'
import { startServer } from '../support/server.js'
import { mediaOf } from '../support/session-media.js'

// Below the base URL of a scenario every id is a session's.

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const longest = `order/${'é'.repeat(96)} 😀`

const ids = [
  'order-4711',
  // No version of UUIDs.
  '00000000-0000-0000-0000-000000000001',
  '__proto__',
  longest.padEnd(200, 'x'),
] as const

const get = async (scenario: string, sessionId: string, path = '') => {
  const url = `${server.url}/scenario/${scenario}/idverify/v1/sessions/${encodeURIComponent(sessionId)}${path}`
  const response = await fetch(url)
  const bytes = await response.arrayBuffer()
  const isJson = response.headers.get('content-type') === 'application/json'
  return { status: response.status, body: isJson ? JSON.parse(Buffer.from(bytes).toString()) : undefined }
}

const reads = ['', '/configuration', '/instructions', '/instructions/contact-profile', '/tracked-devices']

/** Statuses that scenarios give themselves: a letter that takes long, an order that has none. */
const expected = [200, 204, 404, 409, 503]

test('each of these ids can be read in every scenario', async () => {
  const failures: string[] = []
  for (const [at, { id, answers }] of builtInScenarios().entries()) {
    if (Object.keys(answers).length > 0) continue
    const sessionId = ids[at % ids.length] ?? ''
    const { body } = await get(id, sessionId)
    // To draw an image takes long: those of some scenarios stand for all.
    const media = mediaOf(body).filter(({ type }) => type === 'JSON' || at % 20 === 0)
    for (const path of [...reads, ...media.map((found) => `/media/${found.id}/content`)]) {
      const { status } = await get(id, sessionId, path)
      if (!expected.includes(status)) failures.push(`${id} ${sessionId}${path} ${status}`)
    }
  }
  expect(failures).toEqual([])
})

test.each(ids)('the letter of %s is a PDF', async (sessionId) => {
  expect(await get('all-approve', sessionId, '/instructions/pdf')).toEqual({ status: 200, body: undefined })
})

test('the answers are about the id that was asked for', async () => {
  const { status, body } = await get('authenticity-rejected:TAMPERED', 'order-4711', '/configuration')
  expect(status).toBe(200)
  expect(body).toMatchObject({ session_id: 'order-4711' })
})

test('an id of more than 200 characters is refused', async () => {
  const { status, body } = await get('all-approve', 'x'.repeat(201))
  expect(status).toBe(400)
  expectDocumented('yoti', 'getSession', status, body)
  expect(body.errors).toEqual([{ property: 'sessionId', message: 'must NOT have more than 200 characters' }])
})
