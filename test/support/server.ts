import { writeLine } from '../../server/base/host.js'
import { defaults } from '../../server/config/config.js'
import { connectMockYoti, fixedClock, type MockYoti, type MockYotiOptions, startMockYoti } from '../../server/index.js'
import { start } from '../../server/start.js'
import { createMemoryState } from '../../server/state/memory/index.js'
import { createJsonStore } from './json-store.js'

/** The instant that tests live in, unless they say otherwise. */
export const testNow = '2026-03-04T12:00:00Z'

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

/**
 * A server in this process, its clock standing still and every answer checked against its document. With TEST_STORE=json
 * (the project `store`) it keeps its state as far away as a shared store.
 */
export const startServer = (options: MockYotiOptions = {}): ReturnType<typeof startMockYoti> => {
  const settings = { clock: fixedClock(testNow), checkAnswers: true, ...options }
  return process.env['TEST_STORE'] === 'json' ? startOverStore(settings) : startMockYoti(settings)
}
