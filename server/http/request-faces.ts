import { largestBody } from './body.js'
import { type Body, type Call, textAt, valueAt } from './parse-request.js'

const aboutFaces: readonly string[] = [
  'createApplicant',
  'getApplicantPlural',
  'deleteApplicant',
  'addApplicantFace',
  'getApplicantFacePlural',
  'deleteApplicantFace',
  'getApplicant',
  'getApplicantFace',
  'createPool',
  'deletePool',
  'addPoolApplicant',
  'deletePoolApplicant',
  'putFaceCaptureApplicant',
]

/** The pools that an order searches in. */
const searchedPools = (body: Body): readonly string[] | undefined => {
  const checks = valueAt(body, ['requested_checks'])
  if (!Array.isArray(checks)) return undefined
  const searches = checks.filter((check) => check?.type === 'FAMILIAR_FACE_SEARCH')
  return searches.length === 0 ? undefined : searches.map((check) => String(check.config?.pool_id))
}

/** The applicants and pools that a request names, in its path or in its body; undefined when it is about none. */
export const facesIn = ({ operationId, parameters }: Call, body: Body): readonly string[] | undefined => {
  if (operationId === 'createSession') return searchedPools(body)
  if (!aboutFaces.includes(operationId)) return undefined
  const named = [parameters['applicantId'], parameters['poolId'], textAt(body, ['applicant_id'])]
  return named.filter((id) => id !== undefined)
}

/** How many bytes the JSON of a request may have, where it has an image in it. */
export const largestJsonOf = (operationId: string): number | undefined =>
  operationId === 'createApplicant' || operationId === 'addApplicantFace' ? largestBody : undefined
