import type { Maybe } from '../base/maybe.js'

/** A request as it arrived, before its body was looked at. */
export type IncomingRequest = {
  readonly method: string
  /** The request-target, byte for byte. */
  readonly url: string
  readonly query: string
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[]
  /** The body; may be asked for again. */
  readonly bytes: () => Maybe<Buffer>
}
