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

const containerProjects = [
  { test: { name: 'container', include: ['test/container/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
  {
    // The same suites as in this process, against the image.
    test: {
      ...common,
      name: 'image',
      include: ['test/http/**/*.test.ts', 'test/sdk/**/*.test.ts'],
      globalSetup: ['test/container/start-image.ts'],
    },
  },
]

const config: ViteUserConfig = defineConfig({
  test: {
    globalSetup: ['test/support/keep-built.ts'],
    projects: [
      { test: { ...common, name: 'server', include: ['test/**/*.test.ts'] } },
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
