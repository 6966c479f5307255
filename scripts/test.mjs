// `npm test`: sets up what is stale, then runs every test that needs only Node.
import { setUp } from './setup.mjs'

setUp()
const { startVitest } = await import('vitest/node')
await startVitest('test', process.argv.slice(2), { run: true, watch: false })
