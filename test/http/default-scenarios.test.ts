import { expect, test } from 'vitest'
import { openSessions } from '../support/open-sessions.js'
import { inBranchOrder } from '../support/orders.js'

const open = async () => {
  const server = await openSessions({ visits: 'manual' })
  const scenarioFor = async (sdkId: string) => {
    const id = await server.create(inBranchOrder(), {}, server.apiUrl, `?sdkId=${sdkId}`)
    return (await server.control.sessions.get(id)).scenario
  }
  return { ...server, scenarioFor }
}

test('an application can have a default scenario of its own, and the server another, until a reset', async () => {
  await using server = await open()
  const { applications, defaults, nextSession, reset } = server.control
  expect(await applications.put('one', { scenario: 'wrong-document' })).toMatchObject({ scenario: 'wrong-document' })
  expect(await defaults.set({ scenario: 'missing-document' })).toEqual({ scenario: 'missing-document' })
  expect([await server.scenarioFor('one'), await server.scenarioFor('two')]).toEqual([
    'wrong-document',
    'missing-document',
  ])
  await nextSession({ scenario: 'invalid-document', sdkId: 'one' })
  expect([await server.scenarioFor('two'), await server.scenarioFor('one'), await server.scenarioFor('one')]).toEqual([
    'missing-document',
    'invalid-document',
    'wrong-document',
  ])
  await reset({ sdkId: 'one' })
  expect([await server.scenarioFor('one'), await server.scenarioFor('two')]).toEqual([
    'missing-document',
    'missing-document',
  ])
  await applications.put('one', { scenario: 'wrong-document' })
  await reset()
  expect(await defaults.get()).toEqual({ scenario: 'all-approve' })
  expect(await server.scenarioFor('one')).toBe('all-approve')
})

test('what is not named of an application stays as it was', async () => {
  await using server = await open()
  const [demo] = await server.control.applications.list()
  const sdkId = demo?.sdk_id ?? ''
  await server.control.applications.put(sdkId, { signatures: 'off' })
  expect(await server.control.applications.put(sdkId, { scenario: 'wrong-document' })).toEqual({
    ...demo,
    signatures: 'off',
    scenario: 'wrong-document',
  })
  await server.control.reset()
  expect(await server.control.applications.list()).toEqual([{ ...demo, signatures: 'off' }])
})

test('a default that no scenario has is refused with the nearest', async () => {
  await using server = await open()
  const message = "The nearest is 'wrong-document'"
  await expect(server.control.defaults.set({ scenario: 'wrong-dokument' })).rejects.toThrow(message)
  await expect(server.control.applications.put('one', { scenario: 'wrong-dokument' })).rejects.toThrow(message)
})
