import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.test.js'],
    // A package that is installed is never transformed. Here mock-yoti is the folder around this example: say so.
    server: { deps: { external: [/\/dist\//] } },
  },
})
