import type { FaceRegister } from '../engine/model/face-register.js'
import type { Session } from '../engine/model/session.js'
import type { MediaContent } from '../engine/results/find-media.js'
import type { ResponseConfig } from '../engine/sandbox/response-config.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { VisitPolicy } from '../engine/sessions/transitions.js'
import type { YotiOperation, YotiOperationId } from '../openapi/operation.js'

/** What operations may need. Each names its own part of it. */
export type OperationDeps = {
  /** The scenario of the session: of the one that is being created, too. */
  readonly scenario: Scenario
  /** Fresh ids for what the operation creates. */
  readonly ids: { readonly session: string; readonly token: string; readonly resource: string }
  readonly visitPolicy: VisitPolicy
  /** The application that sent the request, if it said so. */
  readonly application: { readonly sdkId?: string }
  /** Whether the caller's application is held to everything that Yoti asks. */
  readonly isStrict: boolean
  /** Whether the person's own device asks, with the session's client token. */
  readonly isClient: boolean
  /** What the sandbox finds in the sessions of this application; none outside the sandbox. */
  readonly responses: ResponseConfig | undefined
  /** The applicants and pools that the request may be about; empty where the operation is about none. */
  readonly faces: FaceRegister
}

/** An operation of Yoti's surface; `Needs` names the dependencies that it needs. */
export type Operation<Id extends YotiOperationId, Needs extends keyof OperationDeps = never> = YotiOperation<
  Id,
  { Session: Session; Content: MediaContent; Responses: ResponseConfig; Faces: FaceRegister },
  Pick<OperationDeps, Needs>
>
