// What the commands need of this room.
export { startProxy } from './proxy.js'
export { type FromFile, readRecordings } from './read-files.js'
export { openRecordings } from './recordings.js'
export { createRedactor } from './redact-exchange.js'
export { parseUpstream } from './upstream.js'
