import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import { readBearer } from './credentials.js'

/** Who may drive the server through the control API. */
export type ControlAccess = {
  /** Must come as a bearer token, if there is one. */
  readonly token: string | undefined
  /** Whether the server listens on this machine's loopback only. */
  readonly isLoopback: boolean
}

const localEndings = ['.localhost', '.local', '.internal', '.test']

/** Whether no stranger can own a name: one without a dot, or of a domain that is kept for local use. Addresses are local. */
const isLocalName = (name: string) =>
  isIP(name.replace(/^\[|\]$/g, '')) !== 0 || !name.includes('.') || localEndings.some((end) => name.endsWith(end))

const parse = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** Compared in a time that does not tell how much of it was right. */
const isSame = (given: string, expected: string) => timingSafeEqual(sha256(given), sha256(expected))

/**
 * Keeps strangers, and the web pages that somebody on this machine looks at, from driving the server. A page sends its
 * Origin with all that changes anything; one that had its own name point here (DNS rebinding) sends that name as Host.
 * @throws YotiError CONTROL_TOKEN or FOREIGN_PAGE
 */
export const assertControlAccess = (rawHeaders: readonly string[], { token, isLoopback }: ControlAccess): void => {
  if (token !== undefined) {
    if (isSame(readBearer(findHeader(rawHeaders, 'authorization')) ?? '', token)) return
    throw new YotiError('CONTROL_TOKEN', { headers: { 'WWW-Authenticate': 'Bearer' } })
  }
  const host = findHeader(rawHeaders, 'host') ?? ''
  const origin = findHeader(rawHeaders, 'origin')
  const addressed = parse(`http://${host}`)
  const isForeign = origin !== undefined && parse(origin)?.host !== addressed?.host
  if (isForeign || ((isLoopback || origin !== undefined) && !isLocalName(addressed?.hostname ?? '')))
    throw new YotiError('FOREIGN_PAGE')
}
