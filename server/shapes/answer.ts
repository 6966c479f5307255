import type { ErrorCode } from '../base/errors.js'
import type { Session } from '../engine/model/session.js'
import { render } from '../engine/results/render.js'
import { fixedError, sampleError } from '../engine/scenarios/fixed-error.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { createNamedSession } from '../engine/sessions/named-sessions.js'
import type { Schema } from '../openapi/schema.js'

export type ErrorAnswer = { readonly status: number; readonly error: Schema<'Error'> }

/** What reading a session answers: one of Yoti's results, or an error. */
export type ResultAnswer = { readonly status: 200; readonly body: Schema<'SessionResult'> } | ErrorAnswer

/** A successful answer of any operation: JSON, bytes of a type, or nothing. */
export type OperationAnswer = {
  readonly status: number
  readonly body?: unknown
  readonly contentType?: string
  /** Of an answer that is not Yoti's own: its text, and the headers that a client may read. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type ShapeAnswer = ErrorAnswer | OperationAnswer

/** The midnight that examples show: pacts must be the same on every day. */
export const exampleMidnight: number = Date.UTC(2026, 2, 4)

/** A session that was created without anything that a relying business may leave out. */
export const withoutOptional = ({ request: { userTrackingId: _none, ...request }, ...session }: Session): Session => ({
  ...session,
  request,
})

/** Without the deprecated key of Yoti's older documents: nobody is to rely on it. */
const current = ({ resources: { applicant_profile: _older, ...resources }, ...result }: Schema<'SessionResult'>) => ({
  ...result,
  resources,
})

export const errorAnswer = (code: ErrorCode): ErrorAnswer => {
  const { status, message, details } = sampleError(code)
  return { status, error: { code, message, ...(details.errors && { errors: [...details.errors] }) } }
}

/** What `GET` answers for a scenario: the fullest answer, or the sparsest that Yoti may send in its place. */
export const exampleAnswer = (scenario: Scenario, extent: 'maximum' | 'minimum'): ResultAnswer => {
  const code = fixedError(scenario, 'getSession')
  if (code !== undefined) return errorAnswer(code)
  const session = createNamedSession(scenario, exampleMidnight)
  const asked = extent === 'maximum' ? session : withoutOptional(session)
  return { status: 200, body: current(render(asked, exampleMidnight)) }
}
