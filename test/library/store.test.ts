import { expect, test } from 'vitest'
import { fixedClock } from '../../server/base/clock.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { createNamedSession } from '../../server/engine/sessions/named-sessions.js'
import { createMemoryState } from '../../server/state/memory/index.js'
import type { ContextKey } from '../../server/state/state.js'

const newState = () =>
  createMemoryState(
    { signatures: 'lenient', scenario: 'all-approve', maxSessions: 10, journalSize: 10 },
    fixedClock('2026-03-04'),
  )

const newSession = () => {
  const [scenario] = builtInScenarios()
  if (scenario === undefined) throw new Error('there are no scenarios')
  const { frozenAt: _frozen, ...session } = createNamedSession(scenario, Date.parse('2026-03-04'))
  return { ...session, id: 'created' }
}

const keyOf = (sdkId: string, sessionId?: string): ContextKey => ({
  claim: { access: 'signed', sdkId, bearer: undefined, clientToken: undefined, nonce: undefined },
  operation: 'createSession',
  sessionId,
})

test('of two changes to the same version one is kept and the other told to decide again', async () => {
  const state = newState()
  const session = newSession()
  expect(await state.commit({}, { session: { put: session } })).toBe(true)
  expect(await state.commit({}, { session: { put: session } })).toBe(false)
  const read = await state.load(keyOf('owner', 'created'))
  expect(await state.commit(read, { session: { put: { ...session, deadline: 1 } } })).toBe(true)
  expect(await state.commit(read, { session: { put: { ...session, deadline: 2 } } })).toBe(false)
  expect(await state.commit(read, { session: { remove: 'created' } })).toBe(false)
  expect((await state.sessions.find('created'))?.session.deadline).toBe(1)
})

test('of two uses of one choice of scenario only one is kept, and with it nothing else of the other', async () => {
  const state = newState()
  await state.nextSessions.add({ scenario: 'wrong-document', times: 1, sdkId: 'owner' })
  const read = await state.load(keyOf('owner'))
  const { nextSession: other } = await state.load(keyOf('other'))
  expect(other).toBeUndefined()
  const usedNextSession = read.nextSession?.id ?? -1
  expect(await state.commit(read, { usedNextSession })).toBe(true)
  expect(await state.commit(read, { usedNextSession, session: { put: newSession() } })).toBe(false)
  expect(await state.sessions.find('created')).toBeUndefined()
  expect((await state.load(keyOf('owner'))).nextSession).toBeUndefined()
})

test('counts of rules are exact: of two on the same version the second is refused', async () => {
  const state = newState()
  const { id = '' } = (await state.faults.add({ status: 503 })) ?? {}
  const read = await state.load(keyOf('owner'))
  expect(await state.commit(read, { faultCounts: [{ id, matched: 1, applied: 1 }] })).toBe(true)
  expect(await state.commit(read, { faultCounts: [{ id, matched: 1, applied: 1 }] })).toBe(false)
  expect(await state.faults.find(id)).toMatchObject({ matched: 1, applied: 1 })
})

test('a nonce and a token are kept whatever else has changed, and are found again', async () => {
  const state = newState()
  const read = await state.load(keyOf('owner'))
  await state.faults.add({ status: 503 })
  const token = { token: 'bearer', sdkId: 'owner', expiresAt: 5 }
  expect(await state.commit(read, { nonce: { sdkId: 'owner', nonce: 'n' }, token })).toBe(true)
  const claim = { access: 'signed', sdkId: 'owner', clientToken: undefined, nonce: 'n' } as const
  const key = { operation: 'getSession', sessionId: undefined }
  expect((await state.load({ ...key, claim: { ...claim, bearer: undefined } })).caller.nonceSeen).toBe(true)
  const byToken = await state.load({ ...key, claim: { ...claim, bearer: 'bearer' } })
  expect(byToken.caller.token).toEqual({ sdkId: 'owner', expiresAt: 5 })
})
