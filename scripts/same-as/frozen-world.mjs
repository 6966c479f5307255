// Loaded into both servers before anything else (`node --import`): one instant for ever, and ids that are the same on
// both sides as long as a request draws them in the same order.
import crypto, { createHash } from 'node:crypto'
import diagnostics from 'node:diagnostics_channel'
import { syncBuiltinESMExports } from 'node:module'

const instant = Date.parse('2026-03-04T12:00:00.000Z')
const RealDate = Date

class FrozenDate extends RealDate {
  /** @param {any[]} parts */
  constructor(...parts) {
    super(.../** @type {[number]} */ (parts.length === 0 ? [instant] : parts))
  }
  /** @override */
  static now() {
    return instant
  }
}
Object.assign(globalThis, { Date: FrozenDate })
// What durations are measured with goes on only when a timer ends, so that a wait of so many seconds ends too.
let elapsed = 0
performance.now = () => elapsed
const realSetTimeout = setTimeout
const movingSetTimeout = (callback, milliseconds = 0, ...rest) => {
  const end = (...values) => {
    elapsed += Math.ceil(milliseconds) + 1
    callback(...values)
  }
  return realSetTimeout(end, milliseconds, ...rest)
}
Object.assign(globalThis, {
  setTimeout: Object.defineProperties(movingSetTimeout, Object.getOwnPropertyDescriptors(realSetTimeout)),
})

let requests = 0
let draws = 0
diagnostics.subscribe('http.server.request.start', () => {
  requests += 1
  draws = 0
})

const nextUuid = () => {
  draws += 1
  const bytes = createHash('sha256').update(`${requests}/${draws}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

Object.defineProperty(globalThis.crypto, 'randomUUID', { value: nextUuid })
Object.assign(crypto, { randomUUID: nextUuid })
syncBuiltinESMExports()
