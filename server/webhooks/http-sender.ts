import { Agent, type IncomingMessage, request as requestHttp, validateHeaderValue } from 'node:http'
import type { LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'
import { clearTimeout, setTimeout } from 'node:timers'
import { URL } from 'node:url'
import { startStopwatch } from '../base/clock.js'
import type { AttemptResult } from '../engine/notifications/delivery.js'
import { assertReceiver, RefusedAddress } from './addresses.js'

/** What goes over the wire. */
export type WebhookRequest = {
  /** The application that is notified: one application's receivers never wait for another's. */
  readonly sdkId?: string
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How receivers are reached. */
export type SenderOptions = {
  /** The only hosts that are sent to; any when empty. */
  readonly allowed: readonly string[]
  /** Whether a receiver's certificate may be anybody's. */
  readonly insecure: boolean
  readonly timeoutMs: number
  readonly lookup: LookupFunction
  readonly signal: AbortSignal
}

/** Of a receiver's answer no more is kept. */
const largestAnswer = 4096

// One application's burst must not open a connection for every session; Node queues the rest.
const connections = { maxSockets: 64 }

const readAnswer = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= largestAnswer) break
  }
  return Buffer.concat(chunks).toString('utf8', 0, largestAnswer)
}

const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/

// A header or an address that can never be sent.
const invalidCodes = /^ERR_(?:INVALID|HTTP_INVALID|UNESCAPED)/

const failureOf = (error: NodeJS.ErrnoException): Pick<AttemptResult, 'error' | 'temporary'> => {
  if (error instanceof RefusedAddress) return { error: error.message, temporary: false }
  const reason = [error.message, error.code].filter(Boolean).join(' ')
  if (!certificateCodes.test(error.code ?? ''))
    return { error: reason, temporary: !invalidCodes.test(error.code ?? '') }
  const help = 'NODE_EXTRA_CA_CERTS adds a certificate of yours, --notify-insecure takes any'
  return { error: `the receiver's certificate is not trusted: ${reason}; ${help}`, temporary: false }
}

/** Connections by application, for as long as it has requests in flight. */
class Pools {
  readonly #used = new Map<string, { readonly agent: Agent; inFlight: number }>()
  readonly #make: () => Agent

  constructor(make: () => Agent) {
    this.#make = make
  }

  take(owner: string): Agent {
    const pool = this.#used.get(owner) ?? { agent: this.#make(), inFlight: 0 }
    pool.inFlight += 1
    this.#used.set(owner, pool)
    return pool.agent
  }

  giveBack(owner: string): void {
    const pool = this.#used.get(owner)
    if (pool === undefined) return
    pool.inFlight -= 1
    if (pool.inFlight === 0) this.#used.delete(owner)
  }
}

/** Makes the function that sends a notification once. It never throws, and follows no redirect. */
export const createHttpSender = ({ allowed, insecure, timeoutMs, lookup, signal }: SenderOptions) => {
  const plain = new Pools(() => new Agent(connections))
  // Loaded when a receiver has TLS.
  const loadSecure = async () => {
    const https = await import('node:https')
    const pools = new Pools(() => new https.Agent({ ...connections, rejectUnauthorized: !insecure }))
    return { request: https.request, pools }
  }
  let secure: ReturnType<typeof loadSecure> | undefined
  const postOnce = async ({
    sdkId = '',
    endpoint,
    headers,
    body,
  }: WebhookRequest): Promise<Omit<AttemptResult, 'milliseconds'>> => {
    const url = new URL(endpoint)
    assertReceiver(url, allowed)
    if (url.protocol === 'https:') secure ??= loadSecure()
    const { request, pools } =
      url.protocol === 'https:' && secure ? await secure : { request: requestHttp, pools: plain }
    // Before a connection is taken that nobody would give back.
    for (const [name, value] of Object.entries(headers)) validateHeaderValue(name, value)
    const outgoing = request(url, { method: 'POST', headers, lookup, agent: pools.take(sdkId), signal })
    // The first failure is the one that is told; Node may emit another when the request is cut.
    outgoing.on('error', () => undefined)
    outgoing.once('close', () => pools.giveBack(sdkId))
    let isLate = false
    try {
      const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
        outgoing.once('response', resolve).once('error', reject)
        // Node makes no response of it: nobody asked for another protocol.
        outgoing.once('upgrade', ({ statusCode }: IncomingMessage, socket: Duplex) => {
          socket.destroy()
          reject(new Error(`the receiver answered ${statusCode}, and nothing after it`))
        })
        // No request may wait for ever, whatever a receiver does.
        outgoing.once('close', () => reject(new Error('the receiver closed the connection without an answer')))
        outgoing.once('socket', () => {
          const late = () => {
            isLate = true
            outgoing.destroy()
          }
          const timer = setTimeout(late, timeoutMs).unref()
          outgoing.once('close', () => clearTimeout(timer))
        })
        outgoing.end(body)
      })
      const status = incoming.statusCode ?? 0
      const answer = {
        status,
        headers: headersOf(incoming),
        body: await readAnswer(incoming),
        temporary: status >= 500,
      }
      const isRedirect = status >= 300 && status < 400
      return isRedirect ? { ...answer, error: 'redirects are not followed' } : answer
    } catch (error) {
      throw isLate ? new Error(`no answer within ${timeoutMs / 1000} s`) : error
    }
  }
  return async (webhook: WebhookRequest): Promise<AttemptResult> => {
    const elapsed = startStopwatch()
    try {
      const answer = await postOnce(webhook)
      return { ...answer, milliseconds: elapsed() }
    } catch (error) {
      // Node's sockets, and what is thrown above, fail with Errors.
      return { ...failureOf(error as Error), milliseconds: elapsed() }
    }
  }
}
