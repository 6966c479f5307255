import { isIP } from 'node:net'
import { URL } from 'node:url'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import { isSameSecret } from '../base/secret.js'
import { readBearer } from './credentials.js'
import { type AllowedPages, assertOwnPage } from './origin.js'

/** Who may drive the server through the control API. */
export type ControlAccess = AllowedPages & {
  /** Must come as a bearer token, if there is one. */
  readonly token: string | undefined
  /** Whether the server listens on this machine's loopback only. */
  readonly isLoopback: boolean
}

const localEndings = ['.localhost', '.local', '.internal', '.test']

/** Whether no stranger can own a name: one without a dot, or of a domain that is kept for local use. Addresses are local. */
const isLocalName = (name: string) =>
  isIP(name.replace(/^\[|\]$/g, '')) !== 0 || !name.includes('.') || localEndings.some((end) => name.endsWith(end))

const unknownName = (name: string) =>
  `'${name}' is not a local name: pages reach /__mock by it only with --allow-host ${name}, or with a --control-token`

const parse = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

/** What pages of other sites load without an Origin, as an image or a script. A link that somebody follows is none of it. */
const isForeignLoad = (rawHeaders: readonly string[]) =>
  findHeader(rawHeaders, 'sec-fetch-site') === 'cross-site' && findHeader(rawHeaders, 'sec-fetch-mode') !== 'navigate'

/**
 * Keeps strangers, and the web pages that somebody on this machine looks at, from driving the server. A page sends its
 * Origin with all that changes anything; one that had its own name point here (DNS rebinding) sends that name as Host.
 * @throws YotiError CONTROL_TOKEN or FOREIGN_PAGE
 */
export const assertControlAccess = (
  rawHeaders: readonly string[],
  { token, isLoopback, ...pages }: ControlAccess,
): void => {
  if (token !== undefined) {
    if (isSameSecret(readBearer(findHeader(rawHeaders, 'authorization')) ?? '', token)) return
    throw new YotiError('CONTROL_TOKEN', { headers: { 'WWW-Authenticate': 'Bearer' } })
  }
  const name = parse(`http://${findHeader(rawHeaders, 'host') ?? ''}`)?.hostname ?? ''
  const origin = findHeader(rawHeaders, 'origin')
  assertOwnPage(rawHeaders, pages)
  if (origin === undefined && isForeignLoad(rawHeaders)) throw new YotiError('FOREIGN_PAGE')
  if ((isLoopback || origin !== undefined) && !isLocalName(name) && !pages.allowedHosts.includes(name))
    throw new YotiError('FOREIGN_PAGE', { message: unknownName(name) })
}
