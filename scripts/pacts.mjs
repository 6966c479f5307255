// `npm run pacts`: runs the contract tests of the examples and copies their pacts to contracts/pacts, to be committed.
// The tests themselves compare the two, and fail when the committed ones are stale.
import { cp, mkdir, rm } from 'node:fs/promises'
import { env } from 'node:process'
import { committed, leftover, namesIn, written } from './compare-pacts.mjs'
import { setUp } from './setup.mjs'

setUp()
env['UPDATE_PACTS'] = 'true'
const { startVitest } = await import('vitest/node')
await startVitest('test', [], { run: true, watch: false, project: ['contracts'] })
if (!process.exitCode) {
  for (const below of ['', 'webhooks/']) {
    await mkdir(new URL(below, committed), { recursive: true })
    for (const name of await leftover(below)) await rm(new URL(below + name, committed))
    for (const name of await namesIn(new URL(below, written)))
      await cp(new URL(below + name, written), new URL(below + name, committed))
  }
}
