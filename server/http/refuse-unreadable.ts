import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { YotiError } from '../base/errors.js'
import type { Ids } from '../base/ids.js'
import type { Log } from '../base/log.js'
import { errorResponse } from './error-response.js'

/** What Node answers to each failure of its parser; 400 to all others. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Answers bytes that are no HTTP request: with an id and in Yoti's shape, as everything else, because SDKs read errors as
 * JSON. No operation is about them, so the journal has no entry.
 */
export const refuseUnreadable =
  ({ ids, log }: { readonly ids: Ids; readonly log: Log }) =>
  (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const failure = new YotiError('MALFORMED_REQUEST', { message: `The request cannot be read: ${error.message}` })
    const { headers, bytes = new Uint8Array() } = errorResponse(failure, {
      'x-request-id': ids.random(),
      Connection: 'close',
    })
    const status = statuses[error.code ?? ''] ?? failure.status
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    log.warn(`${status} ${failure.message}`)
    socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'))
    socket.end(bytes)
  }
