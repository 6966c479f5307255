import { URL } from 'node:url'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'

const parse = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

/** Schemes do not count, because TLS may end at a proxy; `Host` may still name the default port of the page's scheme. */
const isOwn = (page: URL | undefined, host: string) =>
  page !== undefined && page.host !== '' && page.host === parse(`${page.protocol}//${host}`)?.host

/** Whose pages may send requests, beside those that the server is asked for by the same name. */
export type AllowedPages = {
  /** Origins of other sites. */
  readonly allowedOrigins: readonly string[]
  /** Names of this server: a proxy before it may put another one into `Host`. */
  readonly allowedHosts: readonly string[]
}

/**
 * Browsers name the site of the page that sends a request in `Origin`; other clients send none.
 * @throws YotiError FOREIGN_PAGE when the page is of another site
 */
export const assertOwnPage = (rawHeaders: readonly string[], { allowedOrigins, allowedHosts }: AllowedPages): void => {
  const origin = findHeader(rawHeaders, 'origin')
  if (origin === undefined) return
  const page = parse(origin)
  if (isOwn(page, findHeader(rawHeaders, 'host') ?? '')) return
  if (page !== undefined && (allowedOrigins.includes(page.origin) || allowedHosts.includes(page.hostname))) return
  throw new YotiError('FOREIGN_PAGE')
}
