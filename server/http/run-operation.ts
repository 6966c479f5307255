import type { Caller } from '../auth/caller.js'
import type { Session } from '../engine/model/session.js'
import type { MediaContent } from '../engine/results/find-media.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { Entry } from '../journal/entry.js'
import type { YotiOperationId } from '../openapi/operation.js'
import { type OperationDeps, operations } from '../yoti/table.js'
import type { Answer, AnswerDeps } from './exchange.js'
import type { Incoming, OperationInput } from './parse-request.js'

/** Any operation, once the router and the document have found its request right. */
type AnyOperation = (
  input: { request: OperationInput; session?: Session; now: number },
  deps: OperationDeps,
) => {
  status: number
  body?: unknown
  content?: MediaContent
  session?: Session
  removed?: true
  notes?: readonly string[]
}

type Decided = ReturnType<AnyOperation>

/** New ids, made once, when an operation first takes one: reads, which are most requests, take none. */
const freshIds = ({ random }: AnswerDeps['ids']): OperationDeps['ids'] => {
  let made: OperationDeps['ids'] | undefined
  const take = () => {
    made ??= { session: random(), token: random(), resource: random() }
    return made
  }
  return {
    get session() {
      return take().session
    },
    get token() {
      return take().token
    },
    get resource() {
      return take().resource
    },
  }
}

/** A request of Yoti's surface on its way to an answer. */
export type Deciding = {
  readonly operationId: YotiOperationId
  /** What the operation may see of the request, read when it is first asked for. @throws YotiError */
  readonly receive: () => Promise<OperationInput>
  readonly base: Scenario | undefined
  readonly isSandbox: boolean
  readonly rawHeaders: Incoming['rawHeaders']
  readonly caller: Caller
  readonly entry: Entry
}

/** Runs the operation. @throws YotiError what the operation refuses */
export const decide = (
  { operationId, caller: { sdkId, clientToken, policy }, isSandbox: inSandbox }: Deciding,
  { request, scenario, session, now }: { request: OperationInput; scenario: Scenario; session?: Session; now: number },
  deps: AnswerDeps,
): Decided => {
  // Each operation's own input is this one, narrowed by its document.
  const operation = operations[operationId] as AnyOperation
  return operation(
    { request, now, ...(session && { session }) },
    {
      scenario,
      ids: freshIds(deps.ids),
      visitPolicy: deps.visitPolicy,
      application: sdkId === undefined ? {} : { sdkId },
      isStrict: policy === 'strict',
      isClient: clientToken !== undefined,
      responses: inSandbox ? deps.control.applicationResponses.find(sdkId) : undefined,
      applicationResponses: deps.control.applicationResponses,
    },
  )
}

/** What the operation decided, as the pipeline sends it. */
export const answerOf = ({ operationId }: Deciding, { status, body, content }: Decided): Answer => ({
  status,
  body,
  ...(content && { content }),
  operation: { surface: 'yoti', operationId },
})
