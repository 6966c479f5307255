/** One entry per error code. `origin` says who sends it: codes of ours are never sent by Yoti. */
type ErrorEntry = { readonly status: number; readonly message: string; readonly origin: 'yoti' | 'mock-yoti' }

const table = {
  MALFORMED_REQUEST: { status: 400, message: 'The request is malformed', origin: 'yoti' },
  PAYLOAD_VALIDATION: { status: 400, message: 'There were errors validating the payload', origin: 'yoti' },
  MESSAGE_SIGNING: { status: 401, message: 'The message was not signed correctly', origin: 'yoti' },
  BAD_SDK_ID: {
    status: 401,
    message: 'Cannot authorize your request for the session with the given sdk id',
    origin: 'yoti',
  },
  BAD_TOKEN: {
    status: 401,
    message: 'Cannot authorize your request for the session with the given token',
    origin: 'yoti',
  },
  BAD_PUBLIC_KEY: { status: 401, message: 'Cannot parse the public key provided', origin: 'yoti' },
  INSUFFICIENT_PERMISSION: {
    status: 403,
    message: 'The Yoti App associated with this sdk_id does not have permission to use Yoti Doc Scan',
    origin: 'yoti',
  },
  // One consumer of Yoti's sandbox shows the code and when it comes; status and message are ours.
  INCOMPLETE_APP_CONFIGURATION: {
    status: 403,
    message: 'The organisation linked to this app has no name in Yoti Hub',
    origin: 'yoti',
  },
  NOT_YOUR_RESOURCE: { status: 403, message: 'You may only update Resources that you have created', origin: 'yoti' },
  NOT_YOUR_SESSION: {
    status: 403,
    message: 'The allowed_sources present in the requirements of this Session disallow you from performing this action',
    origin: 'yoti',
  },
  SESSION_NOT_FOUND: { status: 404, message: 'No session found matching the sessionId provided', origin: 'yoti' },
  APP_NOT_FOUND: { status: 404, message: 'The referenced application does not exist', origin: 'yoti' },
  MEDIA_CONTENT_NOT_FOUND: {
    status: 404,
    message: 'No media content found matching the id provided',
    origin: 'yoti',
  },
  RESOURCE_NOT_FOUND: {
    status: 404,
    message: 'No resource found for the sessionId & resourceId provided',
    origin: 'yoti',
  },
  REQUIREMENT_NOT_FOUND: {
    status: 404,
    message: 'No requirement found for the sessionId & requirementId provided',
    origin: 'yoti',
  },
  SCHEME_NOT_FOUND: { status: 404, message: 'No scheme found that matches provided scheme name', origin: 'yoti' },
  SCHEME_VALIDATION_REQUIREMENT_NOT_FOUND: {
    status: 404,
    message: 'No scheme validation found for requested issuing country and/or document type',
    origin: 'yoti',
  },
  SESSION_EXPIRED: { status: 409, message: 'The session has expired', origin: 'yoti' },
  SESSION_NOT_READY: {
    status: 409,
    message: 'Cannot begin this session until integrator provides all required resources (Face Capture)',
    origin: 'yoti',
  },
  INSTRUCTIONS_NOT_COMPLETE: { status: 409, message: 'No instructions have been provided', origin: 'yoti' },
  RESOURCE_LOCKED: { status: 409, message: 'The Resource is Locked', origin: 'yoti' },
  UNSUPPORTED_TYPE: { status: 415, message: 'The provided Content-Type is not supported', origin: 'yoti' },
  UNPROCESSABLE_MEDIA: { status: 422, message: 'The media provided is not processable', origin: 'yoti' },
  SESSION_LOCKED: { status: 409, message: 'The session is locked while it is in progress', origin: 'yoti' },
  TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests, please try later', origin: 'yoti' },
  SERVER_ERROR: { status: 500, message: 'An unexpected error occurred on the server', origin: 'yoti' },
  TEMPORARILY_UNAVAILABLE: {
    status: 503,
    // The two spaces are Yoti's.
    message: 'Unable to complete your request right now.  Please try again later',
    origin: 'yoti',
  },
  NOT_FOUND: { status: 404, message: 'No operation answers this path', origin: 'mock-yoti' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'This path does not take this method', origin: 'mock-yoti' },
  UNKNOWN_PROVIDER_STATE: { status: 400, message: 'No provider state is as this one', origin: 'mock-yoti' },
  CONTROL_TOKEN: {
    status: 401,
    message: 'The control API asks for its token: Authorization: Bearer TOKEN, with the TOKEN of --control-token',
    origin: 'mock-yoti',
  },
  FOREIGN_PAGE: {
    status: 403,
    message:
      'Pages of other sites may not use this server unless --allow-origin names them, or --allow-host the name that this server has there; on loopback /__mock answers to local names only',
    origin: 'mock-yoti',
  },
  STAGE_NOT_REACHED: { status: 409, message: 'The session has not come to this stage', origin: 'mock-yoti' },
  STEP_NOT_POSSIBLE: { status: 409, message: 'The visit has no such step now', origin: 'mock-yoti' },
  DELIVERY_NOT_FOUND: { status: 404, message: 'No delivery has this id', origin: 'mock-yoti' },
  NOTIFICATION_NOT_SENT: { status: 409, message: 'No such notification was sent in time', origin: 'mock-yoti' },
  VERIFICATION_FAILED: { status: 409, message: 'Other requests came than were expected', origin: 'mock-yoti' },
  REQUEST_NOT_FOUND: { status: 404, message: 'No recorded request has this id', origin: 'mock-yoti' },
  TOO_MANY_STREAMS: { status: 429, message: 'Too many clients read the events already', origin: 'mock-yoti' },
  FAULT_NOT_FOUND: { status: 404, message: 'No fault has this id', origin: 'mock-yoti' },
  APPLICANT_NOT_FOUND: { status: 404, message: 'No applicant has this id', origin: 'mock-yoti' },
  POOL_NOT_FOUND: { status: 404, message: 'No pool has this id', origin: 'mock-yoti' },
  FACE_NOT_FOUND: { status: 404, message: 'The applicant has no face with this id', origin: 'mock-yoti' },
  SCENARIO_NOT_FOUND: { status: 404, message: 'No scenario has this id', origin: 'mock-yoti' },
} as const

export type ErrorCode = keyof typeof table

/** Every error code with its status, its message and who sends it. `docs/errors.md` lists the same. */
export const errorTable: Readonly<Record<ErrorCode, ErrorEntry>> = table

/** One wrong property of a request, as Yoti writes it. */
export type PropertyError = { property: string; message: string }

/** The operation that a request without one comes closest to, and what tells them apart. */
export type NearMiss = {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly difference: string
}

/** Nobody reads more of an error, whatever it quotes. */
const longest = 20_000
const mostErrors = 300

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const cutErrors = (errors: readonly PropertyError[]): readonly PropertyError[] =>
  errors.slice(0, mostErrors).map(({ property, message }) => ({ property: cut(property), message: cut(message) }))

/** Of a signature that was refused: the string that is to be signed, and the one that was, where it is known. */
export type SignedStrings = { readonly expected: string; readonly signed?: string }

type YotiErrorDetails = {
  /** Replaces the code's own message on the wire. */
  message?: string
  errors?: readonly PropertyError[]
  headers?: Readonly<Record<string, string>>
  /** For the log only: what to do about it. */
  hint?: string
  /** For the journal: of a signature that was refused. */
  signing?: SignedStrings
  /** For the journal: of a request that no operation answers. */
  nearest?: NearMiss
}

/** The only way to answer anything but success. Thrown anywhere, written by `http/send-error`. */
export class YotiError extends Error {
  readonly code: ErrorCode
  readonly details: YotiErrorDetails

  constructor(code: ErrorCode, details: YotiErrorDetails = {}) {
    super(cut(details.message ?? table[code].message))
    this.name = 'YotiError'
    this.code = code
    const { errors, hint } = details
    this.details = {
      ...details,
      ...(errors && { errors: cutErrors(errors) }),
      ...(hint !== undefined && { hint: cut(hint) }),
    }
  }

  get status(): number {
    return table[this.code].status
  }
}

/** A mistake of the person who runs the server, told in one line: a bad option, a bad file, a taken port. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
