import type { Verdict } from '../auth/verdict.js'
import type { ErrorCode, NearMiss, PropertyError, SignedStrings } from '../base/errors.js'
import type { AppliedFault } from '../faults/fault.js'

/** An answer as it went over the wire; no bytes when it has no body. */
export type Sent = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes?: Uint8Array
}

/** What a request is, before anything is known about it. */
export type Opening = {
  readonly method: string
  readonly url: string
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[]
}

/** Why a request was refused. */
export type Failure = {
  readonly code: ErrorCode
  readonly message: string
  readonly errors?: readonly PropertyError[]
  /** For the log only: what to do about it. */
  readonly hint?: string
  /** Of a signature that was refused. */
  readonly signing?: SignedStrings
  /** Of a request that no operation answers. */
  readonly nearest?: NearMiss
}

/**
 * A request and its answer. The steps of the pipeline note in it what they find, so that a failure leaves what was known
 * till then. Nothing is rendered before somebody reads it.
 */
export type Entry = Opening & {
  /** Counts requests from 1; 0 when the journal does not keep it. */
  id: number
  /** The replica that answered it, where several share a state. */
  replica?: string
  /** Milliseconds since 1970, by the server's clock. */
  at: number
  operation: string | undefined
  sdkId: string | undefined
  sessionId: string | undefined
  scenario: string | undefined
  verdict: Verdict | undefined
  /** What a strict server would have refused, and what is odd. */
  note: string | undefined
  /** What mock-yoti chose or passed over, where the sender may have meant something else. */
  notes: readonly string[]
  /** The page of the session that was created, for the log. */
  page: string | undefined
  failure: Failure | undefined
  fault: AppliedFault | undefined
  /** What arrived as a body, as much as is kept of it. */
  body: Uint8Array | undefined
  bodySize: number
  /** Nothing when its connection was cut before, or while it is being answered. */
  sent: Sent | undefined
  /** From the first byte to the last that was handed on; undefined while it is being answered. */
  milliseconds: number | undefined
}

export const createEntry = ({ method, url, rawHeaders }: Opening): Entry => ({
  id: 0,
  at: 0,
  method,
  url,
  rawHeaders,
  operation: undefined,
  sdkId: undefined,
  sessionId: undefined,
  scenario: undefined,
  verdict: undefined,
  note: undefined,
  notes: [],
  page: undefined,
  failure: undefined,
  fault: undefined,
  body: undefined,
  bodySize: 0,
  sent: undefined,
  milliseconds: undefined,
})
