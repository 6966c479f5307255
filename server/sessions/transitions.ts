import { YotiError } from '../errors.js'
import type { Scenario } from '../scenarios/scenario.js'
import { render } from './render.js'
import type { Session, SessionEvent } from './session.js'
import { planVisit, type Timeline } from './visit.js'

/** When visits of created sessions happen by themselves. */
export type VisitPolicy = { readonly visits: 'auto' | 'manual'; readonly visitDelayMs: number }

/** How quickly the stages of a visit follow each other in a created session. */
const pace = { stepMs: 100, captureMs: 50 }

const isCapture = ({ type }: SessionEvent) => type.endsWith('-captured')

/** Whether the person has been there: from then on the instructions stand. */
export const isVisited = ({ events }: Session, now: number): boolean =>
  events.some((event) => isCapture(event) && event.at <= now)

export const stateOf = (session: Session, now: number): 'ONGOING' | 'COMPLETED' | 'EXPIRED' =>
  render(session, now).state

/** What has happened stays; everything still to come is told anew. An expired scenario's deadline follows its visit. */
const replan = (session: Session, scenario: Scenario, timeline: Timeline, now: number): Session => {
  const planned = planVisit(session, scenario, timeline)
  const end = (planned.at(-1)?.at ?? timeline.visitAt) + timeline.stepMs
  return {
    ...session,
    deadline: scenario.expired ? Math.min(session.deadline, end) : session.deadline,
    events: [...session.events.filter(({ at }) => at <= now), ...planned],
  }
}

/** Has the visit happen by itself, if visits do: a while after what makes it possible. */
export const scheduleVisit = (
  session: Session,
  scenario: Scenario,
  now: number,
  { visits, visitDelayMs }: VisitPolicy,
): Session => (visits === 'auto' ? replan(session, scenario, { visitAt: now + visitDelayMs, ...pace }, now) : session)

/** @throws YotiError SESSION_LOCKED for a named session, which is read-only */
export const mustNotBeNamed = ({ frozenAt, scenarioId }: Session): void => {
  if (frozenAt !== undefined)
    throw new YotiError('SESSION_LOCKED', {
      hint: `'${scenarioId}' is a named session and read-only; create a session of that scenario to change it`,
    })
}

/** @throws YotiError SESSION_LOCKED for a named session, SESSION_EXPIRED past the deadline */
export const mustBeOngoing = (session: Session, now: number): void => {
  mustNotBeNamed(session)
  if (stateOf(session, now) === 'EXPIRED') throw new YotiError('SESSION_EXPIRED')
}

/**
 * Has the whole visit happen, at once.
 * @throws YotiError when the session has ended, or was visited before
 */
export const visit = (session: Session, scenario: Scenario, now: number): Session => {
  mustBeOngoing(session, now)
  if (isVisited(session, now)) throw new YotiError('SESSION_LOCKED', { hint: 'the session has been visited already' })
  return replan(session, scenario, { visitAt: now, stepMs: 0, captureMs: 0 }, now)
}

/**
 * Has the deadline pass, at once.
 * @throws YotiError when the session has ended
 */
export const expire = (session: Session, now: number): Session => {
  mustBeOngoing(session, now)
  if (stateOf(session, now) === 'COMPLETED') throw new YotiError('SESSION_LOCKED', { hint: 'the session is completed' })
  return { ...session, deadline: now, events: session.events.filter(({ at }) => at <= now) }
}
