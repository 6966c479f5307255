import { randomUUID } from 'node:crypto'
import { writeLine } from '../../server/base/host.js'
import { defaults } from '../../server/config/config.js'
import { connectMockYoti, fixedClock, type MockYoti, type MockYotiOptions, startMockYoti } from '../../server/index.js'
import { start } from '../../server/start.js'
import { createMemoryState } from '../../server/state/memory/index.js'
import { createJsonStore } from './json-store.js'
import { openRoundRobin } from './round-robin.js'

/** The instant that tests live in, unless they say otherwise. */
export const testNow = '2026-03-04T12:00:00Z'

/**
 * Whether the server under test is two behind a proxy. Tests of what each server has for itself are left out then: the
 * connections of the event stream, and requests that are being answered.
 */
export const isReplicated: boolean = process.env['TEST_STORE'] === 'replicas'

type Target = MockYoti & { readonly close: () => Promise<void> }

/**
 * The server under test: one in this process with every answer checked, or, when MOCK_YOTI_URL is set, the one that
 * runs there.
 */
export const openTarget = async (): Promise<Target> => {
  const url = process.env['MOCK_YOTI_URL']
  if (url !== undefined) return { ...connectMockYoti(url), close: async () => undefined }
  return startServer()
}

/** The same server over a store that is not in its memory: see json-store.ts. */
const startOverStore = async ({
  clock,
  lookup,
  write,
  ...config
}: MockYotiOptions): ReturnType<typeof startMockYoti> => {
  const createState = (...of: Parameters<typeof createMemoryState>) => createJsonStore(createMemoryState(...of))
  const settings = { ...defaults, port: 0, log: 'silent', ...config } as const
  const world = { createState, write: write ?? writeLine, ...(clock && { clock }), ...(lookup && { lookup }) }
  const { url, close } = await start(settings, world)
  const { controlToken: token } = config
  return { ...connectMockYoti(url, token === undefined ? {} : { token }), close, [Symbol.asyncDispose]: close }
}

/** Two servers that share a Redis, behind a proxy that sends every other request to each. */
const startReplicas = async (settings: MockYotiOptions): ReturnType<typeof startMockYoti> => {
  const servers = await Promise.all([startMockYoti(settings), startMockYoti(settings)])
  const proxy = await openRoundRobin(servers.map(({ url }) => url))
  const close = async () => {
    await proxy[Symbol.asyncDispose]()
    await Promise.all(servers.map((server) => server.close()))
  }
  const { controlToken: token } = settings
  const connected = connectMockYoti(proxy.url, token === undefined ? {} : { token })
  return { ...connected, close, [Symbol.asyncDispose]: close }
}

/**
 * A server in this process, its clock standing still and every answer checked against its document. With TEST_STORE=json
 * (the project `store`) it keeps its state as far away as a shared store; with `redis` in a Redis, and with `replicas`
 * there are two servers with one Redis.
 */
export const startServer = (options: MockYotiOptions = {}): ReturnType<typeof startMockYoti> => {
  const settings = { clock: fixedClock(testNow), checkAnswers: true, ...options }
  const { TEST_STORE: store, TEST_REDIS: redis } = process.env
  if (store === 'json') return startOverStore(settings)
  if (redis === undefined || settings.store !== undefined || settings.state !== undefined)
    return startMockYoti(settings)
  const shared = { ...settings, store: redis, storePrefix: `test-${randomUUID()}` }
  // The proxy speaks plain http, and each server reads its own scenario files, when it sees that they have changed.
  const isAlone = settings.tlsCert !== undefined || settings.scenarios !== undefined
  return store === 'replicas' && !isAlone ? startReplicas(shared) : startMockYoti(shared)
}
