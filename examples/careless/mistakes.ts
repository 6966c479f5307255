import type { Decision } from '../decision.ts'
import { createSignedFetch } from '../self-signed/signed-fetch.ts'

type Check = { type: string; state: string; resources_used: string[]; report?: { recommendation: { value: string } } }
type Session = {
  state: string
  resources: { id_documents: { id: string; document_type: string }[] }
  checks: Check[]
}

/** A way to get a result wrong. Each was found in a real service, or is one step away from one. */
export type Mistake = (session: Session) => Decision

const isApproved = ({ report }: Check) => report?.recommendation.value === 'APPROVE'

/** What JavaScript does where nobody asks first. */
const mustHave = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new TypeError("Cannot read properties of undefined (reading 'recommendation')")
  return value
}

const branchChecks = ['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH']

const whenCompleted = (session: Session, decide: (session: Session) => Decision): Decision => {
  if (session.state === 'ONGOING') return 'wait'
  return session.state === 'EXPIRED' ? 'start-again' : decide(session)
}

export const mistakes: Readonly<Record<string, Mistake>> = {
  /** Never looks at the state: nothing in an empty list was rejected. */
  'an empty check list counts as passed': ({ checks }) => (checks.every(isApproved) ? 'pass' : 'fail'),

  /** Waits while the session is ongoing and takes any other state for the end of the checks. */
  'EXPIRED counts as passed': ({ state, checks }) => {
    if (state === 'ONGOING') return 'wait'
    return checks.every(isApproved) ? 'pass' : 'fail'
  },

  /** Takes the first document for the one that was checked, and refuses types that it does not know. */
  'the first document is read instead of the one that the checks used': (session) =>
    whenCompleted(session, ({ resources, checks }) => {
      const used = new Set(checks.flatMap(({ resources_used }) => resources_used))
      const [first] = resources.id_documents
      return first !== undefined && used.has(first.id) && checks.every(isApproved) ? 'pass' : 'fail'
    }),

  /** Knows the checks of documents and faces; what the clerk found in the branch is never read. */
  "the branch checks' REJECT is never read": (session) =>
    whenCompleted(session, ({ checks }) => {
      const others = checks.filter(({ type }) => !branchChecks.includes(type))
      return others.every(isApproved) ? 'pass' : 'fail'
    }),

  /** Reads every report first; a check that is not done has none. */
  'a report is read before its state': (session) => {
    const values = session.checks.map(({ report }) => mustHave(report).recommendation.value)
    return whenCompleted(session, ({ checks }) => {
      const done = checks.every(({ state }) => state === 'DONE')
      return done && values.every((value) => value === 'APPROVE') ? 'pass' : 'fail'
    })
  },
}

/** A service that makes one mistake. */
export const createCarelessService = (
  url: string,
  application: { sdkId: string; key: string },
  mistake: Mistake,
): { decide: (sessionId: string) => Promise<Decision> } => {
  const signedFetch = createSignedFetch(url, application)
  return {
    decide: async (sessionId) => {
      const response = await signedFetch(`/sessions/${sessionId}`)
      // Careless: it believes whatever arrives.
      return mistake((await response.json()) as Session)
    },
  }
}
