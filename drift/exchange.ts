/** Names and values of headers, as they came. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** The bytes of a body, or only how many there were. */
export type Body = { readonly bytes: Buffer } | { readonly size: number }

/** A request and its answer as they went over the wire. It is never written anywhere. */
export type Exchange = {
  readonly kind: 'exchange'
  /** When the request came, in milliseconds since 1970. */
  readonly at: number
  readonly method: string
  /** Below the base, with its query. */
  readonly target: string
  readonly requestHeaders: Headers
  readonly requestBody: Body
  readonly status: number
  readonly responseHeaders: Headers
  readonly responseBody: Body
}

/** A notification as it came to its receiver. */
export type Notification = {
  readonly kind: 'notification'
  readonly at: number
  readonly headers: Headers
  readonly body: Body
}

/** The body of a recorded message: JSON that was redacted, or what kind of bytes there were and how many. */
export type RecordedBody =
  | { readonly json: unknown }
  | { readonly media: { readonly type: string; readonly size: number } }

/** Values of headers are kept where they are known to say nothing of anybody; of others only the name. */
export type RecordedHeaders = Readonly<Record<string, string>>

/** A request and its answer without anything that says who they are about. */
export type RecordedExchange = {
  readonly format: 1
  readonly kind: 'exchange'
  /** The distance from the first time that the session was seen, counted from 2020-01-01. */
  readonly at: string
  /** The operation of openapi.yaml; `unknown` when it has none. */
  readonly operation: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, string>>
    readonly headers: RecordedHeaders
    readonly body?: RecordedBody
  }
  readonly response: { readonly status: number; readonly headers: RecordedHeaders; readonly body?: RecordedBody }
}

/** A notification without anything that says who it is about. */
export type RecordedNotification = {
  readonly format: 1
  readonly kind: 'notification'
  readonly at: string
  readonly headers: RecordedHeaders
  readonly body?: RecordedBody
}

export type Recording = RecordedExchange | RecordedNotification

/** The JSON of a recorded body; undefined when there was none. */
export const jsonOf = (body: RecordedBody | undefined): unknown =>
  body !== undefined && 'json' in body ? body.json : undefined

/** The session that a recording is about, as it was renamed. */
export const sessionOf = (recording: Recording): string | undefined => {
  const inPath = recording.kind === 'exchange' ? /^\/sessions\/([^/]+)/.exec(recording.request.path)?.[1] : undefined
  const body = jsonOf(recording.kind === 'exchange' ? recording.response.body : recording.body)
  const { session_id } = (body ?? {}) as { readonly session_id?: unknown }
  return inPath ?? (typeof session_id === 'string' ? session_id : undefined)
}
