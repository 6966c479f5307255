import type { operations as control } from './generated/control.js'
import type { operations as yoti } from './generated/yoti.js'

type SuccessStatus = 200 | 201 | 204

type Responses<Op> = Op extends { responses: infer R } ? R : never

type JsonBody<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined

/** The successful answers that the document gives an operation. Errors are thrown, never returned. */
type Answer<Op> = {
  [Status in keyof Responses<Op> & SuccessStatus]: { status: Status; body: JsonBody<Responses<Op>[Status]> }
}[keyof Responses<Op> & SuccessStatus]

type PathParameters<Op> = Op extends { parameters: { path: infer Path } } ? Path : Record<string, never>

type RequestBody<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : undefined

/** A request as an operation sees it: routed, validated, its parameters decoded. */
export type OperationRequest<Op> = { readonly path: PathParameters<Op>; readonly body: RequestBody<Op> }

export type YotiOperationId = keyof yoti
export type ControlOperationId = keyof control

/** An answer of Yoti's surface; `session` is the new state when the operation changed it. */
export type Decision<Op, Session> = Answer<Op> & { session?: Session }

/**
 * An operation of Yoti's surface: a pure function of the request, the session it is about, the time, and the application
 * that asks, if it said which.
 */
export type YotiOperation<Id extends YotiOperationId, Session, Deps> = (
  input: { request: OperationRequest<yoti[Id]>; session: Session; now: number; sdkId?: string },
  deps: Deps,
) => Decision<yoti[Id], Session>

/** An operation of the control API. May wait. */
export type ControlOperation<Id extends ControlOperationId, Deps> = (
  input: { request: OperationRequest<control[Id]>; now: number },
  deps: Deps,
) => Answer<control[Id]> | Promise<Answer<control[Id]>>
