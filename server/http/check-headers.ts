import type { IncomingMessage } from 'node:http'
import { type AllowedPages, assertOwnPage } from '../auth/origin.js'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import type { Exchange } from './exchange.js'

/**
 * Refuses requests without the `Host` that HTTP/1.1 requires, and what web pages of other sites send. The control API has its
 * own rule for pages: whoever has its token may come from anywhere.
 */
export const checkHeaders = (
  { httpVersionMinor }: Pick<IncomingMessage, 'httpVersionMinor'>,
  { target, rawHeaders }: Exchange,
  pages: AllowedPages,
): void => {
  if (httpVersionMinor === 1 && findHeader(rawHeaders, 'host') === undefined)
    throw new YotiError('MALFORMED_REQUEST', {
      errors: [{ property: 'header.Host', message: 'is missing; HTTP/1.1 requires it' }],
    }) // 400
  if (target.surface !== 'control') assertOwnPage(rawHeaders, pages) // 403
}
