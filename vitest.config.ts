import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

// The native part of pact-js reports its use to Google Analytics unless told not to.
process.env['PACT_DO_NOT_TRACK'] = 'true'

// Set by scripts/test.mjs when a container engine answers: the image that the container tests run.
const image = process.env['TEST_IMAGE']

// Files share a worker and its modules: the server keeps no state in a module.
const common = {
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  exclude: ['test/container/**', '**/node_modules/**'],
}

/** The files below a folder whose tests can run against a server that is already there. */
const filesOfTarget = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(
      (path) =>
        path.endsWith('.test.ts') && readFileSync(new URL(path, import.meta.url), 'utf8').includes('openTarget('),
    )

/** The suites that run over every store. */
const storeSuites = ['http', 'faults', 'notifications', 'clocks', 'journal', 'story', 'state'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)
/** Over a Redis, `npm test` runs a sample of them; the matrix runs all. */
const redisSample = {
  redis: ['test/http/session-life.test.ts', 'test/http/drive-sessions.test.ts', 'test/state/**/*.test.ts'],
  replicas: [
    'test/clocks/**/*.test.ts',
    'test/journal/**/*.test.ts',
    'test/notifications/delivery.test.ts',
    'test/faults/twenty-applications.test.ts',
    'test/story/**/*.test.ts',
  ],
}

/** What two servers behind a proxy cannot show: broken HTTP, which the proxy reads itself, and what one process counts. */
const ofOneServer = ['completeness', 'unreadable', 'metrics', 'answered-shapes'].map(
  (name) => `test/http/${name}.test.ts`,
)

const hasRedis = spawnSync(process.env['TEST_REDIS_SERVER'] ?? 'redis-server', ['--version']).status === 0
if (!hasRedis) {
  const message = 'redis-server is not installed: the suites over Redis are left out (apt-get install redis-server)'
  if (process.env['CI'] === 'true') throw new Error(message)
  console.error(message)
}

const containerProjects = [
  { test: { name: 'container', include: ['test/container/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
  {
    // The same suites as in this process, against the image.
    test: {
      ...common,
      isolate: true,
      name: 'image',
      include: [...filesOfTarget('test/http'), ...filesOfTarget('test/sdk')],
      globalSetup: ['test/container/start-image.ts'],
    },
  },
]

const config: ViteUserConfig = defineConfig({
  test: {
    globalSetup: ['test/support/keep-built.ts'],
    projects: [
      {
        test: {
          ...common,
          name: 'server',
          include: ['test/**/*.test.ts'],
          exclude: [...common.exclude, 'test/browser/**'],
        },
      },
      {
        // A real browser: one file at a time, because tabs that are not looked at are slowed down.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // The same suites over a state that answers later, keeps JSON only and refuses commits.
        test: {
          ...common,
          name: 'store',
          env: { TEST_STORE: 'json' },
          include: storeSuites,
        },
      },
      ...Object.entries(hasRedis ? redisSample : {}).map(([store, sample]) => ({
        // The same suites over a Redis, with one server and with two behind a proxy.
        test: {
          ...common,
          name: store,
          env: { TEST_STORE: store },
          globalSetup: ['test/support/start-redis.ts'],
          include: process.env['TEST_MATRIX'] === 'true' ? storeSuites : sample,
          exclude: [...common.exclude, ...(store === 'replicas' ? ofOneServer : [])],
        },
      })),
      {
        // Contracts need processes: pact-js has a native part.
        test: {
          name: 'contracts',
          include: ['examples/**/*.pact.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          globalSetup: ['examples/pact-run.ts', 'examples/webhook-pact-run.ts'],
        },
      },
      ...(image === undefined ? [] : containerProjects),
    ],
  },
})

export default config
