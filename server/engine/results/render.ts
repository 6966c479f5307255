import { hour } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import { abandonedProfiles, type ProfileResults } from '../model/identity-profiles.js'
import type { Session, SessionEvent } from '../model/session.js'
import { sessionState } from '../model/session-state.js'

type SessionResult = Schema<'SessionResult'>
type Ending = Pick<SessionResult, 'biometric_consent' | 'import_token' | keyof ProfileResults>
type Folded = {
  resources: Schema<'Resources'>
  checks: Schema<'Check'>[]
  shares: Schema<'DigitalIdShare'>[]
  ending: Ending
}

const nothingYet = (): Folded => ({
  resources: {
    id_documents: [],
    supplementary_documents: [],
    liveness_capture: [],
    face_capture: [],
    applicant_profiles: [],
  },
  checks: [],
  shares: [],
  ending: {},
})

/** Adds an event to the result so far. Yoti lists the newest resource first. */
const fold = (known: Folded, event: SessionEvent): Folded => {
  const { resources } = known
  switch (event.type) {
    case 'profile-supplied':
      resources.applicant_profiles.unshift(event.profile)
      return known
    case 'id-document-captured':
      resources.id_documents.unshift(event.document)
      return known
    case 'supplementary-document-captured':
      resources.supplementary_documents.unshift(event.document)
      return known
    case 'face-supplied':
    case 'face-captured':
      resources.face_capture.unshift(event.face)
      return known
    case 'liveness-captured':
      resources.liveness_capture.unshift(event.liveness)
      return known
    case 'share-code-captured':
      resources.share_codes = [event.shareCode, ...(resources.share_codes ?? [])]
      return known
    case 'digital-id-shared':
      known.shares.unshift(event.share)
      return known
    case 'consented':
      return { ...known, ending: { ...known.ending, biometric_consent: new Date(event.at).toISOString() } }
    case 'profiled':
      return { ...known, ending: { ...known.ending, ...event.results } }
    case 'import-token-made':
      return { ...known, ending: { ...known.ending, import_token: event.token } }
    case 'checked':
      return { ...known, checks: [...event.checks] }
    // Yoti's result does not show these events, but for the state.
    case 'instructions-email-requested':
    case 'letter-scanned':
    case 'completed':
    case 'refused':
      return known
  }
}

/** About how long after the deadline Yoti gives up an identity profile. */
const abandonedAfter = 2 * hour

/** Whether nothing was requested but the checks of a branch, as on Yoti's page "Retrieve results" of branches. */
const isOfBranchOnly = ({ request: { checks, tasks } }: Session) =>
  tasks.length === 0 && checks.every(({ config }) => config?.manual_check === 'IBV')

const draw = (session: Session, at: number): SessionResult => {
  const happened = session.events.filter((event) => event.at <= at)
  const { resources, checks, shares, ending } = happened.reduce(fold, nothingYet())
  const [profile] = resources.applicant_profiles
  // Yoti's page on branches has it under this key too; of the other known answers none does.
  if (profile !== undefined && isOfBranchOnly(session)) resources.applicant_profile = profile
  const state = sessionState(session, at)
  const { userTrackingId, profiles } = session.request
  const isAbandoned = profiles !== undefined && state === 'EXPIRED' && at >= session.deadline + abandonedAfter
  return {
    client_session_token_ttl: Math.max(0, Math.floor((session.deadline - at) / 1000)),
    session_id: session.id,
    state,
    ...(state === 'ONGOING' && { client_session_token: session.clientSessionToken }),
    resources,
    checks,
    ...(shares.length > 0 && { digital_id_shares: shares }),
    ...(userTrackingId !== undefined && { user_tracking_id: userTrackingId }),
    ...(isAbandoned && abandonedProfiles(profiles)),
    ...ending,
  }
}

/** Answers of named sessions, which never change: drawn once, frozen, and so also written to bytes once. */
const still = new WeakMap<Session, SessionResult>()

/**
 * Yoti's answer for a session at an instant: the events up to then, folded. Keys stand in the order in which Yoti
 * prints them.
 */
export const render = (session: Session, now: number): SessionResult => {
  if (session.frozenAt === undefined) return draw(session, now)
  const drawn = still.get(session) ?? Object.freeze(draw(session, session.frozenAt))
  still.set(session, drawn)
  return drawn
}
