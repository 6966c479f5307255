import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// The native part of pact-js reports its use to Google Analytics unless told not to.
process.env['PACT_DO_NOT_TRACK'] = 'true'

// Set by scripts/test.mjs when a container engine answers: the image that the container tests run.
const image = process.env['TEST_IMAGE']

// Files share a worker and its modules: the server keeps no state in a module.
const common = {
  isolate: false,
  // What says that it may run beside others waits for services most of the time.
  maxConcurrency: 2,
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

/** Tests that bring a state of their own: another store makes no difference to them. */
const ofOwnState = ['test/http/contention.test.ts']

/** What two servers behind a proxy cannot show: broken HTTP, which the proxy reads itself, and what one process counts. */
const ofOneServer = ['completeness', 'unreadable', 'metrics', 'answered-shapes'].map(
  (name) => `test/http/${name}.test.ts`,
)

/**
 * The files that take longest begin first: one that began last would run alone. Those that mostly wait take turns with those
 * that compute.
 */
const longest = [
  'test/browser/pages.test.ts',
  'test/browser/other-pages.test.ts',
  'test/browser/live.test.ts',
  'test/browser/api-page.test.ts',
  'test/gauntlet/mistakes.test.ts',
  'test/package/packed.test.ts',
  'test/gauntlet/whole-run.test.ts',
  'test/contracts/whole-shapes.test.ts',
  'test/replicas/outages.test.ts',
  'test/contracts/runners.test.ts',
  'test/gauntlet/ways.test.ts',
  'test/gauntlet/exported.test.ts',
  'test/commands/serve.test.ts',
  'test/gauntlet/command.test.ts',
  'test/catalogue/every-scenario.test.ts',
  'test/gauntlet/future.test.ts',
  'test/replicas/crashes.test.ts',
]

const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = longest.findIndex((path) => moduleId.endsWith(path))
  return rank < 0 ? longest.length : rank
}

/** A project's files stay together, because they share workers. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return sorted.sort((a, b) => projects.indexOf(a.project) - projects.indexOf(b.project) || rankOf(a) - rankOf(b))
  }
}

const hasRedis = spawnSync(process.env['TEST_REDIS_SERVER'] ?? 'redis-server', ['--version']).status === 0
if (!hasRedis) {
  const message = 'redis-server is not installed: the suites over Redis are left out (apt-get install redis-server)'
  if (process.env['CI'] === 'true') throw new Error(message)
  console.error(message)
}

const containerProjects = [
  { test: { name: 'container', include: ['test/container/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
  {
    // The same suites as in this process, against the image: one file at a time, because all ask the same server.
    test: {
      ...common,
      name: 'image',
      maxWorkers: 1,
      sequence: { groupOrder: 1 },
      include: [...filesOfTarget('test/http'), ...filesOfTarget('test/sdk')],
      globalSetup: ['test/container/start-image.ts'],
    },
  },
]

const config: ViteUserConfig = defineConfig({
  test: {
    globalSetup: ['test/support/keep-built.ts'],
    // Vitest's own choice is one fewer than there are cores: one on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
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
        // A real browser, one for each file.
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
        },
      },
      {
        // The same suites over a state that answers later, keeps JSON only and refuses commits.
        test: {
          ...common,
          name: 'store',
          env: { TEST_STORE: 'json' },
          include: storeSuites,
          exclude: [...common.exclude, ...ofOwnState],
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
          exclude: [...common.exclude, ...ofOwnState, ...(store === 'replicas' ? ofOneServer : [])],
        },
      })),
      {
        // Contracts need processes: pact-js has a native part.
        test: {
          name: 'contracts',
          include: ['examples/**/*.pact.test.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          globalSetup: ['examples/pact-run.ts', 'examples/webhook-pact-run.ts'],
        },
      },
      ...(image === undefined ? [] : containerProjects),
    ],
  },
})

export default config
