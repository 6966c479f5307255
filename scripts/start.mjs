// `npm start`: sets up what is stale, then serves in this very process, so that its signals and exit code are the server's.
import { setUp } from './setup.mjs'

setUp()
await import(new URL('../bin/mock-yoti.js', import.meta.url).href)
