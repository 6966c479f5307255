import { YotiError } from '../base/errors.js'
import { isSameSecret } from '../base/secret.js'
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

/** What a request for a session is judged by. */
export type Asking = {
  readonly caller: Pick<Caller, 'policy' | 'verdict' | 'sdkId' | 'clientToken'>
  /** The client token that came, where the operation takes one; also when the caller's policy did not look at it. */
  readonly offeredToken: string | undefined
  /** The policy of the application that owns the session; none when nobody does. */
  readonly ownerPolicy: SignaturePolicy | undefined
}

const provenVerdicts: readonly Verdict[] = ['verified', 'bearer']

/**
 * A session belongs to the application that created it, a named session to nobody: it answers everybody. The policy of
 * the owner decides who else may come.
 * @returns what there is to note about it
 * @throws YotiError BAD_SDK_ID or BAD_TOKEN when the caller has no right to the session
 */
export const authorise = (
  { caller: { policy, verdict, sdkId, clientToken }, offeredToken, ownerPolicy }: Asking,
  { sdkId: owner, clientSessionToken }: OwnedSession,
): string | undefined => {
  const deciding = ownerPolicy ?? policy
  if (deciding === 'off') return undefined
  if (offeredToken !== undefined && isSameSecret(offeredToken, clientSessionToken)) return undefined
  if (clientToken !== undefined)
    throw new YotiError('BAD_TOKEN', {
      hint: "X-Yoti-Auth-Token is not this session's client_session_token, which creating it returned",
    })
  if (owner === undefined) return undefined
  if (sdkId === undefined && deciding === 'lenient')
    return `no sdkId was sent; the session is that of '${owner}', and Yoti would refuse`
  if (sdkId !== owner) {
    const sender = sdkId === undefined ? 'this request names none' : `not '${sdkId}'`
    throw new YotiError('BAD_SDK_ID', { hint: `the session was created by the application '${owner}', ${sender}` })
  }
  if (deciding === 'strict' && !provenVerdicts.includes(verdict))
    throw new YotiError('BAD_SDK_ID', { hint: `'${owner}' is strict, and nothing proves that this request is its own` })
  return undefined
}
