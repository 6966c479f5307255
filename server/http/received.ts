import type { IncomingHttpHeaders } from 'node:http'

/** Whom openapi.yaml lets call an operation: anyone, the holder of a session's client token too, or only a signed caller. */
export type Access = 'open' | 'client-token' | 'signed'

/** A routed request, before its body was looked at. */
export type Received = {
  readonly method: string
  /** The request-target as it arrived. */
  readonly url: string
  readonly query: string
  /** The base path that it was sent to, slashes not doubled. */
  readonly base: string
  readonly headers: IncomingHttpHeaders
  readonly access: Access
  /** The sdkId that the path names, if it does: three sandbox clients send it nowhere else. */
  readonly pathSdkId: string | undefined
  readonly bytes: () => Promise<Buffer>
}
