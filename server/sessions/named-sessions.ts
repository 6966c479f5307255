import { branchChecks } from '../checks/index.js'
import { day, hour, midnightBefore } from '../clock.js'
import { deriveId, namedSessionId } from '../ids.js'
import type { Scenario } from '../scenarios/scenario.js'
import { kindOfDocument } from './capture.js'
import { supplyProfile } from './profile.js'
import type { Session, SessionRequest } from './session.js'
import { planVisit } from './visit.js'

/** The scheme of the only in-branch samples on Yoti's pages. */
const scheme = 'UK_DBS'

/** Yoti's advice for the deadline: whole days ahead, at 22:00, because the letter prints only the date. */
const deadlineAfter = 28 * day + 22 * hour

/** What a named session was asked: the scenario's documents, and the checks that a branch makes. */
const requestOf = (scenario: Scenario, id: string): SessionRequest => ({
  requirements: scenario.documents.map(({ asked, country = 'GBR' }, index) => ({
    id: deriveId(id, `requirements/${index}`),
    kind: kindOfDocument(asked),
    accepted: [{ type: asked, country }],
    ...(kindOfDocument(asked) === 'SUPPLEMENTARY_DOCUMENT' && { objective: scheme }),
  })),
  checks: branchChecks.map((type) => ({
    type,
    config: { manual_check: 'IBV', ...(type === 'DOCUMENT_SCHEME_VALIDITY_CHECK' && { scheme }) },
  })),
  tasks: [],
  inBranch: true,
  userTrackingId: `scenario:${scenario.id}`,
  applicantProfile: {},
})

/**
 * The session that exists because a scenario exists. It shows the last midnight for ever: created three days before,
 * visited the day before; an expired one is as old as its deadline needs.
 */
export const createNamedSession = (scenario: Scenario, midnight: number): Session => {
  const firstDay = scenario.expired ? midnight - 29 * day : midnight - 3 * day
  const createdAt = firstDay + 9 * hour
  const id = namedSessionId(scenario.id)
  const request = requestOf(scenario, id)
  const timeline = { visitAt: firstDay + 2 * day + 11 * hour, stepMs: 90_000, captureMs: 20_000 }
  return {
    id,
    scenarioId: scenario.id,
    clientSessionToken: deriveId(id, 'client_session_token'),
    createdAt,
    deadline: firstDay + deadlineAfter,
    resourcesTtl: 60 * day,
    request,
    suppliedFaces: [],
    deletedMedia: [],
    devicesDeleted: false,
    events: [
      { at: createdAt, type: 'profile-supplied', profile: supplyProfile(id, createdAt) },
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
