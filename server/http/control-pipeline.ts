import { assertControlAccess, type ControlAccess } from '../auth/control-access.js'
import { YotiError } from '../base/errors.js'
import { assertKnownBody, assertKnownQuery } from '../control/known-names.js'
import { type ControlDeps, controlHandlers } from '../control/table.js'
import type { CheckRequest } from '../openapi/validators.js'
import type { Handle, Reply } from './exchange.js'
import { type OperationInput, parseInput, readBody } from './parse-request.js'
import { routeControl } from './route.js'

/** What the control API is answered with. */
export type ControlPipelineDeps = {
  readonly control: ControlDeps
  readonly access: ControlAccess
  readonly checkRequest: CheckRequest
}

/** Any operation, once the router and the document have found its request right. */
type AnyOperation = (
  input: { request: OperationInput; now: number },
  deps: ControlDeps,
) => { status: number; body?: unknown } | Promise<{ status: number; body?: unknown }>

/** What is only logged of an error of Yoti's surface is in the message here: whoever drives the server wants to know. */
const withHintInMessage = (error: unknown): unknown => {
  if (!(error instanceof YotiError) || error.details.hint === undefined) return error
  const { code, message, details } = error
  return new YotiError(code, { ...details, message: `${message}: ${details.hint}` })
}

/** Answers a request to the control API. The numbers are the statuses of what each step refuses, in their order. */
export const handleControl =
  ({ control, access, checkRequest }: ControlPipelineDeps): Handle<'control'> =>
  async (exchange): Promise<Reply> => {
    const route = routeControl(exchange) // 404, 405
    const { operationId } = route
    if (operationId !== 'getHealth') assertControlAccess(exchange.rawHeaders, access) // 401, 403
    const body = (await readBody(exchange)).parse() // 400
    assertKnownBody(operationId, body) // 400
    const request = parseInput(exchange, { ...route, body }, { surface: 'control', checkRequest }) // 400
    assertKnownQuery(operationId, request.query) // 400
    const { now } = await control.clocks.read()
    // Each operation's own input is this one, narrowed by its document.
    const operation = controlHandlers[operationId] as AnyOperation
    try {
      const answer = await operation({ request, now }, control) // 400, 404, 409
      return { status: answer.status, body: answer.body, operation: { surface: 'control', operationId } }
    } catch (error) {
      throw withHintInMessage(error)
    }
  }
