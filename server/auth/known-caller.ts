import type { Application, SignaturePolicy } from './application.js'

/** What is known about the sender that a request claims to have. */
export type KnownCaller = {
  /** The application that the request counts for: see `callerSdkId`. */
  readonly sdkId: string | undefined
  readonly application: Application | undefined
  /** Its policy; the server's for a caller that is no known application. */
  readonly policy: SignaturePolicy
  /** The policy of the application that the request names, which may be another one than that of its token. */
  readonly namedPolicy: SignaturePolicy
  /** The bearer token, if this server issued it. */
  readonly token: { readonly sdkId: string; readonly expiresAt: number } | undefined
  /** By the application's clock. */
  readonly now: number
  /** Whether the application has sent the nonce before. */
  readonly nonceSeen: boolean
}
