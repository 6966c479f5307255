import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { answerCall } from './routes.js'
import { type BrokerStore, createStore } from './store.js'

/** Who may call: by basic auth or a bearer token. */
export type Credentials = { readonly username: string; readonly password: string } | { readonly token: string }

/** A stand-in for a Pact Broker, in memory. */
export type Broker = AsyncDisposable & {
  readonly url: string
  readonly store: BrokerStore
  /** Every call in order: `GET /matrix`. */
  readonly calls: string[]
}

const authorisation = (credentials: Credentials) =>
  'token' in credentials
    ? `Bearer ${credentials.token}`
    : `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`

const bodyOf = async (request: IncomingMessage) =>
  Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] ? json(request) : undefined

/** Answers the calls that verifiers and the Pact CLI make of a broker; anything else is 404, a wrong question 400. */
export const startBroker = async (credentials?: Credentials): Promise<Broker> => {
  const store = createStore()
  const calls: string[] = []
  const server = createServer(async (request, response) => {
    const base = `http://${request.headers.host}`
    const { pathname, searchParams: query } = new URL(request.url ?? '/', base)
    const method = request.method ?? ''
    calls.push(`${method} ${pathname}`)
    const isKnown = credentials === undefined || request.headers.authorization === authorisation(credentials)
    const { status, body } = isKnown
      ? answerCall(method, pathname, { store, base, query, body: await bodyOf(request) })
      : { status: 401, body: { error: 'Unauthorised' } }
    response.writeHead(status, { 'Content-Type': 'application/hal+json' }).end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // An address of a TCP server is never a string.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
