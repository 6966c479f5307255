import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { URL } from 'node:url'

export type HttpCall = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type HttpResult = { readonly status: number; readonly text: string }

const readText = async (response: IncomingMessage) => Buffer.concat(await response.toArray()).toString('utf8')

/** Whether the server closed a kept connection just as it was used again: nothing was read of the request. */
const wasClosedWhileIdle = (error: NodeJS.ErrnoException, reused: boolean) => reused && error.code === 'ECONNRESET'

/**
 * One HTTP request by Node's own client: `fetch` may be a test environment's (jsdom has none, happy-dom applies CORS).
 * @throws Error of node:net or node:tls when the server cannot be reached
 */
export const callHttp = (url: string, call: HttpCall): Promise<HttpResult> =>
  new Promise((resolve, reject) => {
    const target = new URL(url)
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const length = call.body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(call.body)) }
    const outgoing = send(target, { method: call.method, headers: { ...call.headers, ...length } })
    outgoing.on('error', (error) => {
      if (wasClosedWhileIdle(error, outgoing.reusedSocket)) callHttp(url, call).then(resolve, reject)
      else reject(error)
    })
    outgoing.on('response', (response) => {
      readText(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject)
    })
    outgoing.end(call.body)
  })
