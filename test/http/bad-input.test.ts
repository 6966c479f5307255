import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { expectDocumented } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { forAll } from '../support/random.js'
import { openTarget } from '../support/server.js'

// Whatever arrives: a documented answer, nothing stored, the server alive.

let target: Awaited<ReturnType<typeof openTarget>>
let sessionId: string
beforeAll(async () => {
  target = await openTarget()
  const response = await fetch(`${target.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(inBranchOrder()) })
  sessionId = ((await response.json()) as Schema<'CreatedSession'>).session_id
})
afterAll(() => target.close())

const send = async (method: string, path: string, operation: string, body: string) => {
  const response = await fetch(`${target.apiUrl}${path}`, { method, body })
  const text = await response.text()
  if (text !== '') expectDocumented('yoti', operation, response.status, JSON.parse(text))
  return response.status
}

/** A good body with anything at all in one of its fields, nested ones included. */
const spoiled = (good: object): fc.Arbitrary<unknown> => {
  const keys = Object.keys(good) as (keyof typeof good)[]
  return fc.constantFrom(...keys).chain((key) => {
    const inside: unknown = good[key]
    const anything = fc.jsonValue({ maxDepth: 3 }).map((value) => ({ ...good, [key]: value }))
    if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) return anything
    return fc.oneof(
      anything,
      spoiled(inside).map((value) => ({ ...good, [key]: value })),
    )
  })
}

test('any value in any field of an order is taken or refused, never a failure of the server', async () => {
  const arbitrary = fc.oneof(
    fc.jsonValue(),
    spoiled({ ...inBranchOrder(), notifications: { endpoint: 'https://x', topics: [] } }),
  )
  await forAll(arbitrary, async (body) => {
    expect([201, 400]).toContain(await send('POST', '/sessions', 'createSession', JSON.stringify(body)))
  })
})

test('any value in any field of the instructions is taken or refused', async () => {
  const instructions = {
    contact_profile: { first_name: 'A', last_name: 'B', email: 'c' },
    documents: [],
    branch: { type: 'UK_POST_OFFICE', fad_code: '123XXXX' },
  }
  await forAll(fc.oneof(fc.jsonValue(), spoiled(instructions)), async (body) => {
    const status = await send('PUT', `/sessions/${sessionId}/instructions`, 'putInstructions', JSON.stringify(body))
    expect([200, 400, 404]).toContain(status)
  })
})

test('any text as an id names no session', async () => {
  await forAll(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (id) => {
    const response = await fetch(`${target.apiUrl}/sessions/${encodeURIComponent(id)}/configuration`)
    expect([400, 404]).toContain(response.status)
    expect(await response.json()).toHaveProperty('code')
  })
})

test('a body of more than ten megabytes is refused, and the next request is answered', async () => {
  const response = await fetch(`${target.apiUrl}/sessions`, { method: 'POST', body: 'x'.repeat(10_000_001) })
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'MALFORMED_REQUEST'])
  expect((await target.control.health()).status).toBe('ok')
})
