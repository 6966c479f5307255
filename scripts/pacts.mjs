// `npm run pacts`: runs the contract tests of the examples and copies their pacts to contracts/pacts, to be committed.
// The tests themselves compare the two, and fail when the committed ones are stale.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { env } from 'node:process'
import { committed, committedPart, leftover, namesIn, written } from './compare-pacts.mjs'
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
      await writeFile(
        new URL(below + name, committed),
        `${JSON.stringify(await committedPart(JSON.parse(await readFile(new URL(below + name, written), 'utf8'))), null, 2)}\n`,
      )
  }
}
