import { expect, test } from 'vitest'
import { defaults, isLoopback } from '../../../server/config/config.js'
import { parseConfig } from '../../../server/config/parse-config.js'

// docs/library.md: the defaults.
test('the defaults', () => {
  expect(defaults).toEqual({
    state: undefined,
    store: undefined,
    storePrefix: 'mock-yoti',
    storeWait: 0,
    host: '127.0.0.1',
    port: 9684,
    scenario: 'all-approve',
    scenarios: undefined,
    log: 'text',
    controlToken: undefined,
    checkAnswers: false,
    signatures: 'lenient',
    keys: [],
    tlsCert: undefined,
    tlsKey: undefined,
    visits: 'auto',
    visitDelay: 3,
    maxSessions: 10_000,
    notifyAllow: [],
    notifyInsecure: false,
    notifyTimeout: 10,
    notifyRetries: 12,
    allowOrigin: [],
    allowHost: [],
    shutdownTimeout: 2,
    journalSize: 1000,
    otlp: false,
    seed: 'mock-yoti',
  })
  expect(parseConfig([], {})).toEqual(defaults)
})

test.each([
  [['--port', '0'], { port: 0 }],
  [['--port', '65535'], { port: 65_535 }],
  [['--host', '0.0.0.0'], { host: '0.0.0.0' }],
  [['--log', 'json'], { log: 'json' }],
  [['--signatures', 'strict'], { signatures: 'strict' }],
  [['--visits', 'manual'], { visits: 'manual' }],
  [['--visit-delay', '0.5'], { visitDelay: 0.5 }],
  [['--max-sessions', '999999'], { maxSessions: 999_999 }],
  [['--notify-retries', '0'], { notifyRetries: 0 }],
  [['--notify-timeout', '0.1'], { notifyTimeout: 0.1 }],
  [['--notify-allow', 'a.example', '--notify-allow', '[::1]'], { notifyAllow: ['a.example', '[::1]'] }],
  [['--journal-size', '0'], { journalSize: 0 }],
  [['--key', 'a=b=c'], { keys: [{ sdkId: 'a', file: 'b=c' }] }],
  [
    ['--key', 'a=1,b=2', '--key', 'a=3'],
    {
      keys: [
        { sdkId: 'a', file: '1' },
        { sdkId: 'b', file: '2' },
        { sdkId: 'a', file: '3' },
      ],
    },
  ],
])('%j sets %j', (argv, settings) => {
  expect(parseConfig(argv, {})).toEqual({ ...defaults, ...settings })
})

test.each([
  [['--port', '65536'], "--port takes a number from 0 to 65535; got '65536'"],
  [['--port', '-1'], '--port'],
  [['--journal-size', '1000000'], "--journal-size takes a whole number from 0 to 999999; got '1000000'"],
  [['--visit-delay', '-1'], '--visit-delay'],
  [['--shutdown-timeout', '99999999'], "--shutdown-timeout takes at most 2000000; got '99999999'"],
  [['--visit-delay', '1e3'], "--visit-delay takes a number; got '1e3'"],
  [['--key', 'a'], "--key takes an sdkId and the file of its public key, SDKID=FILE; got 'a'"],
  [['--key', '=b'], "SDKID=FILE; got '=b'"],
  [['--signatures', 'loose'], 'loose'],
  [['--prot', '1'], '--port'],
])('%j is refused', (argv, message) => {
  expect(() => parseConfig(argv, {})).toThrow(message)
})

test('the command line goes before the environment, and that before the defaults', () => {
  const env = { MOCK_YOTI_PORT: '1', MOCK_YOTI_SEED: 'two', MOCK_YOTI_URL: 'http://x', PATH: 'y' }
  expect(parseConfig(['--port', '2'], env)).toEqual({ ...defaults, port: 2, seed: 'two' })
  expect(() => parseConfig([], { MOCK_YOTI_PROT: '1' })).toThrow(
    "Unknown environment variable MOCK_YOTI_PROT. Did you mean 'MOCK_YOTI_PORT'?",
  )
})

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.127.0.1', false],
])('%s is reached from this machine only: %s', (host, isLocal) => {
  expect(isLoopback(host)).toBe(isLocal)
})
