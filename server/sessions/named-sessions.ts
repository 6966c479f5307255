import { type BranchCheckType, branchChecks } from '../checks/index.js'
import { day, hour, midnightBefore } from '../clock.js'
import { deriveId, namedSessionId } from '../ids.js'
import type { Scenario } from '../scenarios/scenario.js'
import { expand } from './expand.js'
import type { Session } from './session.js'

/** The scheme of the only in-branch samples on Yoti's pages. */
const scheme = 'UK_DBS'

/** Yoti's advice for the deadline: whole days ahead, at 22:00, because the letter prints only the date. */
const deadlineAfter = 28 * day + 22 * hour

/**
 * The session that exists because a scenario exists. It shows the last midnight for ever: created three days before,
 * visited the day before; an expired one is as old as its deadline needs.
 */
export const createNamedSession = (scenario: Scenario, midnight: number): Session => {
  const firstDay = scenario.expired ? midnight - 29 * day : midnight - 3 * day
  const id = namedSessionId(scenario.id)
  const request = {
    documents: scenario.documents.map(({ asked, country }) => ({ type: asked, country: country ?? 'GBR' })),
    checks: Object.keys(branchChecks) as BranchCheckType[],
    scheme,
    userTrackingId: `scenario:${scenario.id}`,
  }
  const timeline = { createdAt: firstDay + 9 * hour, visitAt: firstDay + 2 * day + 11 * hour, stepMs: 90_000 }
  return {
    id,
    scenarioId: scenario.id,
    clientSessionToken: deriveId(id, 'client_session_token'),
    deadline: firstDay + deadlineAfter,
    request,
    events: expand(scenario, id, request, timeline),
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
