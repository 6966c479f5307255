import type { Ids } from '../base/ids.js'
import type { Config } from '../config/config.js'
import type { MediaContent } from '../engine/results/find-media.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { NamedSessions } from '../engine/sessions/named-sessions.js'
import type { VisitPolicy } from '../engine/sessions/transitions.js'
import type { ControlOperation, ControlOperationId } from '../openapi/operation.js'
import type { State } from '../state/state.js'
import type { Dispatcher } from '../webhooks/index.js'
import type { EventHub, EventStream } from './events/event-hub.js'

/** What control operations may need: parts of the state, and what is made from it. Each names its own part of it. */
export type ControlDeps = State & {
  readonly catalogue: Catalogue
  readonly namedSessions: NamedSessions
  readonly visitPolicy: VisitPolicy
  readonly dispatcher: Dispatcher
  readonly ids: Ids
  readonly events: EventHub
  readonly config: Config
  readonly version: string
  readonly nodeVersion: string
}

/** What sessions are found with, and what they are changed with. */
export type FindsSessions = 'sessions' | 'clocks' | 'namedSessions'
export type ChangesSessions = FindsSessions | 'commit'

/** What an operation answers that is no JSON: a media, or a stream that stays open. */
export type ControlContent = MediaContent | EventStream

/** An operation of the control API; `Needs` names the dependencies that it needs. */
export type Operation<Id extends ControlOperationId, Needs extends keyof ControlDeps = never> = ControlOperation<
  Id,
  ControlContent,
  Pick<ControlDeps, Needs>
>
