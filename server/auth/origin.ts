import { URL } from 'node:url'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'

const parse = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

/** Schemes do not count, because TLS may end at a proxy; `Host` may still name the default port of the page's scheme. */
const isOwn = (page: URL | undefined, host: string) =>
  page !== undefined && page.host !== '' && page.host === parse(`${page.protocol}//${host}`)?.host

/**
 * Browsers name the site of the page that sends a request in `Origin`; other clients send none.
 * @param allowed origins of other sites that may use this server
 * @throws YotiError FOREIGN_PAGE when the page is of another site
 */
export const assertOwnPage = (rawHeaders: readonly string[], allowed: readonly string[]): void => {
  const origin = findHeader(rawHeaders, 'origin')
  if (origin === undefined) return
  const page = parse(origin)
  if (isOwn(page, findHeader(rawHeaders, 'host') ?? '')) return
  if (page === undefined || !allowed.includes(page.origin)) throw new YotiError('FOREIGN_PAGE')
}
