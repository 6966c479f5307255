import { expect, test } from 'vitest'
import { fixedClock } from '../../server/base/clock.js'
import { YotiError } from '../../server/base/errors.js'
import { builtInScenarios, Catalogue } from '../../server/engine/scenarios/catalogue.js'
import { Clocks } from '../../server/state/memory/clocks.js'
import { SessionStore } from '../../server/state/memory/sessions.js'

const newStore = async () => {
  const store = new SessionStore(new Catalogue(builtInScenarios()), new Clocks(fixedClock('2026-03-04')), 10)
  const named = await store.load({ sessionId: 'all-approve' })
  if (named === undefined) throw new Error('all-approve is missing')
  const { frozenAt: _still, ...session } = named.session
  return { store, named: named.session, session: { ...session, id: 'created' } }
}

test('of two changes to the same version one is kept and the other told to decide again', async () => {
  const { store, session } = await newStore()
  expect(await store.commit(session, 0)).toBe(true)
  const loaded = await store.load({ sessionId: 'created' })
  const version = loaded?.version ?? -1
  expect(await store.commit({ ...session, deadline: 1 }, version)).toBe(true)
  expect(await store.commit({ ...session, deadline: 2 }, version)).toBe(false)
  expect((await store.load({ sessionId: 'created' }))?.session.deadline).toBe(1)
})

test('a named session is read-only', async () => {
  const { store, named } = await newStore()
  await expect(store.commit(named, 0)).rejects.toThrow(YotiError)
})
