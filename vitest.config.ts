import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      { test: { name: 'server', include: ['test/**/*.test.ts'], testTimeout: 20_000 } },
      {
        // Contracts need processes: pact-js has a native part.
        test: {
          name: 'contracts',
          include: ['examples/**/*.pact.test.ts'],
          pool: 'forks',
          testTimeout: 20_000,
          globalSetup: 'examples/pact-run.ts',
        },
      },
    ],
  },
})

export default config
