import type { KnownCaller } from '../auth/known-caller.js'
import type { ReadKey } from '../auth/public-key.js'
import { systemClock } from '../base/clock.js'
import type { Ids } from '../base/ids.js'
import type { components } from '../openapi/generated/oauth.js'
import type { Assertion } from './client-assertion.js'
import { parseTokenRequest } from './token-request.js'

/** How long an access token lives, in seconds: 45 minutes, says Yoti. */
const tokenLifetime = 2700

/** What tokens are issued with. */
export type IssueDeps = { readonly ids: Ids; readonly readKey: ReadKey }

/** What a client asks for, and in whose name. */
export type AskedToken = Assertion & { readonly scope: string }

type Issued = {
  readonly body: components['schemas']['Token']
  readonly note: string | undefined
  /** To be remembered. */
  readonly token: { readonly token: string; readonly sdkId: string; readonly expiresAt: number }
}

/** The body of `POST /v1/oauth/token`. @throws YotiError MALFORMED_REQUEST */
export const readTokenRequest = async (body: Buffer): Promise<AskedToken> => {
  const { assertion, scope } = parseTokenRequest(body)
  // Loaded when a token is asked for: most servers never are.
  const { readAssertion } = await import('./client-assertion.js')
  return { ...readAssertion(assertion), scope }
}

/**
 * An access token for the application that the assertion speaks for. It lives by the application's clock here, so that a
 * test can outlive it; the assertion is judged by the wall clock, which is its maker's.
 * @throws YotiError MALFORMED_REQUEST for the claims, MESSAGE_SIGNING, BAD_SDK_ID
 */
export const issueToken = async (
  { scope, ...assertion }: AskedToken,
  known: KnownCaller,
  { ids, readKey }: IssueDeps,
): Promise<Issued> => {
  const { verifyAssertion } = await import('./client-assertion.js')
  const { note } = await verifyAssertion(assertion, known, { readKey, now: systemClock.now() })
  const token = ids.random()
  return {
    body: { access_token: token, token_type: 'Bearer', expires_in: tokenLifetime, scope },
    note,
    token: { token, sdkId: assertion.sdkId, expiresAt: known.now + tokenLifetime * 1000 },
  }
}
