import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { answerCall } from './routes.js'
import { type BrokerStore, createStore } from './store.js'

type Login = { readonly username: string; readonly password: string }

/**
 * Who may call: by basic auth, as the open-source broker has it, with a user who may only read; or by a bearer token, as
 * PactFlow has it.
 */
export type Credentials = (Login & { readonly reader?: Login }) | { readonly token: string }

/** A stand-in for a Pact Broker, in memory. */
export type Broker = AsyncDisposable & {
  readonly url: string
  readonly store: BrokerStore
  /** Every call in order: `GET /matrix`. */
  readonly calls: string[]
}

const basic = ({ username, password }: Login) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

/** A question that is asked with POST and changes nothing. */
const isQuestion = (path: string) => path.endsWith('/for-verification')

/** The status of a refusal; nothing for who may do this. The open-source broker knows basic auth only: a token is a bad request. */
const refusalOf = (
  credentials: Credentials | undefined,
  { method, path, given = '' }: { method: string; path: string; given?: string | undefined },
): number | undefined => {
  if (credentials === undefined) return undefined
  if ('token' in credentials) return given === `Bearer ${credentials.token}` ? undefined : 401
  if (given !== '' && !given.startsWith('Basic ')) return 400
  const { reader } = credentials
  const mayRead = method === 'GET' || isQuestion(path)
  const isKnown = given === basic(credentials) || (reader !== undefined && mayRead && given === basic(reader))
  return isKnown ? undefined : 401
}

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
    const refusal = refusalOf(credentials, { method, path: pathname, given: request.headers.authorization })
    const { status, body } =
      refusal === undefined
        ? answerCall(method, pathname, { store, base, query, body: await bodyOf(request) })
        : { status: refusal, body: { error: refusal === 400 ? 'Bad Request' : 'Unauthorised' } }
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
