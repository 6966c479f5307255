import { day, hour, midnightBefore, parseDuration } from '../../base/clock.js'
import { deriveId, namedSessionId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { searchFaces } from '../faces/search.js'
import type { Session, SessionEvent, SessionInstructions, SessionRequest } from '../model/session.js'
import { branchOf } from '../reference/branches.js'
import type { Catalogue } from '../scenarios/catalogue.js'
import type { Scenario } from '../scenarios/scenario.js'
import { supplyProfile } from '../visit/profile.js'
import { lacksSuppliedFace, supplyFace } from '../visit/supplied-face.js'
import { planVisit } from '../visit/visit.js'
import { namedOrder } from './named-order.js'
import { contactOf, specimenApplicant } from './specimen-applicant.js'

/** Yoti's advice for the deadline: whole days ahead, at 22:00, because the letter prints only the date. */
export const advisedDeadline = (createdAt: number): number => midnightBefore(createdAt) + 28 * day + 22 * hour

const ageOf = ({ expired, timeline }: Scenario) =>
  (timeline.age === undefined ? undefined : parseDuration(timeline.age)) ?? (expired ? 29 : 3) * day - 9 * hour

/** The midnight that a named session shows: the last one, or the last one of 5 July, in British Summer Time. */
const shownMidnight = ({ timeline }: Scenario, midnight: number): number => {
  if (timeline.season === undefined) return midnight
  const year = new Date(midnight).getUTCFullYear()
  const ofYear = (shown: number) => Date.UTC(shown, 6, 5)
  return ofYear(year) <= midnight ? ofYear(year) : ofYear(year - 1)
}

/** The usual letter: all that was asked for, to a branch. */
export const usualInstructions = (
  { requirements }: SessionRequest,
  contactProfile: Schema<'ContactProfile'>,
  setAt: number,
): SessionInstructions => ({
  setAt,
  contactProfile,
  documents: requirements.map(({ id, kind, accepted: [first] }) => ({
    requirement_id: id,
    document: { type: kind, country_code: first?.country ?? 'GBR', document_type: first?.type ?? 'PASSPORT' },
  })),
  branch: branchOf('1010034'),
})

/** What the relying business sent: with a branch the profile, and the face where one is compared. */
export const suppliedWith = (id: string, request: SessionRequest, at: number): SessionEvent[] => [
  ...(request.applicantProfile ? [{ at, type: 'profile-supplied' as const, profile: supplyProfile(id, at) }] : []),
  ...(lacksSuppliedFace({ request, events: [] }) ? [supplyFace(deriveId(id, 'supplied_face'), at)] : []),
]

/**
 * The session that exists because a scenario exists. It shows the last midnight for ever: created three days before,
 * visited the day before, unless the scenario says how old it is; an expired one is as old as its deadline needs.
 */
export const createNamedSession = (scenario: Scenario, lastMidnight: number): Session => {
  const midnight = shownMidnight(scenario, lastMidnight)
  const createdAt = midnight - ageOf(scenario)
  const id = namedSessionId(scenario.id)
  const request = namedOrder(scenario, id)
  const applicant = specimenApplicant(scenario, request)
  const supplied = suppliedWith(id, request, createdAt)
  const found = searchFaces({ id, request }, { applicants: [], pools: [] })
  const faceSearch = found && { ...found, poolLabel: 'Specimen pool' }
  const visited = { id, request, events: supplied, ...(faceSearch && { faceSearch }) }
  const timeline = { visitAt: createdAt + 50 * hour, stepMs: 90_000, captureMs: 40_000, isOver: true } as const
  const instructions =
    request.inBranch && scenario.instructions ? usualInstructions(request, contactOf(applicant), createdAt) : undefined
  return {
    id,
    scenario,
    applicant,
    clientSessionToken: deriveId(id, 'client_session_token'),
    createdAt,
    deadline: advisedDeadline(createdAt),
    // Long enough for those of the last summer.
    resourcesTtl: 60 * day + (lastMidnight - midnight),
    request,
    ...(instructions && { instructions }),
    ...(faceSearch && { faceSearch }),
    announcedFaces: [],
    deletedMedia: [],
    devicesDeleted: false,
    events: [...supplied, ...planVisit(visited, scenario, timeline)],
    frozenAt: midnight,
  }
}

/** The named sessions, made when first read and again after midnight or when their scenario was replaced. */
export class NamedSessions {
  readonly #made = new Map<string, { scenario: Scenario; midnight: number; session: Session }>()
  readonly #catalogue: Pick<Catalogue, 'findBySession'>

  constructor(catalogue: Pick<Catalogue, 'findBySession'>) {
    this.#catalogue = catalogue
  }

  /**
   * The named session of the base URL's scenario under the id that was asked for, else the one with this id.
   * @param now by the clock that nothing moves
   */
  find(sessionId: string, now: number, baseScenario?: Scenario): Session | undefined {
    if (baseScenario !== undefined) return { ...this.#sessionOf(baseScenario, now), id: sessionId }
    const scenario = this.#catalogue.findBySession(sessionId)
    return scenario && this.#sessionOf(scenario, now)
  }

  #sessionOf(scenario: Scenario, now: number): Session {
    const midnight = midnightBefore(now)
    const made = this.#made.get(scenario.id)
    if (made?.scenario === scenario && made.midnight === midnight) return made.session
    const session = createNamedSession(scenario, midnight)
    this.#made.set(scenario.id, { scenario, midnight, session })
    return session
  }
}
