import { defineConfig, type ViteUserConfig } from 'vitest/config'

// The native part of pact-js reports its use to Google Analytics unless told not to.
process.env['PACT_DO_NOT_TRACK'] = 'true'

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { name: 'server', include: ['test/**/*.test.ts'], testTimeout: 60_000 } },
      {
        // Contracts need processes: pact-js has a native part.
        test: {
          name: 'contracts',
          include: ['examples/**/*.pact.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          globalSetup: 'examples/pact-run.ts',
        },
      },
    ],
  },
})

export default config
