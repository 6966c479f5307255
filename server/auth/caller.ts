import { YotiError } from '../base/errors.js'
import type { SignaturePolicy } from './application.js'
import type { Verdict } from './verdict.js'

/** Who sent a request, once it was found to be allowed to. */
export type Caller = {
  readonly policy: SignaturePolicy
  readonly verdict: Verdict
  /** The application, if it said which. */
  readonly sdkId?: string
  /** A session's client token, in place of a signature: good for that session only. */
  readonly clientToken?: string
  /** What a strict server would have refused, and what is odd. For the log. */
  readonly note?: string
  /** The nonce of a verified signature that was not seen before: to be remembered. */
  readonly nonce?: string
}

/** What ownership of a session depends on. */
export type OwnedSession = { readonly sdkId?: string; readonly clientSessionToken: string }

/**
 * A session belongs to the application that created it, a named session to nobody: it answers everybody.
 * @returns what there is to note about it
 * @throws YotiError BAD_SDK_ID or BAD_TOKEN when the caller has no right to the session
 */
export const authorise = (
  { policy, sdkId, clientToken }: Pick<Caller, 'policy' | 'sdkId' | 'clientToken'>,
  { sdkId: owner, clientSessionToken }: OwnedSession,
): string | undefined => {
  if (policy === 'off') return undefined
  if (clientToken !== undefined) {
    if (clientToken === clientSessionToken) return undefined
    throw new YotiError('BAD_TOKEN', {
      hint: "X-Yoti-Auth-Token is not this session's client_session_token, which creating it returned",
    })
  }
  if (owner === undefined || owner === sdkId) return undefined
  if (sdkId === undefined) return `no sdkId was sent; the session is that of '${owner}', and Yoti would refuse`
  throw new YotiError('BAD_SDK_ID', { hint: `the session was created by the application '${owner}', not '${sdkId}'` })
}
