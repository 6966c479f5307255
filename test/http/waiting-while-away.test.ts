import { expect, test, vi } from 'vitest'
import { YotiError } from '../../server/base/errors.js'
import { defaults } from '../../server/config/config.js'
import { connectMockYoti } from '../../server/index.js'
import { start } from '../../server/start.js'
import { createMemoryState } from '../../server/state/memory/index.js'
import type { State } from '../../server/state/state.js'

/** A server whose state can be away for some looks at sessions and notifications. */
const startAway = async () => {
  let looks = 0
  let away = 0
  let made: State | undefined
  const look = () => {
    looks += 1
    away -= 1
    if (away >= 0) throw new YotiError('TEMPORARILY_UNAVAILABLE')
  }
  const { url, close } = await start(
    { ...defaults, port: 0, log: 'silent', visits: 'manual' },
    {
      write: () => undefined,
      createState: (...of) => {
        const state = createMemoryState(...of)
        made = {
          ...state,
          sessions: {
            ...state.sessions,
            find: (id) => {
              look()
              return state.sessions.find(id)
            },
          },
          deliveries: {
            ...state.deliveries,
            list: (filter) => {
              look()
              return state.deliveries.list(filter)
            },
          },
        }
        return made
      },
    },
  )
  const { control } = await connectMockYoti(url)
  return {
    control,
    looks: () => looks,
    /** The next looks find nothing but a store that is away; those who wait look at once. */
    goAway: (count: number) => {
      away = count
      made?.changes.emit('clock')
    },
    [Symbol.asyncDispose]: close,
  }
}

const until = (isSo: () => boolean) => vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 20_000 })

test('who waits for a stage goes on waiting while the store is away', async () => {
  await using server = await startAway()
  const { session_id: id } = await server.control.sessions.start({ scenario: 'all-approve' })
  const before = server.looks()
  const waiting = server.control.sessions.waitFor(id, 'completed', { timeoutSeconds: 30 })
  await until(() => server.looks() > before)
  const looked = server.looks()
  server.goAway(2)
  await until(() => server.looks() >= looked + 3)
  await server.control.sessions.visit(id)
  expect((await waiting).stage).toBe('completed')
})

test('who waits for a notification goes on waiting while the store is away', async () => {
  await using server = await startAway()
  const waiting = server.control.notifications.waitFor({ topic: 'session_completion' }, { timeoutSeconds: 2 })
  await until(() => server.looks() > 0)
  const looked = server.looks()
  server.goAway(2)
  await expect(waiting).rejects.toThrow('NOTIFICATION_NOT_SENT')
  expect(server.looks()).toBeGreaterThanOrEqual(looked + 3)
})

test('who begins to wait while the store is away is told so at once', async () => {
  await using server = await startAway()
  const { session_id: id } = await server.control.sessions.start({ scenario: 'all-approve' })
  server.goAway(1)
  await expect(server.control.sessions.waitFor(id, 'completed')).rejects.toThrow('TEMPORARILY_UNAVAILABLE')
})
