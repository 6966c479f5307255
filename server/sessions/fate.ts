import type { ScenarioDocument } from '../scenarios/scenario.js'
import type { DocumentChoice, Session } from './session.js'

/** A required document, what the scenario says of it, and the resource that it became, if it was brought. */
export type Fate = { readonly told: ScenarioDocument; readonly document?: DocumentChoice; readonly resourceId?: string }

/** What a session needs to know of itself to be visited. */
export type Visited = Pick<Session, 'id' | 'request' | 'instructions'>
