import type { Ids } from '../base/ids.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { VisitPolicy } from '../engine/sessions/transitions.js'
import type { ControlOperation, ControlOperationId } from '../openapi/operation.js'
import type { ApplicationResponses } from '../state/memory/application-responses.js'
import type { Applications } from '../state/memory/applications.js'
import type { Clocks } from '../state/memory/clocks.js'
import type { Faults } from '../state/memory/faults.js'
import type { Journal } from '../state/memory/journal.js'
import type { NextSessions } from '../state/memory/next-sessions.js'
import type { StateSessions } from '../state/memory/provider-state-sessions.js'
import type { SessionStore } from '../state/memory/sessions.js'
import type { Outbox } from '../webhooks/index.js'

/** What control operations may need. Each names its own part of it. */
export type ControlDeps = {
  readonly catalogue: Catalogue
  readonly applications: Applications
  readonly sessions: SessionStore
  readonly stateSessions: StateSessions
  readonly nextSessions: NextSessions
  readonly applicationResponses: ApplicationResponses
  readonly visitPolicy: VisitPolicy
  readonly journal: Journal
  readonly outbox: Outbox
  readonly faults: Faults
  readonly clocks: Clocks
  readonly ids: Ids
  readonly version: string
  readonly nodeVersion: string
}

/** An operation of the control API; `Needs` names the dependencies that it needs. */
export type Operation<Id extends ControlOperationId, Needs extends keyof ControlDeps = never> = ControlOperation<
  Id,
  Pick<ControlDeps, Needs>
>
