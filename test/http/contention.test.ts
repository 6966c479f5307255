import { expect, test } from 'vitest'
import { defaults } from '../../server/config/config.js'
import { start } from '../../server/start.js'
import { createMemoryState } from '../../server/state/memory/index.js'
import { atHomeOrder } from '../support/orders.js'

/** A server whose state refuses so many commits, as if others were always faster, and how often it was asked. */
const startRefusing = async (refusals: number) => {
  let commits = 0
  const { url, close } = await start(
    { ...defaults, port: 0, log: 'silent' },
    {
      write: () => undefined,
      createState: (...of) => {
        const state = createMemoryState(...of)
        return {
          ...state,
          commit: (read, changes) => {
            commits += 1
            return commits > refusals && state.commit(read, changes)
          },
        }
      },
    },
  )
  return { url, commits: () => commits, [Symbol.asyncDispose]: close }
}

const create = (url: string) =>
  fetch(`${url}/idverify/v1/sessions?sdkId=app`, { method: 'POST', body: JSON.stringify(atHomeOrder()) })

test('a request is decided again while others are faster, a hundred times', async () => {
  await using server = await startRefusing(99)
  expect((await create(server.url)).status).toBe(201)
  expect(server.commits()).toBe(100)
})

test('then it gives up with 503, and the next one is answered', async () => {
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
