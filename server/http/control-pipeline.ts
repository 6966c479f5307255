import { assertControlAccess, type ControlAccess } from '../auth/control-access.js'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import type { ControlContent } from '../control/control-operation.js'
import { assertKnownBody, assertKnownQuery } from '../control/known-names.js'
import { type ControlDeps, controlHandlers } from '../control/table.js'
import { contentTypeOf, type MediaContent } from '../engine/results/find-media.js'
import type { CheckRequest } from '../openapi/validators.js'
import { addressOf } from './address.js'
import { largestBody } from './body.js'
import type { Exchange, Handle, Reply } from './exchange.js'
import { type OperationInput, parseInput, readBody } from './parse-request.js'
import { routeControl } from './route.js'

/** What the control API is answered with. */
export type ControlPipelineDeps = {
  readonly control: ControlDeps
  readonly access: ControlAccess
  readonly isTls: boolean
  readonly checkRequest: CheckRequest
}

/** Any operation, once the router and the document have found its request right. */
type AnyOperation = (
  input: { request: OperationInput; now: number; address: string; lastEventId?: string },
  deps: ControlDeps,
) => Answer | Promise<Answer>

type Answer = { readonly status: number; readonly body?: unknown; readonly content?: ControlContent }

/** What a sandbox client gave a media of a session may be a page: nothing of it may run on the console's own address. */
const mediaHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'",
  'Cache-Control': 'no-store',
}
const shownTypes = ['image/png', 'image/jpeg', 'application/pdf', 'application/json']

const mediaReply = (content: MediaContent): Pick<Reply, 'content' | 'contentType' | 'headers'> =>
  shownTypes.includes(contentTypeOf(content))
    ? { content, headers: mediaHeaders }
    : {
        content,
        contentType: 'application/octet-stream',
        headers: { ...mediaHeaders, 'Content-Disposition': 'attachment' },
      }

const replyWith = ({ status, body, content }: Answer): Reply => {
  if (content === undefined) return { status, body }
  if (content.kind === 'events') return { status, stream: content.open }
  if (content.kind === 'text') return { status, file: { type: content.type, bytes: Buffer.from(content.text) } }
  return { status, ...mediaReply(content) }
}

const lastEventIdOf = ({ rawHeaders }: Exchange): { readonly lastEventId?: string } => {
  const lastEventId = findHeader(rawHeaders, 'last-event-id')
  return lastEventId === undefined ? {} : { lastEventId }
}

/** What is only logged of an error of Yoti's surface is in the message here: whoever drives the server wants to know. */
const withHintInMessage = (error: unknown): unknown => {
  if (!(error instanceof YotiError) || error.details.hint === undefined) return error
  const { code, message, details } = error
  return new YotiError(code, { ...details, message: `${message}: ${details.hint}` })
}

/** Answers a request to the control API. The numbers are the statuses of what each step refuses, in their order. */
export const handleControl =
  ({ control, access, checkRequest, isTls }: ControlPipelineDeps): Handle<'control'> =>
  async (exchange): Promise<Reply> => {
    const route = routeControl(exchange) // 404, 405
    const { operationId } = route
    if (operationId !== 'getHealth') assertControlAccess(exchange.rawHeaders, access) // 401, 403
    const body = (await readBody(exchange, operationId === 'putState' ? largestBody : undefined)).parse() // 400
    assertKnownBody(operationId, body) // 400
    const request = parseInput(exchange, { ...route, body }, { surface: 'control', checkRequest }) // 400
    assertKnownQuery(operationId, request.query) // 400
    const { now } = await control.clocks.read()
    // Each operation's own input is this one, narrowed by its document.
    const operation = controlHandlers[operationId] as AnyOperation
    try {
      const address = addressOf(exchange, isTls)
      const answer = await operation({ request, now, address, ...lastEventIdOf(exchange) }, control) // 400, 404, 409, 429
      return { ...replyWith(answer), operation: { surface: 'control', operationId } }
    } catch (error) {
      throw withHintInMessage(error)
    }
  }
