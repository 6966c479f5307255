import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { YotiError } from '../base/errors.js'
import type { Ids } from '../base/ids.js'
import type { Log } from '../base/log.js'
import { errorResponse } from './error-response.js'
import type { InFlight } from './in-flight.js'

/** What Node answers to each failure of its parser; 400 to all others. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

type RefuseDeps = { readonly ids: Ids; readonly log: Log; readonly inFlight: InFlight }

type Refusal = { readonly failure: YotiError; readonly status: number }

const write = ({ failure, status }: Refusal, socket: Duplex, { ids, log }: RefuseDeps) => {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const { headers, bytes = new Uint8Array() } = errorResponse(failure, {
    'x-request-id': ids.random(),
    Connection: 'close',
  })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  log.warn(`${status} ${failure.message}`)
  socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'))
  socket.end(bytes)
}

/** Answers on the connection itself, after the answers to the requests before, and ends it. */
const refuse = (refusal: Refusal, socket: Duplex, deps: RefuseDeps): void => {
  // What goes wrong from here on, the client does not want to know.
  socket.on('error', () => undefined)
  if (!deps.inFlight.isBusy(socket)) write(refusal, socket, deps)
  else void deps.inFlight.ended(socket).then(() => write(refusal, socket, deps))
}

/**
 * Answers bytes that are no HTTP request: with an id and in Yoti's shape, as everything else, because SDKs read errors as
 * JSON. The answers to requests before them leave first. No operation is about them, so the journal has no entry.
 */
export const refuseUnreadable = (deps: RefuseDeps) => {
  const refused = new WeakSet<Duplex>()
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (refused.has(socket)) return
    refused.add(socket)
    if (error.code === 'ECONNRESET') {
      socket.on('error', () => undefined).destroy()
      return
    }
    const failure = new YotiError('MALFORMED_REQUEST', { message: `The request cannot be read: ${error.message}` })
    refuse({ failure, status: statuses[error.code ?? ''] ?? failure.status }, socket, deps)
  }
}

/** Answers CONNECT, by which clients ask a proxy for a tunnel to an https server. Node would close the connection. */
export const refuseTunnel =
  (deps: RefuseDeps) =>
  ({ url = '' }: IncomingMessage, socket: Duplex): void => {
    const failure = new YotiError('METHOD_NOT_ALLOWED', {
      message: `CONNECT ${url}: this server opens no tunnels. Give the client its address as the base URL, not as a proxy for https`,
      headers: { Allow: 'GET, POST, PUT, DELETE, HEAD, OPTIONS' },
    })
    refuse({ failure, status: failure.status }, socket, deps)
  }
