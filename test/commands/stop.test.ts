import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connectMockYoti, startMockYoti } from '../../server/index.js'
import { serveCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

test('SIGTERM finishes a delayed answer, takes no new connection, and exits with 0', async () => {
  const server = await serveCommand()
  await connectMockYoti(server.url).control.faults.add({ operation: 'getSession', delay: 'PT0.7S' })
  const answer = fetch(`${server.url}/idverify/v1/sessions/all-approve`)
  await fetch(`${server.url}/__mock/health`)
  const [ended, { status }] = await Promise.all([server.stop(), answer])
  expect([ended.code, status]).toEqual([0, 200])
})

test('an answer that takes longer than --shutdown-timeout is cut', async () => {
  const server = await serveCommand(['--shutdown-timeout', '0.1'])
  await connectMockYoti(server.url).control.faults.add({ operation: 'getSession', delay: 'PT30S' })
  const answer = fetch(`${server.url}/idverify/v1/sessions/all-approve`).then(
    () => 'answered',
    () => 'cut',
  )
  await fetch(`${server.url}/__mock/health`)
  expect((await server.stop()).code).toBe(0)
  expect(await answer).toBe('cut')
})

test('a second signal ends at once', async () => {
  const server = await serveCommand(['--shutdown-timeout', '60'])
  await connectMockYoti(server.url).control.faults.add({ operation: 'getSession', delay: 'PT30S' })
  const answer = fetch(`${server.url}/idverify/v1/sessions/all-approve`).catch(() => undefined)
  await fetch(`${server.url}/__mock/health`)
  const stopped = server.stop()
  await server.stop('SIGINT')
  // Signals that come together have no order.
  expect([130, 143]).toContain((await stopped).code)
  await answer
})

test('neither who waits for a notification nor who waits for a stage keeps a server from ending', async () => {
  const server = await serveCommand(['--shutdown-timeout', '0.1', '--visits', 'manual'])
  const created = await fetch(`${server.url}/idverify/v1/sessions`, {
    method: 'POST',
    body: JSON.stringify(
      inBranchOrder({ notifications: { endpoint: 'http://127.0.0.1:1/', topics: ['SESSION_COMPLETION'] } }),
    ),
  })
  const { session_id } = (await created.json()) as { session_id: string }
  const wait = (path: string) =>
    fetch(`${server.url}/__mock/${path}&timeout=200`).then(
      () => 'answered',
      () => 'cut',
    )
  const waiting = [
    wait(`notifications/wait?sessionId=${session_id}`),
    wait(`sessions/${session_id}/wait?stage=completed`),
  ]
  await fetch(`${server.url}/__mock/health`)
  // The test ends before the waits would.
  expect((await server.stop()).code).toBe(0)
  expect(await Promise.all(waiting)).toEqual(['cut', 'cut'])
})

test('close() of the library finishes what is in flight too', async () => {
  const server = await startServer()
  await server.control.faults.add({ operation: 'getSession', delay: 'PT0.3S' })
  const answer = fetch(`${server.apiUrl}/sessions/all-approve`)
  const arrived = async (): Promise<void> => {
    if ((await server.control.requests.list()).length === 0) await arrived()
  }
  await arrived()
  await server.close()
  expect((await answer).status).toBe(200)
  await expect(fetch(`${server.apiUrl}/sessions/all-approve`)).rejects.toThrow('fetch failed')
})

test('a connection that never finishes its TLS handshake does not keep a server from ending', async () => {
  const file = (name: string) => fileURLToPath(new URL(`../support/tls/${name}.pem`, import.meta.url))
  const server = await startMockYoti({ tlsCert: file('cert'), tlsKey: file('key'), shutdownTimeout: 60 })
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(Buffer.from([0x16, 0x03, 0x01]))
  const cut = new Promise((resolve) => socket.once('close', resolve))
  // The handshake's own time-out is two minutes.
  await server.close()
  await cut
})

const program = new URL('../../bin/mock-yoti.js', import.meta.url).pathname

test('a server outlives the reader of its log, and says so once', async () => {
  const child = spawn(process.execPath, [program, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  child.stdout.destroy()
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.toString()) ?? []
  for (const _turn of [1, 2, 3]) expect((await fetch(`${url}/idverify/v1/sessions/all-approve`)).status).toBe(200)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number | null]
  expect([code, errors]).toEqual([0, 'mock-yoti: the log cannot be written (EPIPE); the server goes on without it\n'])
})

test.runIf(process.platform === 'linux')('a full disk under the log does not end the server', async () => {
  const child = spawn(process.execPath, [program, '--port', '0'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  })
  const [said] = (await once(child.stderr ?? child, 'data')) as [Buffer]
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number | null]
  expect([code, said.toString()]).toEqual([
    0,
    'mock-yoti: the log cannot be written (ENOSPC); the server goes on without it\n',
  ])
})

test('a log that nobody reads holds up neither answers nor the end, and lines are left out of it', async () => {
  const child = spawn(process.execPath, [program, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  child.stdout.pause()
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.toString()) ?? []
  const long = `${url}/idverify/v1/sessions/${'x'.repeat(8_000)}`
  for (let sent = 0; sent < 700; sent++) expect((await fetch(long)).status).toBe(404)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  expect([code, errors]).toEqual([0, 'mock-yoti: nobody reads the log; lines are left out until somebody does\n'])
})
