import type { YotiError } from '../base/errors.js'
import type { AppliedFault } from '../faults/fault.js'

/**
 * What was found out about the sender: the signature fits (`verified`); a token stands in for it (`bearer`,
 * `client-token`); there is none (`unsigned`) or nothing to verify it with (`unverified`), and the policy lets it pass;
 * nobody looked (`not-checked`); or it was `refused`.
 */
export const verdicts = [
  'verified',
  'bearer',
  'client-token',
  'unsigned',
  'unverified',
  'not-checked',
  'refused',
] as const
export type Verdict = (typeof verdicts)[number]

/** An answer as it went over the wire; no bytes when it has no body. */
export type Sent = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes?: Uint8Array
}

/** What a request is, before anything is known about it. */
export type Opening = {
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
  readonly method: string
  readonly url: string
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[]
}

/**
 * A request and its answer. The rooms of the pipeline note in it what they find, so that a failure leaves what was known
 * till then. It keeps references; nothing is rendered before somebody reads it.
 */
export class Entry {
  /** Counts requests from 1; 0 until the journal took it. */
  id = 0
  readonly at: number
  readonly method: string
  readonly url: string
  readonly rawHeaders: readonly string[]
  operation: string | undefined = undefined
  sdkId: string | undefined = undefined
  sessionId: string | undefined = undefined
  scenario: string | undefined = undefined
  verdict: Verdict | undefined = undefined
  /** What a strict server would have refused, and what is odd. */
  note: string | undefined = undefined
  /** What mock-yoti chose or passed over, where the sender may have meant something else. */
  notes: readonly string[] = []
  failure: YotiError | undefined = undefined
  fault: AppliedFault | undefined = undefined
  /** What arrived as a body, as much as is kept of it. */
  body: Uint8Array | undefined = undefined
  bodySize = 0
  sent: Sent | undefined = undefined
  /** From the first byte to the last that was handed on; undefined while it is being answered. */
  milliseconds: number | undefined = undefined

  constructor({ at, method, url, rawHeaders }: Opening) {
    this.at = at
    this.method = method
    this.url = url
    this.rawHeaders = rawHeaders
  }
}
