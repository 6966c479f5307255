import { YotiError } from '../base/errors.js'
import type { Maybe } from '../base/maybe.js'
import type { Caller } from './caller.js'
import type { Claim } from './claim.js'
import { createDigestCheck, type DigestDeps } from './digest.js'
import type { IncomingRequest } from './incoming-request.js'
import type { KnownCaller } from './known-caller.js'

/** @throws YotiError 400 or 401 when the caller may not call the operation */
export type Authenticate = (request: IncomingRequest, claim: Claim, known: KnownCaller) => Maybe<Caller>

const byBearer = ({ token, policy, now }: KnownCaller): Caller => {
  const about = 'ask for one at POST /v1/oauth/token; --signatures off takes any'
  if (token === undefined)
    throw new YotiError('BAD_TOKEN', { hint: `this server did not issue the bearer token; ${about}` })
  const { sdkId, expiresAt } = token
  if (expiresAt <= now)
    throw new YotiError('BAD_TOKEN', { hint: `the bearer token of '${sdkId}' has expired; ${about}` })
  return { policy, verdict: 'bearer', sdkId }
}

const byClientToken = (clientToken: string, { policy }: KnownCaller): Caller => {
  if (clientToken !== '') return { policy, verdict: 'client-token', clientToken }
  throw new YotiError('MALFORMED_REQUEST', {
    errors: [{ property: 'header.X-Yoti-Auth-Token', message: 'must not be null or empty' }],
  })
}

/**
 * Finds out who sent a request. What is accepted without a signature costs next to nothing: nothing is verified when the
 * policy is off or no key is known.
 */
export const createAuthenticate = (deps: DigestDeps): Authenticate => {
  const checkDigest = createDigestCheck(deps)
  return (request, claim, known) => {
    const { sdkId, policy } = known
    const { access, bearer, clientToken } = claim
    const anyone: Caller =
      sdkId === undefined ? { policy, verdict: 'not-checked' } : { policy, verdict: 'not-checked', sdkId }
    // Under `off` no token is refused, but one that was issued still says whose it is.
    if (known.namedPolicy === 'off' || access === 'open') return anyone
    if (bearer !== undefined) return byBearer(known)
    if (access === 'client-token' && clientToken !== undefined) return byClientToken(clientToken, known)
    return checkDigest(request, claim, { caller: anyone, known })
  }
}
