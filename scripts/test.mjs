// `npm test`: sets up what is stale, then runs every test; those of the image need a container engine.
import { isCI } from './ci.mjs'
import { prepareContainerTests } from './container-engine.mjs'
import { setUp } from './setup.mjs'

setUp()
const filters = process.argv.slice(2)
const skipped = filters.length === 0 ? prepareContainerTests() : undefined
const { startVitest } = await import('vitest/node')
await startVitest('test', filters, { run: true, watch: false })
if (skipped !== undefined) {
  console.error(`\n${skipped}`)
  // Where CI is set, nothing may be left out unnoticed.
  if (isCI) process.exitCode = 1
}
