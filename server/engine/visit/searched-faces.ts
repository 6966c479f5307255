import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import type { SearchedFaces } from '../checks/index.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { Visited } from './document-outcome.js'

/**
 * What a search for the person's face finds: what the scenario says, else who is in the pool. In a pool that nobody knows
 * the search finds what the check approves.
 */
export const searchedFaces = (
  { id, faceSearch }: Visited,
  { familiar_face }: Pick<Scenario, 'familiar_face'>,
): SearchedFaces | undefined => {
  if (faceSearch === undefined) return undefined
  const { poolId, criteria, matching } = faceSearch
  const isThere = matching === undefined ? criteria === 'MATCH' : matching.length > 0
  return {
    poolId,
    criteria,
    found: familiar_face === undefined ? isThere : familiar_face === 'found',
    applicantId: matching?.[0] ?? deriveId(id, 'matching_applicant'),
  }
}

/** Where a check searched, as Yoti repeats it. */
export const searchConfigOf = ({ faceSearch }: Visited, type: Schema<'CheckType'>): Schema<'Check'>['config'] =>
  type === 'FAMILIAR_FACE_SEARCH' && faceSearch !== undefined
    ? { pool_id: faceSearch.poolId, pool_label: faceSearch.poolLabel, approval_criteria: faceSearch.criteria }
    : undefined
