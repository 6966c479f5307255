import type { SignaturePolicy } from './application.js'
import { readBearer, readCredentials } from './credentials.js'
import type { IncomingRequest } from './incoming-request.js'

/** Whom openapi.yaml lets call an operation: anyone, the holder of a session's client token too, or only a signed caller. */
export type Access = 'open' | 'client-token' | 'signed'

/** What a request was routed to. */
export type CalledOperation = {
  /** The base path that it was sent to, slashes not doubled. */
  readonly base: string
  readonly access: Access
  /** The sdkId that the path names, if it does: three sandbox clients send it nowhere else. */
  readonly pathSdkId: string | undefined
}

/** What a request says about its sender, before anything of it was verified. */
export type Claim = {
  readonly base: string
  readonly access: Access
  readonly sdkId: string | undefined
  readonly bearer: string | undefined
  readonly clientToken: string | undefined
  /** The signature; empty without one. */
  readonly digest: string
  /** Of a request with a signature. */
  readonly nonce: string | undefined
}

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

export const readClaim = (
  { query, rawHeaders }: Pick<IncomingRequest, 'query' | 'rawHeaders'>,
  { base, access, pathSdkId }: CalledOperation,
): Claim => {
  const { authorization, clientToken, digest = '' } = readCredentials(rawHeaders)
  return {
    base,
    access,
    sdkId: sdkIdOf(query, pathSdkId),
    bearer: readBearer(authorization),
    clientToken,
    digest,
    nonce: digest === '' ? undefined : /(?:^|&)nonce=([^&]+)/i.exec(query)?.[1],
  }
}

/**
 * The application that a request counts for: the one of its bearer token, else the one that it names. A client token
 * speaks for no application.
 * @param policy that of the application that the request names
 * @param tokenSdkId the application that its bearer token was issued to
 */
export const callerSdkId = (
  { access, sdkId, bearer, clientToken }: Pick<Claim, 'access' | 'sdkId' | 'bearer' | 'clientToken'>,
  policy: SignaturePolicy,
  tokenSdkId: string | undefined,
): string | undefined => {
  if (policy === 'off') return tokenSdkId ?? sdkId
  if (access === 'open') return sdkId
  if (bearer !== undefined) return tokenSdkId
  return access === 'client-token' && clientToken !== undefined ? undefined : sdkId
}
