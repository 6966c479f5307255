import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { withoutSlashes } from '../../server/base/without-slashes.js'

const statesPath = '/__mock/pact/provider-states'
export const messagesPath = '/__mock/pact/messages'

/** Where a verifier's request goes: it asks for messages at the root. Both are of the control API. */
const routeOf = ({ method, url = '/' }: IncomingMessage) => {
  if (method === 'POST' && url === '/') return { path: messagesPath, isControl: true }
  return { path: url, isControl: url === statesPath }
}

/** A local address that passes a verifier's requests on to a mock-yoti. */
export type Bridge = { readonly url: string; readonly close: () => Promise<void> }

/** An answer that is passed on: what was asked, and the JSON of the answer. */
export type Passing = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
}

/** Changes the JSON of an answer on its way; `undefined` leaves it as it is. */
export type Alter = (passing: Passing) => unknown

const pipe = (answer: IncomingMessage, response: ServerResponse) => {
  response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
  answer.on('error', () => response.destroy())
  answer.pipe(response)
}

const isJson = (answer: IncomingMessage) => answer.headers['content-type']?.includes('json') === true

/** Passes an answer on with other JSON; what is none, or stays as it is, goes as it came. */
const passAltered = async (
  answer: IncomingMessage,
  response: ServerResponse,
  asked: Pick<Passing, 'method' | 'path'>,
  alter: Alter,
) => {
  const bytes = await buffer(answer)
  const status = answer.statusCode ?? 502
  const altered = bytes.length === 0 ? undefined : alter({ ...asked, status, body: JSON.parse(bytes.toString()) })
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers
  response.writeHead(status, headers)
  response.end(altered === undefined ? bytes : JSON.stringify(altered))
}

/**
 * Passes requests on as they are. A verifier knows one address for requests and messages, and sends no token with a
 * provider state; this stands between the two and supplies both.
 * @param token the control token of the mock-yoti, if it has one
 * @param alter changes answers of Yoti's surface and messages
 */
export const openBridge = async (target: string, token: string | undefined, alter?: Alter): Promise<Bridge> => {
  const base = withoutSlashes(target)
  const send = base.startsWith('https:') ? httpsRequest : httpRequest
  const forward = (request: IncomingMessage, response: ServerResponse) => {
    const { path, isControl } = routeOf(request)
    const headers = { ...request.headers, host: new URL(base).host }
    const upstream = send(`${base}${path}`, {
      method: request.method,
      headers: isControl && token !== undefined ? { ...headers, authorization: `Bearer ${token}` } : headers,
    })
    upstream.on('response', (answer) => {
      const isState = path === statesPath
      if (alter === undefined || isState || !isJson(answer)) return pipe(answer, response)
      const asked = { method: request.method ?? 'GET', path }
      passAltered(answer, response, asked, alter).catch(() => response.destroy())
    })
    // An answer that was broken off is passed on as one that was broken off.
    upstream.on('error', () => response.destroy())
    request.on('error', () => upstream.destroy())
    request.pipe(upstream)
  }
  const server = createServer(forward)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // An address of a TCP server is never a string.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
