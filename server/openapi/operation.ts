import type { operations as control } from './generated/control.js'
import type { operations as yoti } from './generated/yoti.js'

type SuccessStatus = 200 | 201 | 204

type Responses<Op> = Op extends { responses: infer R } ? R : never

/** JSON is returned as a body; bytes, and JSON that has bytes in it, are described as content, which the sender renders. */
type Sent<Response, Content> = Response extends { content: infer Types }
  ? keyof Types extends 'application/json'
    ? { body: Types[keyof Types]; content?: never } | { content: Content; body?: never }
    : { content: Content }
  : { body?: undefined }

/** The successful answers that the document gives an operation. Errors are thrown, never returned. */
type Answer<Op, Content = never> = {
  [Status in keyof Responses<Op> & SuccessStatus]: { status: Status } & Sent<Responses<Op>[Status], Content>
}[keyof Responses<Op> & SuccessStatus]

type PathParameters<Op> = Op extends { parameters: { path: infer Path } } ? Path : Record<string, never>
type QueryParameters<Op> = Op extends { parameters: { query?: infer Query } } ? Query : Record<string, never>

/** A file that was uploaded in a multipart body. */
export type Upload = { readonly contentType: string; readonly bytes: Uint8Array }

type BodyOf<Types> = Types extends { 'application/json': infer Body } ? Body : Upload | undefined

type RequestBody<Op> = Op extends { requestBody: { content: infer Types } }
  ? BodyOf<Types>
  : Op extends { requestBody?: { content: infer Types } }
    ? BodyOf<Types> | undefined
    : undefined

/** A request as an operation sees it: routed, validated, its parameters decoded. */
export type OperationRequest<Op> = {
  readonly path: PathParameters<Op>
  readonly query: QueryParameters<Op>
  readonly body: RequestBody<Op>
}

export type YotiOperationId = keyof yoti
export type ControlOperationId = keyof control

/** What the operations of Yoti's surface are about: sessions, and content that is rendered when it is sent. */
type World = { Session: unknown; Content: unknown; Responses: unknown; Faces: unknown }

/**
 * An answer, and what is written: `session` is the session's new state, `removed` its end; `responses` is what the sandbox
 * finds in the sessions of an application from now on, `faces` its applicants and pools. `notes` are what the journal and the log say of the request.
 */
export type Decision<Op, W extends World> = Answer<Op, W['Content']> & {
  session?: W['Session']
  removed?: true
  notes?: readonly string[]
  responses?: { readonly sdkId: string; readonly config: W['Responses'] }
  faces?: W['Faces']
}

type Addressed<Op, Session> =
  PathParameters<Op> extends { sessionId: string }
    ? { session: Session }
    : RequestBody<Op> extends { session_id: string }
      ? { session: Session }
      : { session?: Session }

/** An operation of Yoti's surface: a pure function of the request, the session it is about, and the time. */
export type YotiOperation<Id extends YotiOperationId, W extends World, Deps> = (
  input: { request: OperationRequest<yoti[Id]>; now: number } & Addressed<yoti[Id], W['Session']>,
  deps: Deps,
) => Decision<yoti[Id], W>

/**
 * An operation of the control API. May wait. `address` is the server's own, as it was asked for: `http://127.0.0.1:9684`;
 * `lastEventId` is the header of a client that comes back to a stream.
 */
export type ControlOperation<Id extends ControlOperationId, Content, Deps> = (
  input: { request: OperationRequest<control[Id]>; now: number; address: string; lastEventId?: string },
  deps: Deps,
) => Answer<control[Id], Content> | Promise<Answer<control[Id], Content>>
