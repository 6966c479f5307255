import { expect, test } from 'vitest'
import { openNotified } from '../support/notified.js'

const topics = ['client_session_token_deleted', 'session_completion']

test('of a hundred sessions at once each is told of in its order, and nothing is lost', async () => {
  await using server = await openNotified({ visits: 'auto', visitDelay: 86_400 })
  const warnings: string[] = []
  const note = ({ name }: Error) => warnings.push(name)
  process.on('warning', note)
  const ids = await Promise.all(Array.from({ length: 100 }, () => server.create({ topics }, { atHome: true })))
  await server.control.clock.advance('P2D')
  await server.control.notifications.waitFor({ count: 200 })
  process.off('warning', note)
  for (const id of ids) {
    const told = server.receiver.received.filter(({ body }) => body['session_id'] === id)
    expect(told.map(({ topic }) => topic)).toEqual(topics)
  }
  expect(warnings).toEqual([])
})
