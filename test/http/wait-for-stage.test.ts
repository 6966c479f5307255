import { expect, test } from 'vitest'
import { systemClock } from '../../server/base/clock.js'
import { openSessions } from '../support/open-sessions.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'

const stageOf = async (waiting: Promise<{ stage: string }>) => (await waiting).stage

test('waiting ends when somebody changes the session', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const { waitFor, visit } = server.control.sessions
  const id = await server.create(inBranchOrder())
  const instructed = waitFor(id, 'instructed')
  const captured = waitFor(id, 'capturing')
  await server.instruct(id)
  expect(await stageOf(instructed)).toBe('instructed')
  await visit(id, { step: 'capture-document' })
  expect(await stageOf(captured)).toBe('capturing')
})

test('waiting ends when the clock is moved to the event, of all or of the application', async () => {
  await using server = await openSessions({ visitDelay: 300 })
  await server.control.clock.freeze()
  const id = await server.create(atHomeOrder(), {}, server.apiUrl, '?sdkId=one')
  const completed = server.control.sessions.waitFor(id, 'completed')
  const captured = server.control.sessions.waitFor(id, 'capturing')
  await server.control.clock.advance('PT10M', { sdkId: 'two' })
  await server.control.clock.advance('PT5M', { sdkId: 'one' })
  await server.control.clock.advance('PT1S')
  expect(await stageOf(completed)).toBe('completed')
  expect(['capturing', 'completed']).toContain(await stageOf(captured))
})

test('waiting ends by itself when the visit happens by itself', async () => {
  await using server = await openSessions({ visitDelay: 0, clock: systemClock })
  const id = await server.create(atHomeOrder())
  expect(await stageOf(server.control.sessions.waitFor(id, 'completed'))).toBe('completed')
})

test('a stage that the session has gone beyond is reached already', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const id = await server.create(inBranchOrder())
  await server.control.sessions.visit(id)
  for (const stage of ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed'] as const)
    expect(await stageOf(server.control.sessions.waitFor(id, stage))).toBe('completed')
  expect(await stageOf(server.control.sessions.waitFor('all-approve', 'completed'))).toBe('completed')
})

test('waiting is refused when the session can no longer get there, and when the time is up', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const { waitFor, visit, expire } = server.control.sessions
  const id = await server.create(inBranchOrder())
  const never = waitFor(id, 'completed').catch((error: Error) => error.message)
  await expect(waitFor(id, 'completed', { timeoutSeconds: 0 })).rejects.toThrow(
    "The session is at 'created', not at 'completed': waited 0 s",
  )
  await visit(id, { step: 'refuse' })
  expect(await never).toContain("The session is at 'refused', not at 'completed': it can no longer get there")
  const expired = waitFor(id, 'expired')
  await expire(id)
  expect(await stageOf(expired)).toBe('expired')
  await expect(waitFor('missing-document', 'completed')).rejects.toThrow('STAGE_NOT_REACHED')
})

test('waiting for a session that goes away, or does not exist, is answered with that', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const id = await server.create(inBranchOrder())
  const waiting = server.control.sessions.waitFor(id, 'completed').catch((error: Error) => error.message)
  await server.control.sessions.delete(id)
  expect(await waiting).toContain('SESSION_NOT_FOUND')
  await expect(server.control.sessions.waitFor('nobody', 'completed')).rejects.toThrow('SESSION_NOT_FOUND')
})

test.each([
  'stage=sleeping',
  '',
  'stage=completed&timeout=301',
  'stage=completed&timeout=-1',
  'stage=completed&wait=1',
])('what is no stage or time-out is refused: %s', async (query) => {
  await using server = await openSessions()
  expect((await fetch(`${server.url}/__mock/sessions/all-approve/wait?${query}`)).status).toBe(400)
})
