import { verify } from 'node:crypto'
import { type PropertyError, YotiError } from '../base/errors.js'
import type { Maybe } from '../base/maybe.js'
import type { Application } from './application.js'
import type { Caller } from './caller.js'
import type { Claim } from './claim.js'
import type { IncomingRequest } from './incoming-request.js'
import type { KnownCaller } from './known-caller.js'
import type { ReadKey } from './public-key.js'
import { pathBelow, signedMessage, splitTarget } from './signed-message.js'

/** What signatures are verified with. The other applications are asked for only to explain a refusal. */
export type DigestDeps = {
  readonly readKey: ReadKey
  readonly listApplications: () => Maybe<readonly Application[]>
}

/** Who the sender is if the signature fits, and what is known of it. */
type Sender = { readonly caller: Caller; readonly known: KnownCaller }

const missing = (property: string): PropertyError => ({ property, message: 'must not be null or empty' })
const missingDigest = missing('header.X-Yoti-Auth-Digest')

const noDigestHint = "sign the request and send the signature as X-Yoti-Auth-Digest: see 'mock-yoti keys'"

/** Without a digest: refused when the application has a key, or the policy is strict. */
const withoutDigest = (caller: Caller, application: Application | undefined): Caller => {
  if (caller.policy === 'strict' || (application !== undefined && application.keys.length > 0))
    throw new YotiError('MALFORMED_REQUEST', { errors: [missingDigest], hint: noDigestHint })
  return { ...caller, verdict: 'unsigned', note: 'not signed: Yoti would answer 400 MALFORMED_REQUEST' }
}

/** With a digest that nothing is known to verify with. */
const withoutKey = (caller: Caller): Caller => {
  const reason =
    caller.sdkId === undefined
      ? 'the query has no sdkId, so nobody knows whose signature it is'
      : `no key is registered for the sdkId '${caller.sdkId}'; register it with --key ${caller.sdkId}=FILE`
  if (caller.policy === 'strict') throw new YotiError('BAD_SDK_ID', { hint: reason })
  return { ...caller, verdict: 'unverified', note: `signature not verified: ${reason}` }
}

/** What is wrong with the nonce and the timestamp. Their units and forms differ from SDK to SDK: any will do. */
const oddParameters = (query: string): PropertyError[] => {
  const nonce = /(?:^|&)nonce=[^&]/i.test(query)
  const timestamp = /(?:^|&)timestamp=([^&]*)/i.exec(query)?.[1] ?? ''
  return [
    ...(nonce ? [] : [missing('query.nonce')]),
    ...(timestamp === '' ? [missing('query.timestamp')] : []),
    ...(/^\d*$/.test(timestamp) ? [] : [{ property: 'query.timestamp', message: 'must be a number' }]),
  ]
}

const noteReuse = ({ nonce }: Claim, { nonceSeen }: KnownCaller): string[] =>
  nonce !== undefined && nonceSeen
    ? [`the nonce '${nonce}' was sent before; a fresh one is expected with each request`]
    : []

const verifySignature = async (
  { method, url, query, bytes }: IncomingRequest,
  { base, digest }: Claim,
  application: Application,
  { readKey, listApplications }: DigestDeps,
) => {
  const { path: rawPath } = splitTarget(url)
  const parts = { method, path: pathBelow(base, rawPath), query, body: await bytes() }
  const message = Buffer.from(signedMessage(parts))
  const signature = Buffer.from(digest, 'base64')
  if (application.keys.some((pem) => verify('sha256', message, readKey(pem).key, signature))) return
  const { explainSignature } = await import('./explain-signature.js')
  const withKeys = ({ sdkId, keys }: Application) => ({ sdkId, keys: keys.map(readKey) })
  const known = (await listApplications()).map(withKeys)
  const { text: hint, signing } = explainSignature(digest, { parts, rawPath, base }, withKeys(application), known)
  throw new YotiError('MESSAGE_SIGNING', { hint, ...(signing && { signing }) })
}

type CheckDigest = (request: IncomingRequest, claim: Claim, sender: Sender) => Maybe<Caller>

/**
 * Judges the digest of a request. A registered key always verifies; without one, `lenient` accepts and notes what
 * `strict` refuses. @throws YotiError MALFORMED_REQUEST, BAD_SDK_ID or MESSAGE_SIGNING
 */
export const createDigestCheck = (deps: DigestDeps): CheckDigest => {
  const verified = async (
    request: IncomingRequest,
    claim: Claim,
    { caller, known }: Sender,
    application: Application,
  ): Promise<Caller> => {
    const odd = oddParameters(request.query)
    if (odd.length > 0 && caller.policy === 'strict') throw new YotiError('MALFORMED_REQUEST', { errors: odd })
    await verifySignature(request, claim, application, deps)
    const { nonce, digest } = claim
    const notes = [
      ...odd.map(({ property, message }) => `${property} ${message}`),
      ...noteReuse(claim, known),
      ...(/[-_]/.test(digest) ? ['the digest is base64url; Yoti expects standard base64'] : []),
    ]
    return {
      ...caller,
      verdict: 'verified',
      ...(notes.length > 0 && { note: notes.join('; ') }),
      ...(nonce !== undefined && !known.nonceSeen && { nonce }),
    }
  }
  return (request, claim, sender) => {
    const { caller, known } = sender
    const { application } = known
    if (claim.digest === '') return withoutDigest(caller, application)
    if (application === undefined || application.keys.length === 0) return withoutKey(caller)
    return verified(request, claim, sender, application)
  }
}
