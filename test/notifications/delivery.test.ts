import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { backoff } from '../../server/webhooks/dispatcher.js'
import { branchTopics, openNotified } from '../support/notified.js'
import { listenLocally, openReceiver } from '../support/receiver.js'

/** A port of this machine that nobody listens on now. */
const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('a receiver that is down for a while gets everything, in order', async () => {
  await using server = await openNotified()
  const port = await freePort()
  const sessionId = await server.create({ endpoint: `http://127.0.0.1:${port}/yoti` })
  await server.control.sessions.visit(sessionId)
  const refused = async (): Promise<void> => {
    const [first] = await server.control.notifications.list({ sessionId })
    if (first?.attempts.length === 0) return refused()
    expect(first?.attempts[0]?.error).toContain('ECONNREFUSED')
  }
  await refused()
  await using receiver = await openReceiver([], port)
  const delivered = await server.control.notifications.waitFor({ sessionId, count: 3 })
  expect(receiver.topics()).toEqual(branchTopics)
  expect(delivered[0]?.attempts.length).toBeGreaterThan(1)
})

test('what a receiver fails at is sent again, and the rest of the session waits for it', async () => {
  await using server = await openNotified({}, [503, 500])
  const sessionId = await server.create()
  await server.control.sessions.visit(sessionId)
  const [first] = await server.control.notifications.waitFor({ sessionId, count: 3 })
  expect(first?.attempts.map(({ status }) => status)).toEqual([503, 500, 200])
  expect(server.receiver.topics()).toEqual(['first_branch_visit', 'first_branch_visit', ...branchTopics])
})

test('attempts are a quarter of a second apart, then twice as long each time', () => {
  expect([1, 2, 3, 4].map(backoff)).toEqual([250, 500, 1000, 2000])
})

test('a receiver that keeps failing is given up on', async () => {
  await using server = await openNotified({ notifyRetries: 1 }, [500, 500])
  const sessionId = await server.create()
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  const all = await server.control.notifications.list({ sessionId })
  expect(all.map(({ topic, status }) => `${topic} ${status}`)).toEqual([
    'first_branch_visit failed',
    'thank_you_email_requested delivered',
    'session_completion delivered',
  ])
})

test('what a receiver refuses is not sent again, and its answer can be read', async () => {
  await using server = await openNotified({}, [400])
  const sessionId = await server.create()
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  const [refused] = await server.control.notifications.list({ sessionId, status: 'failed' })
  expect(refused?.attempts).toEqual([
    expect.objectContaining({
      status: 400,
      answer: { headers: expect.objectContaining({ 'x-receiver': 'yes' }), body: 'taken' },
    }),
  ])
  expect(server.receiver.topics()).toEqual(branchTopics)
})

test('a receiver that does not answer is not waited for', async () => {
  await using server = await openNotified({ notifyTimeout: 0.05, notifyRetries: 0 })
  await using silent = await listenLocally(() => undefined)
  const sessionId = await server.create({ endpoint: silent.url, topics: ['session_completion'] })
  await server.control.sessions.visit(sessionId)
  const [failed] = await server.control.notifications.waitFor({ sessionId, status: 'failed' })
  expect(failed?.attempts[0]?.error).toContain('no answer within 0.05 s')
})

test('a receiver that does not finish its answer is not waited for', async () => {
  await using server = await openNotified({ notifyTimeout: 0.05, notifyRetries: 0 })
  await using slow = await listenLocally((_request, response) => void response.writeHead(200).write('not all'))
  const sessionId = await server.create({ endpoint: slow.url, topics: ['session_completion'] })
  await server.control.sessions.visit(sessionId)
  const [failed] = await server.control.notifications.waitFor({ sessionId, status: 'failed' })
  expect(failed?.attempts[0]?.error).toBe('no answer within 0.05 s')
})

const rawReceiver = async (answer: string) => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.once('data', () => socket.write(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/yoti`, [Symbol.asyncDispose]: close }
}

test.each([
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'the receiver answered 101, and nothing after it',
  ],
  ['more headers than anybody reads', `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(20_000)}`, 'Header overflow'],
  ['no HTTP', '\0\x01garbage\r\n\r\n', 'Parse Error'],
  ['a broken chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'aborted'],
])('a receiver that answers with %s has failed, and holds up nothing', async (_what, answer, error) => {
  await using receiver = await rawReceiver(answer)
  const server = await openNotified({ notifyRetries: 0, shutdownTimeout: 60 })
  const sessionId = await server.create({ endpoint: receiver.url })
  await server.control.sessions.visit(sessionId)
  const waiting = server.control.notifications.waitFor({ sessionId, status: 'failed', count: 3 })
  expect((await waiting).map(({ attempts }) => attempts[0]?.error)).toEqual(
    Array(3).fill(expect.stringContaining(error)),
  )
  // Nothing is on its way any more.
  await server.close()
})

test('however many receivers of one application hang, another application is told', async () => {
  await using server = await openNotified({ notifyTimeout: 3600 })
  await using half = await listenLocally((request, response) => {
    if (request.headers.authorization === undefined) response.end()
  })
  const topics = ['session_completion']
  const hanging = { endpoint: half.url, topics, auth_token: 'hang' }
  const stuck = await Promise.all(Array.from({ length: 70 }, () => server.create(hanging, { sdkId: 'stuck' })))
  await Promise.all(stuck.map((id) => server.control.sessions.visit(id)))
  const free = await server.create({ endpoint: half.url, topics }, { sdkId: 'free' })
  await server.control.sessions.visit(free)
  await server.control.notifications.waitFor({ sessionId: free })
  expect(await server.control.notifications.list({ sdkId: 'stuck', status: 'delivered' })).toEqual([])
})

test('a session that waits for its receiver holds up no other', async () => {
  await using server = await openNotified()
  await using silent = await listenLocally(() => undefined)
  const stuck = await server.create({ endpoint: silent.url })
  const free = await server.create()
  for (const id of [stuck, free]) await server.control.sessions.visit(id)
  await server.control.notifications.waitFor({ sessionId: free, count: 3 })
  expect(await server.control.notifications.list({ sessionId: stuck, status: 'delivered' })).toEqual([])
})

test('waiting in vain says what there is instead', async () => {
  await using server = await openNotified({}, [400])
  const sessionId = await server.create({ topics: ['session_completion'] })
  await server.control.notifications.hold({ sessionId })
  await server.control.sessions.visit(sessionId)
  const inVain = server.control.notifications.waitFor({ sessionId }, { timeoutSeconds: 0 })
  await expect(inVain).rejects.toThrow('0 of 1 after 0 s. There are: session_completion held')
  await expect(server.control.notifications.list({ topic: 'session_complete' })).rejects.toThrow(
    "Did you mean 'session_completion'?",
  )
})
