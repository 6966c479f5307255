import type { Caller } from '../auth/caller.js'
import type { Ids } from '../base/ids.js'
import type { FaceRegister } from '../engine/model/face-register.js'
import type { Session } from '../engine/model/session.js'
import type { MediaContent } from '../engine/results/find-media.js'
import type { ResponseConfig } from '../engine/sandbox/response-config.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { VisitPolicy } from '../engine/sessions/transitions.js'
import type { YotiOperationId } from '../openapi/operation.js'
import { type OperationDeps, operations } from '../yoti/table.js'
import type { OperationInput } from './parse-request.js'

/** What an operation came to: its answer, and what is written. */
export type Outcome = {
  readonly status: number
  readonly body?: unknown
  readonly content?: MediaContent
  readonly session?: Session
  readonly removed?: true
  readonly notes?: readonly string[]
  readonly responses?: { readonly sdkId: string; readonly config: ResponseConfig }
  readonly faces?: FaceRegister
}

/** Any operation, once the router and the document have found its request right. */
type AnyOperation = (input: { request: OperationInput; session?: Session; now: number }, deps: OperationDeps) => Outcome

/**
 * New ids, made once, when an operation first takes one: reads, which are most requests, take none. A class, because V8 gives
 * each object literal with getters a shape of its own, which outlives the request.
 */
class FreshIds {
  readonly #random: Ids['random']
  #made: OperationDeps['ids'] | undefined

  constructor({ random }: Ids) {
    this.#random = random
  }

  get session(): string {
    return this.#take().session
  }

  get token(): string {
    return this.#take().token
  }

  get resource(): string {
    return this.#take().resource
  }

  #take(): OperationDeps['ids'] {
    const random = this.#random
    this.#made ??= { session: random(), token: random(), resource: random() }
    return this.#made
  }
}

export const freshIds = (ids: Ids): OperationDeps['ids'] => new FreshIds(ids)

/** What an operation is run with. */
export type Run = {
  readonly input: OperationInput
  readonly session: Session | undefined
  readonly now: number
  readonly scenario: Scenario
  readonly caller: Caller
  readonly responses: ResponseConfig | undefined
  readonly faces: FaceRegister | undefined
  readonly ids: OperationDeps['ids']
  readonly visitPolicy: VisitPolicy
}

const noFaces: FaceRegister = { applicants: [], pools: [] }

/** Runs an operation. @throws YotiError what it refuses */
export const runOperation = (
  operationId: YotiOperationId,
  { input, session, now, scenario, caller: { sdkId, clientToken, policy }, responses, faces, ids, visitPolicy }: Run,
): Outcome => {
  // Each operation's own input is this one, narrowed by its document.
  const operation = operations[operationId] as AnyOperation
  return operation(
    { request: input, now, ...(session && { session }) },
    {
      scenario,
      ids,
      visitPolicy,
      application: sdkId === undefined ? {} : { sdkId },
      isStrict: policy === 'strict',
      isClient: clientToken !== undefined,
      responses,
      faces: faces ?? noFaces,
    },
  )
}
