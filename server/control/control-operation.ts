import type { ProcessFacts } from '../base/host.js'
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
import type { Tally } from './metrics/tally.js'
import type { ShapeList } from './shape-list.js'

/** What control operations may need: parts of the state, and what is made from it. Each names its own part of it. */
export type ControlDeps = State & {
  readonly catalogue: Catalogue
  readonly namedSessions: NamedSessions
  readonly visitPolicy: VisitPolicy
  readonly dispatcher: Dispatcher
  readonly ids: Ids
  readonly events: EventHub
  readonly tally: Tally
  readonly shapes: ShapeList
  readonly processFacts: () => ProcessFacts
  readonly config: Config
  readonly version: string
  readonly nodeVersion: string
}

/** What sessions are found with, and what they are changed with. */
export type FindsSessions = 'sessions' | 'clocks' | 'namedSessions'
export type ChangesSessions = FindsSessions | 'commit' | 'faceRegisters'

/** Text of another type than JSON. */
export type TextContent = { readonly kind: 'text'; readonly type: string; readonly text: string }

/** What an operation answers that is no JSON: a media, a text, or a stream that stays open. */
export type ControlContent = MediaContent | TextContent | EventStream

/** An operation of the control API; `Needs` names the dependencies that it needs. */
export type Operation<Id extends ControlOperationId, Needs extends keyof ControlDeps = never> = ControlOperation<
  Id,
  ControlContent,
  Pick<ControlDeps, Needs>
>
