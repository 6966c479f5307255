import { expect } from 'vitest'
import { atHomeOrder, type Order } from './orders.js'
import type { startServer } from './server.js'

/** The first bytes of an image, which is all that is looked at. */
export const png: string = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')

/** An order that searches a pool for the face of whoever is in front of the camera. */
export const searchOrder = (
  poolId: string,
  approval_criteria: 'MATCH' | 'NO_MATCH' | undefined,
  user_tracking_id: string = 'customer-1',
): Order =>
  atHomeOrder({
    user_tracking_id,
    requested_checks: [
      { type: 'LIVENESS', config: { liveness_type: 'STATIC', max_retries: 3 } },
      { type: 'FAMILIAR_FACE_SEARCH', config: { pool_id: poolId, ...(approval_criteria && { approval_criteria }) } },
    ],
    requested_tasks: [],
    required_documents: [],
  })

/** What these tests read of the answers. */
type Body = {
  readonly id: string
  readonly code: string
  readonly session_id: string
  readonly pools: readonly object[]
  readonly faces: { readonly archetype_face: string; readonly faces: readonly string[] }
  readonly errors: readonly { readonly property: string; readonly message: string }[]
}

type Answer = { readonly status: number; readonly body: Body }

/** Calls of Face Search. */
export type FaceCalls = {
  readonly call: (method: string, path: string, body?: object) => Promise<Answer>
  readonly newApplicant: (face?: object) => Promise<string>
  readonly newPool: () => Promise<string>
  readonly join: (poolId: string, applicantId: string) => Promise<Answer>
  /** Creates a session. */
  readonly create: (order: object) => Promise<string>
}

/** @param server what is there when a call is made */
export const faceCalls = (server: () => Awaited<ReturnType<typeof startServer>>): FaceCalls => {
  const call: FaceCalls['call'] = async (method, path, body) => {
    const response = await fetch(`${server().apiUrl}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const idOf = async (answer: Promise<Answer>) => (await answer).body.id
  return {
    call,
    newApplicant: (face) => idOf(call('POST', '/applicants', face && { face })),
    newPool: () => idOf(call('POST', '/pools', { label: 'Known people' })),
    join: (poolId, applicantId) => call('POST', `/pools/${poolId}/applicants`, { applicant_id: applicantId }),
    create: async (order) => {
      const { status, body } = await call('POST', '/sessions', order)
      expect(status, JSON.stringify(body)).toBe(201)
      return body.session_id
    },
  }
}
