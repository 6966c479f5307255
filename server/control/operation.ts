import type { Applications } from '../applications/applications.js'
import type { Clocks } from '../clocks.js'
import type { Faults } from '../faults/faults.js'
import type { Ids } from '../ids.js'
import type { Journal } from '../journal/journal.js'
import type { Outbox } from '../notifications/index.js'
import type { ControlOperation, ControlOperationId } from '../openapi/operation.js'
import type { Catalogue } from '../scenarios/catalogue.js'
import type { NextSessions } from '../sessions/next-sessions.js'
import type { ApplicationResponses } from '../sessions/sandbox/application-responses.js'
import type { SessionStore } from '../sessions/store.js'
import type { VisitPolicy } from '../sessions/transitions.js'
import type { StateSessions } from './state-sessions.js'

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
