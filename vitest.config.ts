import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

// The native part of pact-js reports its use to Google Analytics unless told not to.
process.env['PACT_DO_NOT_TRACK'] = 'true'

// Set by scripts/test.mjs when a container engine answers: the image that the container tests run.
const image = process.env['TEST_IMAGE']

// Files share a worker and its modules: the server keeps no state in a module.
const common = {
  isolate: false,
  testTimeout: 60_000,
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
          include: ['http', 'faults', 'notifications', 'clocks', 'journal', 'story', 'state'].map(
            (folder) => `test/${folder}/**/*.test.ts`,
          ),
        },
      },
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
