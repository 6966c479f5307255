import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Context, createAdapter } from '../../gauntlet/adapter.js'
import type { Description } from '../../gauntlet/description.js'
import { connectMockYoti } from '../../server/index.js'

let folder = ''
let server: Server
let received: { method: string | undefined; url: string | undefined; body: string }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-adapter-'))
  server = createServer(async (request, response) => {
    received.push({ method: request.method, url: request.url, body: Buffer.concat(await request.toArray()).toString() })
    response.end(JSON.stringify({ data: { id: 17, state: 'OK', entries: ['one', 'two'] } }))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

const words = { pass: ['OK'], fail: ['NO'], pending: ['OPEN'] }
const context = (parts: Partial<Context> = {}): Context => ({
  values: { id: '17' },
  serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  yoti: connectMockYoti('http://127.0.0.1:1'),
  log: [],
  callbacks: [],
  ...parts,
})
const adapterOf = (description: Partial<Description>) =>
  createAdapter({ directory: folder, service: {}, words, ...description })

test('a request begins the verification, and its answer has the id', async () => {
  received = []
  const begin = { request: 'POST /orders/{{id}}', body: { who: 'customer {{id}}' }, id: 'data.id' }
  const { begin: run } = await adapterOf({ begin, observe: { request: 'GET /x' } })
  expect(await run(context())).toMatchObject({ id: '17', status: 200 })
  expect(received).toEqual([{ method: 'POST', url: '/orders/17', body: '{"who":"customer 17"}' }])
})

test('a service that is not there has no status and no id', async () => {
  const { begin } = await adapterOf({ begin: { request: 'POST /x' }, observe: { request: 'GET /x' } })
  expect(await begin(context({ serviceUrl: 'http://127.0.0.1:1' }))).toMatchObject({ id: undefined, status: 0 })
})

test('an answer has the decision, and how often it was recorded', async () => {
  const observe = { request: 'GET /v/{{id}}', decision: 'data.state', count: 'data.entries' }
  const adapter = await adapterOf({ begin: { request: 'POST /x' }, observe })
  expect(await adapter.observe(context())).toEqual({ decision: 'pass', word: 'OK', count: 2, status: 200 })
})

test('a word that the description does not have is no decision', async () => {
  const observe = { request: 'GET /v', decision: 'data.id' }
  const adapter = await adapterOf({ begin: { request: 'POST /x' }, observe })
  expect(await adapter.observe(context())).toMatchObject({ decision: undefined, word: '17' })
})

test('an answer that has no decision is kept', async () => {
  const observe = { request: 'GET /v', decision: 'data.verdict' }
  const adapter = await adapterOf({ begin: { request: 'POST /x' }, observe })
  expect(await adapter.observe(context())).toEqual({
    decision: undefined,
    word: '',
    status: 200,
    answer: '200 {"data":{"id":17,"state":"OK","entries":["one","two"]}}',
  })
})

test('a command prints the decision', async () => {
  const observe = { command: `node -p "'{{id}}' === '17' ? 'NO' : 'OK'"` }
  const adapter = await adapterOf({ begin: { request: 'POST /x' }, observe })
  expect(await adapter.observe(context())).toEqual({ decision: 'fail', word: 'NO' })
})

test('the last line of the log about the verification has the decision', async () => {
  const observe = { log: 'verification (?<id>\\S+) is (?<decision>\\w+)' }
  const adapter = await adapterOf({ begin: { request: 'POST /x' }, observe })
  const log = ['verification 17 is OPEN', 'verification 17 is OK', 'verification 18 is NO', 'something else']
  expect(await adapter.observe(context({ log }))).toEqual({ decision: 'pass', word: 'OK' })
  expect(await adapter.observe(context())).toEqual({ decision: 'pending', word: '' })
})

test('a call of the service has the decision; each counts', async () => {
  const observe = { callback: 'reference', decision: 'result' }
  const adapter = await adapterOf({ begin: { request: 'POST /x' }, observe })
  const callbacks = ['17', '18', '17'].map((reference) => ({
    body: { reference, result: reference === '17' ? 'OK' : 'NO' },
  }))
  expect(await adapter.observe(context({ callbacks }))).toEqual({ decision: 'pass', word: 'OK', count: 2 })
  expect(await adapter.observe(context())).toEqual({ decision: 'pending', word: '', count: 0 })
})

test('a module does what a description cannot say', async () => {
  await writeFile(
    join(folder, 'adapter.mjs'),
    `export const begin = async ({ serviceUrl }) => ({ id: 'a', status: 200, answer: serviceUrl })
     export const observe = async ({ values }) => ({ decision: 'pending', word: values.id })`,
  )
  const adapter = await adapterOf({ module: 'adapter.mjs' })
  expect(await adapter.begin(context())).toMatchObject({ id: 'a', status: 200 })
  expect(await adapter.observe(context())).toEqual({ decision: 'pending', word: '17' })
})

test('a module that cannot be used is refused with its name', async () => {
  await writeFile(join(folder, 'half.mjs'), 'export const begin = async () => ({})')
  await expect(adapterOf({ module: 'half.mjs' })).rejects.toThrow(
    /half\.mjs must export the functions begin and observe/,
  )
  await expect(adapterOf({ module: 'none.mjs' })).rejects.toThrow(/none\.mjs cannot be loaded/)
})
