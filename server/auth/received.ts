/** A request as it arrived, before its body was looked at. */
export type Received = {
  readonly method: string
  /** The request-target, byte for byte. */
  readonly url: string
  readonly query: string
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[]
  /** The body; may be asked for again. */
  readonly bytes: () => Promise<Buffer>
}

/** Whom openapi.yaml lets call an operation: anyone, the holder of a session's client token too, or only a signed caller. */
export type Access = 'open' | 'client-token' | 'signed'

/** What a request was routed to. */
export type Called = {
  /** The base path that it was sent to, slashes not doubled. */
  readonly base: string
  readonly access: Access
  /** The sdkId that the path names, if it does: three sandbox clients send it nowhere else. */
  readonly pathSdkId: string | undefined
}
