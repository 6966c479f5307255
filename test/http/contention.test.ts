import { expect, test } from 'vitest'
import { defaults } from '../../server/config/config.js'
import { start } from '../../server/start.js'
import { createMemoryState } from '../../server/state/memory/index.js'
import { atHomeOrder } from '../support/orders.js'

/** A server whose state refuses so many commits, as if others were always faster, and how often it was asked. */
const startRefusing = async (refusals: number) => {
  let commits = 0
  let left = refusals
  const { url, close } = await start(
    { ...defaults, port: 0, log: 'silent', visits: 'manual' },
    {
      write: () => undefined,
      createState: (...of) => {
        const state = createMemoryState(...of)
        return {
          ...state,
          commit: (read, changes) => {
            commits += 1
            left -= 1
            return left < 0 && state.commit(read, changes)
          },
        }
      },
    },
  )
  const refuse = (count: number) => {
    left = count
  }
  return { url, commits: () => commits, refuse, [Symbol.asyncDispose]: close }
}

const create = (url: string) =>
  fetch(`${url}/idverify/v1/sessions?sdkId=app`, { method: 'POST', body: JSON.stringify(atHomeOrder()) })

test.concurrent('a request is decided again while others are faster, a hundred times', async () => {
  await using server = await startRefusing(99)
  expect((await create(server.url)).status).toBe(201)
  expect(server.commits()).toBe(100)
})

test.concurrent('a session that the control API starts is given up after a hundred times too', async () => {
  await using server = await startRefusing(100)
  const start = () =>
    fetch(`${server.url}/__mock/sessions`, { method: 'POST', body: JSON.stringify({ scenario: 'all-approve' }) })
  expect([(await start()).status, server.commits()]).toEqual([503, 100])
  expect((await start()).status).toBe(201)
})

test.concurrent('a visit and a removal of a session give up after a hundred times', async () => {
  await using server = await startRefusing(0)
  const { session_id: id } = (await (await create(server.url)).json()) as { session_id: string }
  const path = `${server.url}/__mock/sessions/${id}`
  server.refuse(100)
  expect((await fetch(`${path}/visit`, { method: 'POST' })).status).toBe(503)
  server.refuse(100)
  expect((await fetch(path, { method: 'DELETE' })).status).toBe(503)
  expect((await fetch(path, { method: 'DELETE' })).status).toBe(204)
})

test.concurrent('then it gives up with 503, and the next one is answered', async () => {
  await using server = await startRefusing(100)
  const refused = await create(server.url)
  expect([refused.status, await refused.json()]).toEqual([
    503,
    {
      code: 'TEMPORARILY_UNAVAILABLE',
      message: 'Unable to complete your request right now.  Please try again later',
    },
  ])
  expect(server.commits()).toBe(100)
  expect((await create(server.url)).status).toBe(201)
})
