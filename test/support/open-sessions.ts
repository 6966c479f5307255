import { expect } from 'vitest'
import type { MockYotiOptions, RunningMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import type { Order } from './orders.js'
import { startServer } from './server.js'

type OpenSessions = RunningMockYoti & {
  readonly post: (path: string, body: object, headers?: Readonly<Record<string, string>>) => Promise<Response>
  /** Creates a session; its id. */
  readonly create: (
    order: Order,
    headers?: Readonly<Record<string, string>>,
    apiUrl?: string,
    query?: string,
  ) => Promise<string>
  /** Promises a passport for each identity document. */
  readonly instruct: (sessionId: string) => Promise<Response>
}

/** A server in this process, with what a relying business does to have somebody verified. */
export const openSessions = async (options: MockYotiOptions = {}): Promise<OpenSessions> => {
  const server = await startServer(options)
  const post: OpenSessions['post'] = (path, body, headers = {}) =>
    fetch(`${server.apiUrl}${path}`, { method: 'POST', body: JSON.stringify(body), headers })
  const create: OpenSessions['create'] = async (order, headers = {}, apiUrl = server.apiUrl, query = '') => {
    const response = await fetch(`${apiUrl}/sessions${query}`, { method: 'POST', body: JSON.stringify(order), headers })
    expect(response.status).toBe(201)
    return ((await response.json()) as Schema<'CreatedSession'>).session_id
  }
  const instruct: OpenSessions['instruct'] = async (sessionId) => {
    const configuration = await (await fetch(`${server.apiUrl}/sessions/${sessionId}/configuration`)).json()
    const documents = (configuration as Schema<'SessionConfiguration'>).capture.required_resources.flatMap(
      (required) =>
        required.type === 'ID_DOCUMENT'
          ? [
              {
                requirement_id: required.id,
                document: { type: required.type, country_code: 'GBR', document_type: 'PASSPORT' },
              },
            ]
          : [],
    )
    return fetch(`${server.apiUrl}/sessions/${sessionId}/instructions`, {
      method: 'PUT',
      body: JSON.stringify({
        contact_profile: { first_name: 'A', last_name: 'B', email: 'a@b.example' },
        documents,
        branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
      }),
    })
  }
  return { ...server, post, create, instruct }
}
