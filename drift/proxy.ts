import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { URL } from 'node:url'
import { systemClock } from '../server/base/clock.js'
import { UsageError } from '../server/base/errors.js'
import type { Exchange, Notification } from './exchange.js'
import { collect, decoded, pairs, passedHeaders } from './passing.js'
import { targetBelow, upstreamTarget } from './upstream.js'

export type ProxyOptions = {
  readonly upstream: URL
  readonly host: string
  readonly port: number
  /** Where notifications that come to `/notifications` are passed on to; they are taken with 200 unless given. */
  readonly notifications?: URL
  /** Takes each exchange and notification, in their order. */
  readonly keep: (message: Exchange | Notification) => void
  /** Says that something could not be passed on, in words that name nobody. */
  readonly warn: (message: string) => void
}

/** A proxy that listens. */
export type RunningProxy = { readonly url: string; readonly close: () => Promise<void> }

const send = (target: URL) => (target.protocol === 'https:' ? httpsRequest : httpRequest)

type Passing = { readonly to: URL; readonly path: string; readonly onAnswer: (answer: IncomingMessage) => void }

/** Passes a request on, and its answer back, while the bytes come. */
const passOn = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { to, path, onAnswer }: Passing,
  onFailed: (error: NodeJS.ErrnoException) => void,
) => {
  const headers = passedHeaders(pairs(incoming.rawHeaders), ['host'])
  const passed = send(to)({
    protocol: to.protocol,
    hostname: to.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: to.port,
    method: incoming.method,
    path,
    headers: [...headers, 'Host', to.host],
    // A kept connection may be closed by the other side just when it is used again, and a body cannot be sent twice.
    agent: false,
    // Whatever the environment says: what is sent there is about people.
    rejectUnauthorized: true,
  })
  passed.on('error', onFailed)
  passed.on('response', (answer) => {
    onAnswer(answer)
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, passedHeaders(pairs(answer.rawHeaders)))
    answer.on('error', onFailed)
    answer.pipe(outgoing)
  })
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) passed.destroy()
  })
  incoming.pipe(passed)
}

const refuse = (outgoing: ServerResponse, message: string) => {
  if (outgoing.headersSent) return outgoing.destroy()
  return outgoing.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`)
}

/** What cannot be kept is still passed on; of the error only its name is told, which says nothing of the message. */
const keepSafely = ({ keep, warn }: ProxyOptions, message: Exchange | Notification) => {
  try {
    keep(message)
  } catch (error) {
    warn(`an exchange could not be redacted (${error instanceof Error ? error.name : 'error'}); nothing of it was kept`)
  }
}

const handle = (incoming: IncomingMessage, outgoing: ServerResponse, options: ProxyOptions) => {
  const { upstream, warn } = options
  const at = systemClock.now()
  const target = targetBelow(upstream, incoming.url ?? '/')
  const sent = collect(incoming)
  const onAnswer = (answer: IncomingMessage) => {
    const answered = collect(answer)
    answer.on('end', () => {
      const responseHeaders = pairs(answer.rawHeaders)
      const requestHeaders = pairs(incoming.rawHeaders)
      keepSafely(options, {
        kind: 'exchange',
        at,
        method: incoming.method ?? '',
        target,
        requestHeaders,
        requestBody: decoded(sent(), requestHeaders),
        status: answer.statusCode ?? 0,
        responseHeaders,
        responseBody: decoded(answered(), responseHeaders),
      })
    })
  }
  passOn(incoming, outgoing, { to: upstream, path: upstreamTarget(upstream, target), onAnswer }, (error) => {
    warn(`the upstream did not answer (${error.code ?? error.name}); nothing of the request was kept`)
    refuse(outgoing, `mock-yoti record: ${upstream.host} did not answer (${error.code ?? error.name})`)
  })
}

/** A notification that came to the proxy: kept when it has come whole, passed on at once. */
const handleNotification = (incoming: IncomingMessage, outgoing: ServerResponse, options: ProxyOptions) => {
  const { notifications, warn } = options
  const at = systemClock.now()
  const body = collect(incoming)
  incoming.on('end', () => {
    const headers = pairs(incoming.rawHeaders)
    keepSafely(options, { kind: 'notification', at, headers, body: decoded(body(), headers) })
    if (notifications === undefined) outgoing.writeHead(200).end()
  })
  if (notifications === undefined) return
  const path = `${notifications.pathname}${notifications.search}`
  passOn(incoming, outgoing, { to: notifications, path, onAnswer: () => undefined }, (error) => {
    warn(`the receiver of notifications did not answer (${error.code ?? error.name})`)
    refuse(outgoing, `mock-yoti record: the receiver of notifications did not answer (${error.code ?? error.name})`)
  })
}

const isNotification = ({ method, url = '' }: IncomingMessage) => method === 'POST' && /^\/notifications\/?$/.test(url)

/**
 * Starts a proxy between a client and Yoti. Method, path below the base, headers and body are passed on byte for byte, so that
 * signatures stay valid.
 * @throws UsageError when the port cannot be used
 */
export const startProxy = async (options: ProxyOptions): Promise<RunningProxy> => {
  const server = createServer({ keepAlive: true }, (incoming, outgoing) => {
    incoming.on('error', () => undefined)
    outgoing.on('error', () => undefined)
    if (isNotification(incoming)) handleNotification(incoming, outgoing, options)
    else handle(incoming, outgoing, options)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new UsageError(`Cannot listen on ${options.host}:${options.port} (${code}). Choose another --port`)),
    )
    server.listen(options.port, options.host, resolve)
  })
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // Connections whose answer has come meanwhile.
    const idle = setInterval(() => server.closeIdleConnections(), 20)
    const cut = setTimeout(() => server.closeAllConnections(), 2000)
    await closed
    clearInterval(idle)
    clearTimeout(cut)
  }
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return { url: `http://${host}:${port}`, close }
}
