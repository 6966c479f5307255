import { expect } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { expectDocumented } from './answers.js'
import type { Order } from './orders.js'
import { startServer } from './server.js'
import { demo, messageOf, type RawAnswer, sendRaw, sign } from './signing.js'

const base = '/sandbox/idverify/v1'

/** The query of a signed request, in the order in which most SDKs write it. */
export const signedBy: string = `sdkId=${demo.sdkId}&nonce=7f0c6a5e-4a0b-4df3-9a52-0a1b2c3d4e5f&timestamp=1772625600000`

/** A server and the calls of an application that talks to its sandbox. */
type Sandbox = Awaited<ReturnType<typeof startServer>> & {
  /** Sends a signed request; the path is below that of the sandbox. */
  readonly send: (
    method: string,
    path: string,
    body?: string,
    query?: string,
    headers?: Record<string, string>,
  ) => Promise<RawAnswer>
  readonly create: (order: Order) => Promise<Schema<'CreatedSession'>>
  readonly read: (id: string) => Promise<Schema<'SessionResult'>>
  /** Puts the response config of a session. */
  readonly say: (id: string, config: object) => Promise<void>
  /** Makes the whole visit. */
  readonly visit: (id: string) => Promise<Schema<'SessionResult'>>
}

/** A strict server whose visits happen when the test says so, and an application that talks to its sandbox. */
export const openSandbox = async (): Promise<Sandbox> => {
  const server = await startServer({ signatures: 'strict', visits: 'manual' })
  const send: Sandbox['send'] = (method, path, body = '', query = signedBy, headers = {}) => {
    const digest = sign(messageOf(method, `${path}?${query}`, body))
    const target = `${base}${path}?${query}`
    return sendRaw(server.url, { method, target, headers: { ...headers, 'X-Yoti-Auth-Digest': digest }, body })
  }
  const create = async (order: Order) => {
    const { status, body } = await send('POST', '/sessions', JSON.stringify(order))
    expect([status, body]).toEqual([201, expect.anything()])
    return body as Schema<'CreatedSession'>
  }
  const read = async (id: string) => {
    const { body } = await send('GET', `/sessions/${id}`)
    expectDocumented('yoti', 'getSession', 200, body)
    return body as unknown as Schema<'SessionResult'>
  }
  const say = async (id: string, config: object) => {
    expect((await send('PUT', `/sessions/${id}/response-config`, JSON.stringify(config))).status).toBe(200)
  }
  const visit = async (id: string) => {
    await server.control.sessions.visit(id)
    return read(id)
  }
  return { ...server, send, create, read, say, visit }
}

/** What a check of the session found. */
export const reportOf = ({ checks }: Schema<'SessionResult'>, type: string): Schema<'Report'> | undefined =>
  checks.find((check) => check.type === type)?.report

/** A report that no check of ours makes. */
export const rejected: Schema<'Report'> = {
  recommendation: { value: 'REJECT', reason: 'SOME_REASON' },
  breakdown: [{ sub_check: 'some_check', result: 'FAIL', details: [{ name: 'some', value: 'detail' }] }],
}
