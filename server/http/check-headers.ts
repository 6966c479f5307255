import type { IncomingMessage } from 'node:http'
import { type AllowedPages, assertOwnPage } from '../auth/origin.js'
import { YotiError } from '../base/errors.js'
import type { Exchange } from './exchange.js'

const isHost = (header: string, index: number) => index % 2 === 0 && header.toLowerCase() === 'host'

const assertOneHost = (rawHeaders: readonly string[]): void => {
  const first = rawHeaders.findIndex(isHost)
  const last = rawHeaders.findLastIndex(isHost)
  if (first !== -1 && first === last) return
  const message = first === -1 ? 'is missing; HTTP/1.1 requires it' : 'stands twice; HTTP/1.1 takes one'
  throw new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'header.Host', message }] })
}

/**
 * Refuses requests without the one `Host` that HTTP/1.1 requires, and what web pages of other sites send. The control API has its
 * own rule for pages: whoever has its token may come from anywhere.
 */
export const checkHeaders = (
  { httpVersionMinor }: Pick<IncomingMessage, 'httpVersionMinor'>,
  { target, rawHeaders }: Exchange,
  pages: AllowedPages,
): void => {
  if (httpVersionMinor === 1) assertOneHost(rawHeaders) // 400
  if (target.surface !== 'control') assertOwnPage(rawHeaders, pages) // 403
}
