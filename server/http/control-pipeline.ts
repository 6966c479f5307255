import { mustBeDriver } from '../auth/driver.js'
import { YotiError } from '../base/errors.js'
import { mustKnowBody, mustKnowQuery } from '../control/known-names.js'
import { type ControlDeps, controlOperations } from '../control/table.js'
import type { Answer, AnswerDeps } from './exchange.js'
import { type Incoming, type OperationInput, receive } from './parse-request.js'
import { routeControl } from './route.js'
import type { Target } from './target.js'

type ControlRequest = Incoming<Extract<Target, { surface: 'control' }>>

/** Any operation, once the router and the document have found its request right. */
type AnyOperation = (
  input: { request: OperationInput; now: number },
  deps: ControlDeps,
) => { status: number; body?: unknown } | Promise<{ status: number; body?: unknown }>

/** What is only logged of an error of Yoti's surface is told here: whoever drives the server wants to know. */
const telling =
  (operation: AnyOperation): AnyOperation =>
  async (input, deps) => {
    try {
      return await operation(input, deps)
    } catch (error) {
      if (!(error instanceof YotiError) || error.details.hint === undefined) throw error
      const { code, message, details } = error
      throw new YotiError(code, { ...details, message: `${message}: ${details.hint}` })
    }
  }

/** Answers an operation of the control API. */
export const answerControl = async (request: ControlRequest, deps: AnswerDeps): Promise<Answer> => {
  const { method, target } = request
  const { operationId, parameters } = routeControl(method, target.base, target.path)
  if (operationId !== 'getHealth') mustBeDriver(request.rawHeaders, deps.driver)
  const received = await receive(request, { surface: 'control', operationId, parameters }, deps.checkRequest, (body) =>
    mustKnowBody(operationId, body),
  )
  mustKnowQuery(operationId, received.query)
  // Each operation's own input is this one, narrowed by its document.
  const operation = controlOperations[operationId] as AnyOperation
  const { status, body } = await telling(operation)(
    { request: received, now: deps.clocks.of(undefined).now() },
    deps.control,
  )
  return { status, body, operation: { surface: 'control', operationId } }
}
