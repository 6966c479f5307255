import { YotiError } from '../base/errors.js'
import type { AccessTokens } from '../state/memory/access-tokens.js'
import type { Applications } from '../state/memory/applications.js'
import type { Clocks } from '../state/memory/clocks.js'
import type { Caller } from './caller.js'
import { readBearer, readCredentials } from './credentials.js'
import { createDigestCheck } from './digest.js'
import type { Called, Received } from './received.js'

export type AuthenticateDeps = {
  readonly applications: Applications
  readonly tokens: AccessTokens
  readonly clocks: Pick<Clocks, 'of'>
}

/** @throws YotiError 400 or 401 when the caller may not call the operation */
export type Authenticate = (request: Received, called: Called) => Caller | Promise<Caller>

const sdkIdOf = (query: string, pathSdkId: string | undefined): string | undefined => {
  // Go writes it sdkID.
  const [, found] = /(?:^|&)sdkid=([^&]+)/i.exec(query) ?? []
  if (found === undefined) return pathSdkId
  try {
    return decodeURIComponent(found.replaceAll('+', ' '))
  } catch {
    return found
  }
}

const byBearer = (token: string, { tokens, applications, clocks }: AuthenticateDeps): Caller => {
  const issued = tokens.find(token)
  const about = 'ask for one at POST /v1/oauth/token; --signatures off takes any'
  if (issued === undefined)
    throw new YotiError('BAD_TOKEN', { hint: `this server did not issue the bearer token; ${about}` })
  const { sdkId, expiresAt } = issued
  if (expiresAt <= clocks.of(sdkId).now())
    throw new YotiError('BAD_TOKEN', { hint: `the bearer token of '${sdkId}' has expired; ${about}` })
  return { policy: applications.policyOf(sdkId), verdict: 'bearer', sdkId }
}

const byClientToken = (clientToken: string, applications: Applications): Caller => {
  if (clientToken !== '') return { policy: applications.policy, verdict: 'client-token', clientToken }
  throw new YotiError('MALFORMED_REQUEST', {
    errors: [{ property: 'header.X-Yoti-Auth-Token', message: 'must not be null or empty' }],
  })
}

/**
 * Finds out who sent a request. What is accepted without a signature costs next to nothing: nothing is verified when the
 * policy is off or no key is known.
 */
export const createAuthenticate = (deps: AuthenticateDeps): Authenticate => {
  const { applications } = deps
  const checkDigest = createDigestCheck(applications)
  return (request, { access, base, pathSdkId }) => {
    const { query } = request
    const sdkId = sdkIdOf(query, pathSdkId)
    const policy = applications.policyOf(sdkId)
    const anyone: Caller =
      sdkId === undefined ? { policy, verdict: 'not-checked' } : { policy, verdict: 'not-checked', sdkId }
    const { authorization, clientToken, digest = '' } = readCredentials(request.rawHeaders)
    const token = readBearer(authorization)
    if (policy === 'off') return token === undefined ? anyone : withTokensApplication(anyone, token, deps)
    if (access === 'open') return anyone
    if (token !== undefined) return byBearer(token, deps)
    if (access === 'client-token' && clientToken !== undefined) return byClientToken(clientToken, applications)
    return checkDigest(request, { base, caller: anyone, digest })
  }
}

/** Under `off` no token is refused, but one that was issued still says whose it is. */
const withTokensApplication = (caller: Caller, token: string, { tokens }: AuthenticateDeps): Caller => {
  const sdkId = tokens.find(token)?.sdkId
  return sdkId === undefined ? caller : { ...caller, sdkId }
}
