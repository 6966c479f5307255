import { day, hour, midnightBefore } from '../clock.js'
import { deriveId, namedSessionId } from '../ids.js'
import type { Scenario } from '../scenarios/scenario.js'
import { namedOrder } from './named-order.js'
import { supplyProfile } from './profile.js'
import type { Session } from './session.js'
import { planVisit } from './visit.js'

/** Yoti's advice for the deadline: whole days ahead, at 22:00, because the letter prints only the date. */
const deadlineAfter = 28 * day + 22 * hour

/**
 * The session that exists because a scenario exists. It shows the last midnight for ever: created three days before,
 * visited the day before; an expired one is as old as its deadline needs.
 */
export const createNamedSession = (scenario: Scenario, midnight: number): Session => {
  const firstDay = scenario.expired ? midnight - 29 * day : midnight - 3 * day
  const createdAt = firstDay + 9 * hour
  const id = namedSessionId(scenario.id)
  const request = namedOrder(scenario, id)
  const timeline = { visitAt: firstDay + 2 * day + 11 * hour, stepMs: 90_000, captureMs: 20_000 }
  return {
    id,
    scenarioId: scenario.id,
    ...(scenario.applicant && { applicant: scenario.applicant }),
    clientSessionToken: deriveId(id, 'client_session_token'),
    createdAt,
    deadline: firstDay + deadlineAfter,
    resourcesTtl: 60 * day,
    request,
    suppliedFaces: [],
    deletedMedia: [],
    devicesDeleted: false,
    events: [
      ...(request.applicantProfile
        ? [{ at: createdAt, type: 'profile-supplied' as const, profile: supplyProfile(id, createdAt) }]
        : []),
      ...planVisit({ id, request }, scenario, timeline),
    ],
    frozenAt: midnight,
  }
}

/** The named sessions, made when first read and again after midnight or when their scenario was replaced. */
export class NamedSessions {
  readonly #made = new Map<string, { scenario: Scenario; midnight: number; session: Session }>()

  get(scenario: Scenario, now: number): Session {
    const midnight = midnightBefore(now)
    const made = this.#made.get(scenario.id)
    if (made?.scenario === scenario && made.midnight === midnight) return made.session
    const session = createNamedSession(scenario, midnight)
    this.#made.set(scenario.id, { scenario, midnight, session })
    return session
  }
}
