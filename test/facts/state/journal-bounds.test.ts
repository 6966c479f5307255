import { afterAll, expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

// docs/journal.md: the last 1,000 requests; of a body the first 64 KiB; of all bodies together 32 MiB.
const servers: { close: () => Promise<void> }[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
})
const open = async (options: Parameters<typeof startServer>[0] = {}) => {
  const server = await startServer({ signatures: 'off', ...options })
  servers.push(server)
  const post = async (body: string) => {
    const answer = await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body })
    return (await answer.text()).length
  }
  return {
    ...server,
    post,
    count: (expected: object = { atLeast: 0 }) => server.control.requests.verify(expected),
  }
}

test('bodies of more than 32 MiB together push the oldest out', async () => {
  const { post, count } = await open({ journalSize: 2000 })
  // A JSON text of exactly 65,536 bytes, which is refused: nothing but the journal keeps it.
  const body = `"${'x'.repeat(65_534)}"`
  const answered = await post(body)
  for (let call = 1; call < 515; call++) await post(body)
  // 32 * 1024 * 1024 divided by what one request and its answer weigh.
  expect(await count()).toBe(Math.floor(33_554_432 / (65_536 + answered)))
  await expect(count({ exactly: 3 })).rejects.toThrow('The journal had to forget requests that may have fitted')
})

test('of a longer body the first 65,536 bytes are kept, and its size', async () => {
  const { post, control } = await open()
  await post('x'.repeat(65_536))
  await post(`${'x'.repeat(65_536)}yz`)
  const [whole, cut] = await control.requests.list()
  expect([whole?.bodySize, String(whole?.body).length]).toEqual([65_536, 65_536])
  expect([cut?.bodySize, String(cut?.body).length, String(cut?.body).at(-1)]).toEqual([65_538, 65_536, 'x'])
})

test('the last requests are kept: 1,000 unless said, none with 0', async () => {
  const few = await open({ journalSize: 3 })
  for (let call = 0; call < 5; call++) await few.post(`${call}`)
  expect((await few.control.requests.list()).map(({ body, id }) => [id, body])).toEqual([
    [3, 2],
    [4, 3],
    [5, 4],
  ])
  const none = await open({ journalSize: 0 })
  await none.post('1')
  expect(await none.control.requests.list()).toEqual([])
  await expect(none.count({ exactly: 0 })).rejects.toThrow('The journal had to forget')
})

test('what was cleared on purpose leaves no doubt', async () => {
  const { post, control, count } = await open({ journalSize: 1 })
  await post('1')
  await post('2')
  await expect(count({ atMost: 1 })).rejects.toThrow('had to forget')
  expect(await count({ atLeast: 1 })).toBe(1)
  await control.requests.clear()
  expect(await count({ exactly: 0 })).toBe(0)
})
