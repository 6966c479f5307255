// `npm test`: sets up what is stale, then runs every test that needs only Node. Arguments go to vitest.
import { setUp } from './setup.mjs'

setUp()
process.argv.splice(2, 0, 'run')
await import('../node_modules/vitest/vitest.mjs')
