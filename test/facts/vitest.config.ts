import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** The facts of one room, or of all: what `npm run mutants` runs against each change. */
const room = process.env['MUTANTS_ROOM'] ?? ''

const config: ViteUserConfig = defineConfig({
  test: {
    include: [`test/facts/${room}/**/*.test.ts`.replaceAll('//', '/')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default config
