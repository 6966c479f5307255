import { YotiError } from '../../base/errors.js'
import type { Session, SessionEvent } from '../model/session.js'
import { sessionState } from '../model/session-state.js'
import { leftOf, respond } from '../sandbox/respond.js'
import { hasLimits, type ResponseConfig } from '../sandbox/response-config.js'
import type { Scenario } from '../scenarios/scenario.js'
import { lacksSuppliedFace } from '../visit/supplied-face.js'
import { planVisit, type Timeline } from '../visit/visit.js'

/** When visits of created sessions happen by themselves. */
export type VisitPolicy = { readonly visits: 'auto' | 'manual'; readonly visitDelayMs: number }

/** How quickly the stages of a visit follow each other in a created session. */
const pace = { stepMs: 100, captureMs: 50 }

const startsVisit = ({ type }: SessionEvent) => type === 'letter-scanned' || type.endsWith('-captured')
const endsVisit = ({ type }: SessionEvent) => type === 'checked' || type === 'completed' || type === 'refused'

/** Whether the person has been there: from then on the instructions stand. */
export const isVisited = ({ events }: Session, now: number): boolean =>
  events.some((event) => startsVisit(event) && event.at <= now)

const isVisitOver = ({ events }: Session, now: number) => events.some((event) => endsVisit(event) && event.at <= now)

/** What makes an event the same one in two plans of a visit. */
const keyOf = (event: SessionEvent): string => {
  if ('document' in event) return event.document.id
  if ('face' in event) return event.face.id
  if ('share' in event) return event.share.id
  if ('shareCode' in event) return event.shareCode.id
  // Checks that are done one after the other have one event each.
  if (event.type === 'checked') return `checked ${event.checks.map(({ state }) => state).join(' ')}`
  return 'liveness' in event ? event.liveness.id : event.type
}

/** The visit as the scenario has it, less what has happened already. */
const planRest = (session: Session, scenario: Scenario, timeline: Timeline, now: number): SessionEvent[] => {
  const happened = new Set(session.events.filter(({ at }) => at <= now).map(keyOf))
  return respond(planVisit(session, scenario, timeline), session, scenario).filter(
    (event) => !happened.has(keyOf(event)),
  )
}

/** What has happened stays; everything still to come is planned again. An expired scenario's deadline follows its visit. */
const replan = (session: Session, scenario: Scenario, timeline: Timeline, now: number): Session => {
  const planned = planRest(session, scenario, timeline, now)
  const end = (planned.at(-1)?.at ?? timeline.visitAt) + timeline.stepMs
  return {
    ...session,
    deadline: scenario.expired ? Math.min(session.deadline, end) : session.deadline,
    events: [...session.events.filter(({ at }) => at <= now), ...planned],
  }
}

/** Whether the person can come: with a letter to a branch, and where faces are compared once there is one to compare with. */
const isReady = (session: Session): boolean =>
  (!session.request.inBranch || session.instructions !== undefined) && !lacksSuppliedFace(session)

/** Has the visit happen by itself, if visits do and it is possible: a while after what makes it so. */
export const scheduleVisit = (
  session: Session,
  scenario: Scenario,
  now: number,
  { visits, visitDelayMs }: VisitPolicy,
): Session =>
  (session.visits ?? visits) === 'auto' && isReady(session)
    ? replan(session, scenario, { visitAt: now + visitDelayMs, ...pace }, now)
    : session

/** The letter is to be sent: by Yoti, or by the application if it subscribed to that. */
export const requestEmail = (session: Session, now: number): Session => ({
  ...session,
  events: [
    ...session.events.filter(({ at }) => at <= now),
    { at: now, type: 'instructions-email-requested' },
    ...session.events.filter(({ at }) => at > now),
  ],
})

/** @throws YotiError SESSION_LOCKED for a named session, which is read-only */
export const assertNotNamed = ({ frozenAt, scenario }: Session): void => {
  if (frozenAt !== undefined)
    throw new YotiError('SESSION_LOCKED', {
      hint: `'${scenario.id}' is a named session and read-only; create a session of that scenario to change it`,
    })
}

/** @throws YotiError SESSION_EXPIRED past the deadline */
export const assertNotExpired = (session: Session, now: number): void => {
  if (sessionState(session, now) === 'EXPIRED') throw new YotiError('SESSION_EXPIRED')
}

/** @throws YotiError SESSION_LOCKED for a named session, SESSION_EXPIRED past the deadline */
export const assertOngoing = (session: Session, now: number): void => {
  assertNotNamed(session)
  assertNotExpired(session, now)
}

/** @throws YotiError when the session has ended, or its visit has: the clerk is done or has refused */
export const assertVisitOpen = (session: Session, now: number): void => {
  assertOngoing(session, now)
  if (isVisitOver(session, now)) throw new YotiError('SESSION_LOCKED', { hint: 'the visit of the session is over' })
}

const atOnce = (now: number): Timeline => ({ visitAt: now, stepMs: 0, captureMs: 0 })

/** What is left of the visit, when it goes on now. */
export const remainingVisit = (session: Session, scenario: Scenario, now: number): SessionEvent[] =>
  planRest(session, scenario, atOnce(now), now)

/**
 * What is left of the application's response config for its next session, where an item has a limit: the checks of this
 * session count once it is created.
 */
export const responsesLeft = (session: Session, scenario: Scenario, now: number): ResponseConfig | undefined =>
  session.responses !== undefined && hasLimits(session.responses)
    ? leftOf(session.responses, planVisit(session, scenario, atOnce(now)), session)
    : undefined

/**
 * Has the whole visit happen, or what is left of it, at once.
 * @throws YotiError when the session or its visit has ended
 */
export const visit = (session: Session, scenario: Scenario, now: number): Session => {
  assertVisitOpen(session, now)
  return replan(session, scenario, atOnce(now), now)
}

/**
 * Gives a session another scenario. What has happened stays; what was still to come, or comes by itself, is that of the
 * new scenario. A session whose visit is over keeps its result: only answers that the scenario fixes change.
 * @throws YotiError SESSION_LOCKED for a named session
 */
export const changeScenario = (
  session: Session,
  scenario: Scenario,
  now: number,
  { visits, visitDelayMs }: VisitPolicy,
): Session => {
  assertNotNamed(session)
  const { applicant: _former, ...rest } = session
  const changed = { ...rest, scenario, ...(scenario.applicant && { applicant: scenario.applicant }) }
  if (sessionState(session, now) !== 'ONGOING' || isVisitOver(session, now)) return changed
  const next = session.events.find(({ at }) => at > now)?.at
  const isAuto = (session.visits ?? visits) === 'auto'
  const comes = isAuto && isReady(session) && !isVisited(session, now) ? now + visitDelayMs : undefined
  const visitAt = next ?? comes
  return visitAt === undefined ? changed : replan(changed, scenario, { visitAt, ...pace }, now)
}

/**
 * Has the deadline pass, at once.
 * @throws YotiError when the session has ended
 */
export const expire = (session: Session, now: number): Session => {
  assertOngoing(session, now)
  if (sessionState(session, now) === 'COMPLETED')
    throw new YotiError('SESSION_LOCKED', { hint: 'the session is completed' })
  return { ...session, deadline: now, events: session.events.filter(({ at }) => at <= now) }
}
