import { toInstant } from '../../base/clock.js'
import type { ControlSchema } from '../../openapi/schema.js'
import type { Requirement, Session, SessionEvent } from '../model/session.js'
import { sessionState } from '../model/session-state.js'
import { render } from './render.js'
import { stageOf } from './stage.js'

/** Requirements may accept hundreds of documents; only the first ones are listed. */
const acceptedShown = 10

const resourceOf = (event: SessionEvent) => {
  if ('document' in event) return event.document
  if ('face' in event) return event.face
  if ('share' in event) return event.share
  return 'liveness' in event ? event.liveness : undefined
}

const describeEvent = (event: SessionEvent): ControlSchema<'SessionEvent'> => {
  const resource = resourceOf(event)
  return {
    at: toInstant(event.at),
    type: event.type,
    ...('requirementId' in event && { requirement_id: event.requirementId }),
    ...(resource && { resource_id: resource.id }),
    ...('document' in event && { document: `${event.document.issuing_country} ${event.document.document_type}` }),
    ...(event.type === 'refused' && event.reason !== undefined && { reason: event.reason }),
  }
}

const describeRequirement = (
  { id, kind, accepted }: Requirement,
  happened: readonly SessionEvent[],
): ControlSchema<'SessionRequirement'> => ({
  id,
  kind,
  accepted: accepted.slice(0, acceptedShown).map(({ country, type }) => `${country} ${type}`),
  captured: happened.some((event) => 'requirementId' in event && event.requirementId === id),
})

/** A session as lists show it. */
export const summariseSession = (session: Session, now: number): ControlSchema<'SessionSummary'> => {
  const { id, sdkId, scenario, createdAt, deadline, request } = session
  return {
    session_id: id,
    ...(sdkId !== undefined && { sdk_id: sdkId }),
    ...(request.userTrackingId !== undefined && { user_tracking_id: request.userTrackingId }),
    scenario: scenario.id,
    stage: stageOf(session, now),
    state: sessionState(session, now),
    in_branch: request.inBranch,
    created_at: toInstant(createdAt),
    deadline: toInstant(deadline),
  }
}

/** A session with everything about it but its addresses. */
export type SessionDescription = Omit<
  ControlSchema<'SessionView'>,
  'user_view_url' | 'client_session_token' | 'deliveries'
>

/** A session with everything that is known of it itself. */
export const describeSession = (session: Session, now: number): SessionDescription => {
  const at = session.frozenAt ?? now
  const happened = session.events.filter((event) => event.at <= at)
  return {
    ...summariseSession(session, now),
    requirements: session.request.requirements.map((requirement) => describeRequirement(requirement, happened)),
    happened: happened.map(describeEvent),
    coming: session.events.filter((event) => event.at > at).map(describeEvent),
    answer: { ...render(session, now) },
  }
}
