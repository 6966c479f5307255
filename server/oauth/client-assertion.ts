import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { KnownCaller } from '../auth/known-caller.js'
import type { ReadKey } from '../auth/public-key.js'
import { type PropertyError, YotiError } from '../base/errors.js'
import { withoutSlashes } from '../base/without-slashes.js'

/** An assertion that was decoded, not verified, and the application that it speaks for. */
export type Assertion = { readonly assertion: string; readonly claims: JWTPayload; readonly sdkId: string }

/** With what and when it is verified. `now` is the wall clock: the client's knows nothing of a clock that was set here. */
type VerifyDeps = { readonly readKey: ReadKey; readonly now: number }

const longestLife = 30 * 60

const malformed = (message: string) =>
  new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'client_assertion', message }] })

const decode = (assertion: string): JWTPayload => {
  try {
    return decodeJwt(assertion)
  } catch {
    throw malformed('is not a JWT')
  }
}

const audienceFits = (audience: JWTPayload['aud']) =>
  // The host depends on where this server is reached from.
  [audience].flat().some((url) => url !== undefined && withoutSlashes(url).endsWith('/v1/oauth/token'))

const isText = (value: unknown) => typeof value === 'string'
const isTexts = (value: unknown) => isText(value) || (Array.isArray(value) && value.every(isText))
const isNumber = (value: unknown) => typeof value === 'number'

const claimTypes = {
  iss: [isText, 'a string'],
  sub: [isText, 'a string'],
  aud: [isTexts, 'a string or a list of strings'],
  jti: [isText, 'a string'],
  exp: [isNumber, 'a number'],
  iat: [isNumber, 'a number'],
  nbf: [isNumber, 'a number'],
} as const

/** Claims of another type than RFC 7519 says. A client writes them, so they can be anything. */
const typeErrors = (claims: JWTPayload): PropertyError[] =>
  Object.entries(claimTypes).flatMap(([claim, [isRight, type]]) =>
    !Object.hasOwn(claims, claim) || isRight(claims[claim])
      ? []
      : [{ property: `client_assertion.${claim}`, message: `must be ${type}` }],
  )

/** What is wrong with the claims, as Yoti's page on central authentication has them. */
const claimErrors = ({ iss, sub, aud, jti = '', exp, iat }: JWTPayload, now: number): PropertyError[] => {
  const wrong = (claim: string, message: string) => ({ property: `client_assertion.${claim}`, message })
  const seconds = now / 1000
  const tooLong = exp !== undefined && exp - Math.min(iat ?? seconds, seconds) > longestLife
  const jtiBytes = Buffer.byteLength(jti)
  return [
    ...(iss === sub ? [] : [wrong('sub', `must be the same as iss; got '${sub}' and '${iss}'`)]),
    ...(audienceFits(aud) ? [] : [wrong('aud', `must be the address of the token endpoint; got '${aud}'`)]),
    ...(jtiBytes >= 16 && jtiBytes <= 128 ? [] : [wrong('jti', `must have 16 to 128 bytes; has ${jtiBytes}`)]),
    ...(exp === undefined ? [wrong('exp', 'must not be null or empty')] : []),
    ...(exp !== undefined && exp <= seconds ? [wrong('exp', 'must be in the future')] : []),
    ...(tooLong ? [wrong('exp', 'must be at most 30 minutes ahead')] : []),
  ]
}

const reasonOf = (error: unknown) => {
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is signed with another algorithm than PS384'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the registered key did not sign it'
  return error instanceof Error ? error.message : String(error)
}

const verifySignature = async (
  { assertion, sdkId }: Assertion,
  { application }: KnownCaller,
  { readKey, now }: VerifyDeps,
) => {
  const reasons: string[] = []
  for (const pem of application?.keys ?? []) {
    try {
      await jwtVerify(assertion, readKey(pem).key, {
        algorithms: ['PS384'],
        currentDate: new Date(now),
        clockTolerance: longestLife,
      })
      return
    } catch (error) {
      reasons.push(reasonOf(error))
    }
  }
  throw new YotiError('MESSAGE_SIGNING', { hint: `the client_assertion of '${sdkId}': ${reasons.join('; ')}` })
}

/** @throws YotiError MALFORMED_REQUEST for what is no assertion, or speaks for nobody */
export const readAssertion = (assertion: string): Assertion => {
  const claims = decode(assertion)
  const wrongTypes = typeErrors(claims)
  if (wrongTypes.length > 0) throw new YotiError('MALFORMED_REQUEST', { errors: wrongTypes })
  const sdkId = /^sdk:(.+)$/.exec(claims.iss ?? '')?.[1]
  if (sdkId === undefined) throw malformed(`iss must be 'sdk:<sdkId>'; got '${claims.iss ?? ''}'`)
  return { assertion, claims, sdkId }
}

/**
 * Verifies an assertion when a key of its application is registered.
 * @returns what there is to note about it
 * @throws YotiError MALFORMED_REQUEST for its claims, MESSAGE_SIGNING, BAD_SDK_ID
 */
export const verifyAssertion = async (
  asserted: Assertion,
  known: KnownCaller,
  deps: VerifyDeps,
): Promise<{ readonly note?: string }> => {
  const { sdkId, claims } = asserted
  const { policy, application } = known
  if (policy === 'off') return {}
  const hasKey = (application?.keys.length ?? 0) > 0
  const unknown = `no key is registered for the sdkId '${sdkId}'; register it with --key ${sdkId}=FILE`
  if (!hasKey && policy === 'strict') throw new YotiError('BAD_SDK_ID', { hint: unknown })
  if (!hasKey) return { note: `assertion not verified: ${unknown}` }
  const wrong = claimErrors(claims, deps.now)
  if (wrong.length > 0) throw new YotiError('MALFORMED_REQUEST', { errors: wrong })
  await verifySignature(asserted, known, deps)
  return {}
}
