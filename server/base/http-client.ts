import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { URL } from 'node:url'

export type HttpCall = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** How long the server may be silent; as long as it likes unless given. */
  readonly timeoutMs?: number
  /** Whether a certificate may be anybody's. */
  readonly anyCertificate?: boolean
}

export type HttpResult = {
  readonly status: number
  readonly type: string
  readonly bytes: Uint8Array
  readonly text: string
}

/** An answer, read to its end. */
export const readResult = async (response: IncomingMessage): Promise<HttpResult> => {
  const bytes = Buffer.concat(await response.toArray())
  const type = response.headers['content-type'] ?? ''
  return { status: response.statusCode ?? 0, type, bytes, text: bytes.toString('utf8') }
}

/** Whether the server closed a kept connection just as it was used again: nothing was read of the request. */
const wasClosedWhileIdle = (error: NodeJS.ErrnoException, reused: boolean) => reused && error.code === 'ECONNRESET'

/**
 * One HTTP request by Node's own client: `fetch` may be a test environment's (jsdom has none, happy-dom applies CORS).
 * Resolves when the answer begins.
 * @throws Error of node:net or node:tls when the server cannot be reached
 */
export const openHttp = (url: string, call: HttpCall): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const target = new URL(url)
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const length = call.body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(call.body)) }
    const outgoing = send(target, {
      method: call.method,
      headers: { ...call.headers, ...length },
      ...(call.timeoutMs !== undefined && { timeout: call.timeoutMs }),
      ...(call.anyCertificate && { rejectUnauthorized: false }),
    })
    // Node's own agent has a timeout too, of 5 s: a call that waits longer is not over then.
    if (call.timeoutMs !== undefined)
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${call.timeoutMs} ms`)))
    outgoing.on('error', (error) => {
      if (wasClosedWhileIdle(error, outgoing.reusedSocket)) openHttp(url, call).then(resolve, reject)
      else reject(error)
    })
    outgoing.on('response', resolve)
    outgoing.end(call.body)
  })

/** The same, with the answer read to its end. */
export const callHttp = async (url: string, call: HttpCall): Promise<HttpResult> =>
  readResult(await openHttp(url, call))
