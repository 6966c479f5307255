import { verify } from 'node:crypto'
import { type PropertyError, YotiError } from '../base/errors.js'
import type { Applications } from '../state/memory/applications.js'
import { Nonces } from '../state/memory/nonces.js'
import type { Application } from './application.js'
import type { Caller } from './caller.js'
import type { Received } from './received.js'
import { pathBelow, signedMessage, splitTarget } from './signed-message.js'

/** What is claimed about a request: by whom it was sent, and the signature. */
type Claim = { readonly base: string; readonly caller: Caller; readonly digest: string }

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

const noteReuse = (nonces: Nonces, sdkId: string, query: string): string[] => {
  const nonce = /(?:^|&)nonce=([^&]+)/i.exec(query)?.[1]
  return nonce !== undefined && nonces.isReused(sdkId, nonce)
    ? [`the nonce '${nonce}' was sent before; a fresh one is expected with each request`]
    : []
}

const mustFit = async (
  { method, url, query, bytes }: Received,
  { base, digest }: Claim,
  { application, applications }: { application: Application; applications: Applications },
) => {
  const { path: rawPath } = splitTarget(url)
  const parts = { method, path: pathBelow(base, rawPath), query, body: await bytes() }
  const message = Buffer.from(signedMessage(parts))
  const signature = Buffer.from(digest, 'base64')
  if (application.keys.some(({ key }) => verify('sha256', message, key, signature))) return
  const { explainSignature } = await import('./explain-signature.js')
  const hint = explainSignature(digest, { parts, rawPath, base }, application, applications.list())
  throw new YotiError('MESSAGE_SIGNING', { hint })
}

type CheckDigest = (request: Received, claim: Claim) => Caller | Promise<Caller>

/**
 * Judges the digest of a request. A registered key always verifies; without one, `lenient` accepts and notes what
 * `strict` refuses. @throws YotiError MALFORMED_REQUEST, BAD_SDK_ID or MESSAGE_SIGNING
 */
export const createDigestCheck = (applications: Applications): CheckDigest => {
  const nonces = new Nonces()
  const verified = async (request: Received, claim: Claim, application: Application): Promise<Caller> => {
    const { query } = request
    const { caller, digest } = claim
    const odd = oddParameters(query)
    if (odd.length > 0 && caller.policy === 'strict') throw new YotiError('MALFORMED_REQUEST', { errors: odd })
    await mustFit(request, claim, { application, applications })
    const notes = [
      ...odd.map(({ property, message }) => `${property} ${message}`),
      ...noteReuse(nonces, application.sdkId, query),
      ...(/[-_]/.test(digest) ? ['the digest is base64url; Yoti expects standard base64'] : []),
    ]
    return { ...caller, verdict: 'verified', ...(notes.length > 0 && { note: notes.join('; ') }) }
  }
  return (request, claim) => {
    const { caller, digest } = claim
    const application = caller.sdkId === undefined ? undefined : applications.find(caller.sdkId)
    if (digest === '') return withoutDigest(caller, application)
    if (application === undefined || application.keys.length === 0) return withoutKey(caller)
    return verified(request, claim, application)
  }
}
