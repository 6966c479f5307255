import type { CheckKind, CheckSubject, SearchedFaces } from './check-kind.js'
import { type CheckOutcome, expandOutcome, refusalsOf } from './outcome.js'
import { only } from './reasons.js'

const subCheckOf = ({ criteria }: SearchedFaces) =>
  criteria === 'MATCH' ? 'face_found_in_pool' : 'face_not_found_in_pool'

const reported = (search: SearchedFaces, found: boolean): CheckOutcome => {
  const approves = (search.criteria === 'MATCH') === found
  const matching: Readonly<Record<string, string>> = found
    ? { matching_pool: search.poolId, matching_applicant: search.applicantId }
    : {}
  return {
    breakdown: [{ sub_check: subCheckOf(search), result: approves ? 'PASS' : 'FAIL', details: matching }],
    ...(!approves && { reject: found ? 'MATCH_FOUND' : 'NO_MATCH_FOUND' }),
  }
}

/** Whether a scenario says only that the check approves or rejects: then the criteria say whether the face is in the pool. */
const saysOnly = (outcome: CheckOutcome): 'approve' | 'reject' | undefined => {
  const { reject, ...others } = expandOutcome(outcome)
  if (outcome === 'absent' || Object.keys(others).length > 0) return undefined
  return reject === undefined ? 'approve' : 'reject'
}

const outcomeOf = ({ search }: CheckSubject, specified: CheckOutcome | undefined): CheckOutcome => {
  if (search === undefined) return specified ?? 'approve'
  if (specified === undefined) return reported(search, search.found)
  const said = saysOnly(specified)
  if (said === undefined || refusalsOf(expandOutcome(specified)).some((refusal) => refusal !== 'reject'))
    return specified
  return reported(search, (said === 'approve') === (search.criteria === 'MATCH'))
}

/** Is the person's face in a pool of faces? Yoti's page shows a report for each of the two criteria. */
export const familiarFaceSearch: CheckKind = {
  type: 'FAMILIAR_FACE_SEARCH',
  order: {
    manualCheck: 'ANY',
    requires: 'pool_id',
    usualConfig: () => ({ pool_id: '5e0f5b0e-52c7-5d6e-8d43-6a4c2f1b7c90', approval_criteria: 'MATCH' }),
  },
  per: 'session',
  resourcesUsed: ({ livenessIds = [] }) => livenessIds.slice(-1),
  subChecks: { face_found_in_pool: 'AUTOMATED', face_not_found_in_pool: 'AUTOMATED' },
  attempted: ({ search }) => [search === undefined ? 'face_found_in_pool' : subCheckOf(search)],
  outcomeOf,
  reasons: {
    reject: {
      MATCH_FOUND: only('face_not_found_in_pool'),
      // By analogy: no page shows it.
      NO_MATCH_FOUND: only('face_found_in_pool'),
    },
  },
}
