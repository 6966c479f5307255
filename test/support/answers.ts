import { expect } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { type CheckAnswer, loadAnswerCheck, type Surface } from '../../server/openapi/validators.js'

export type SessionResult = Schema<'SessionResult'>

const check: CheckAnswer = await loadAnswerCheck()

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull))

/** Fails unless a body is what its document says, with no null in it. */
export const expectDocumented = (surface: Surface, operationId: string, status: number, body: unknown): void => {
  expect(check(surface, operationId, status, body)).toEqual([])
  expect(hasNull(body)).toBe(false)
}

/** Reads a session over HTTP, through a base URL, and checks the answer against openapi.yaml. */
export const readSession = async (apiUrl: string, sessionId: string): Promise<SessionResult> => {
  const response = await fetch(`${apiUrl}/sessions/${encodeURIComponent(sessionId)}`)
  const body: unknown = await response.json()
  expectDocumented('yoti', 'getSession', response.status, body)
  expect(response.status).toBe(200)
  return body as SessionResult
}
