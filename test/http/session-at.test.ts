import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

test('a session can be read as it was at an earlier instant', async () => {
  await using server = await startServer({ visits: 'manual' })
  const { control } = server
  const { session_id: id } = await control.sessions.start({ scenario: 'all-approve', kind: 'in-branch' })
  await control.clock.advance('PT1H')
  await control.sessions.visit(id)
  expect((await control.sessions.get(id)).state).toBe('COMPLETED')
  const earlier = await control.sessions.get(id, { at: '2026-03-04T12:30:00Z' })
  expect([earlier.stage, earlier.state, earlier.answer['state']]).toEqual(['instructed', 'ONGOING', 'ONGOING'])
  expect(earlier.coming.map(({ type }) => type)).toContain('completed')
})

test.each(['2026-03-04T11:59:59Z', '2026-03-04T12:00:01Z'])(
  'not as it was at %s: before it was there, or to come',
  async (at) => {
    await using server = await startServer()
    const { session_id: id } = await server.control.sessions.start({ scenario: 'all-approve' })
    await expect(server.control.sessions.get(id, { at })).rejects.toThrow(
      'at must be from 2026-03-04T12:00:00.000Z, when the session was created, to the present',
    )
  },
)

test('what is no instant is refused', async () => {
  await using server = await startServer()
  const { session_id: id } = await server.control.sessions.start({ scenario: 'all-approve' })
  await expect(server.control.sessions.get(id, { at: 'yesterday' })).rejects.toThrow('at')
})
