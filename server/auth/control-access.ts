import { isIP } from 'node:net'
import { URL } from 'node:url'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import { isSameSecret } from '../base/secret.js'
import { readBearer } from './credentials.js'
import { assertOwnPage } from './origin.js'

/** Who may drive the server through the control API. */
export type ControlAccess = {
  /** Must come as a bearer token, if there is one. */
  readonly token: string | undefined
  /** Whether the server listens on this machine's loopback only. */
  readonly isLoopback: boolean
  /** Origins of other sites whose pages may drive the server. */
  readonly allowedOrigins: readonly string[]
}

const localEndings = ['.localhost', '.local', '.internal', '.test']

/** Whether no stranger can own a name: one without a dot, or of a domain that is kept for local use. Addresses are local. */
const isLocalName = (name: string) =>
  isIP(name.replace(/^\[|\]$/g, '')) !== 0 || !name.includes('.') || localEndings.some((end) => name.endsWith(end))

const parse = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

/**
 * Keeps strangers, and the web pages that somebody on this machine looks at, from driving the server. A page sends its
 * Origin with all that changes anything; one that had its own name point here (DNS rebinding) sends that name as Host.
 * @throws YotiError CONTROL_TOKEN or FOREIGN_PAGE
 */
export const assertControlAccess = (
  rawHeaders: readonly string[],
  { token, isLoopback, allowedOrigins }: ControlAccess,
): void => {
  if (token !== undefined) {
    if (isSameSecret(readBearer(findHeader(rawHeaders, 'authorization')) ?? '', token)) return
    throw new YotiError('CONTROL_TOKEN', { headers: { 'WWW-Authenticate': 'Bearer' } })
  }
  const host = findHeader(rawHeaders, 'host') ?? ''
  const origin = findHeader(rawHeaders, 'origin')
  const addressed = parse(`http://${host}`)
  assertOwnPage(rawHeaders, allowedOrigins)
  // A page elsewhere sends no Origin with an image or a script that it takes from here.
  if (origin === undefined && findHeader(rawHeaders, 'sec-fetch-site') === 'cross-site')
    throw new YotiError('FOREIGN_PAGE')
  if ((isLoopback || origin !== undefined) && !isLocalName(addressed?.hostname ?? ''))
    throw new YotiError('FOREIGN_PAGE')
}
