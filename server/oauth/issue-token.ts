import { systemClock } from '../base/clock.js'
import type { Ids } from '../base/ids.js'
import type { components } from '../openapi/generated/oauth.js'
import { type AccessTokens, tokenLifetime } from '../state/memory/access-tokens.js'
import type { Applications } from '../state/memory/applications.js'
import type { Clocks } from '../state/memory/clocks.js'
import { parseTokenRequest } from './token-request.js'

/** What the token endpoint needs. */
export type OauthDeps = {
  readonly applications: Applications
  readonly tokens: AccessTokens
  readonly clocks: Pick<Clocks, 'of'>
  readonly ids: Ids
}

type Token = components['schemas']['Token']

/**
 * `POST /v1/oauth/token`: an access token for the application that the assertion speaks for. It lives by the
 * application's clock here, so that a test can outlive it; the assertion is judged by the wall clock, which is its maker's.
 * @throws YotiError for a request that earns none
 */
export const issueToken = async (
  body: Buffer,
  { applications, tokens, clocks, ids }: OauthDeps,
): Promise<{ status: 200; body: Token; sdkId: string; note?: string }> => {
  const { assertion, scope } = parseTokenRequest(body.toString('utf8'))
  // Loaded when a token is asked for: most servers never are.
  const { readAssertion } = await import('./client-assertion.js')
  const { sdkId, note } = await readAssertion(assertion, applications, systemClock.now())
  const token = ids.random()
  tokens.keep(token, sdkId, clocks.of(sdkId).now())
  const issued: Token = { access_token: token, token_type: 'Bearer', expires_in: tokenLifetime, scope }
  return { status: 200, body: issued, sdkId, ...(note !== undefined && { note }) }
}
