import { deriveId } from '../../base/ids.js'
import type { Requirement, SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { captureDocument, captureFace, captureLiveness } from './capture.js'
import { type DocumentOutcome, documentOutcomes, type Visited } from './document-outcome.js'
import type { CaptureTime } from './media-maker.js'
import { captureShareCode, shareCodesOf } from './share-code.js'
import { shareDigitalId } from './share-digital-id.js'

/** A capture as a function of its time: mostly one event. */
type Capture = (time: CaptureTime) => SessionEvent | readonly SessionEvent[]

/** All captures of a visit, in order, and the ids of the resources that checks use. */
type PlannedCaptures = {
  readonly captures: readonly Capture[]
  readonly outcomes: readonly DocumentOutcome[]
  readonly livenesses: readonly PlannedLiveness[]
  readonly faceId?: string
}

/** One attempt at liveness; after a rejected one the person tries again. */
export type PlannedLiveness = { readonly id: string; readonly type: 'ZOOM' | 'STATIC'; readonly isRejected: boolean }

const documentCaptures = ({ request }: Visited, outcomes: readonly DocumentOutcome[]): Capture[] =>
  outcomes.flatMap(({ captures, spec }, index) => {
    // Document outcomes are in the order of the requirements.
    const requirement = request.requirements[index] as Requirement
    return captures.map(({ resourceId, share, ...capture }): Capture => {
      const captured = { requirement, id: resourceId, request, spec, ...capture }
      return (time) =>
        share === undefined ? captureDocument({ ...captured, time }) : shareDigitalId({ ...captured, time }, share)
    })
  })

const facesOf = ({ id, request }: Visited, { faces }: Scenario) => {
  const isWanted = request.inBranch && request.checks.some(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH')
  if (!isWanted) return []
  return faces.map((outcome, nth) => ({
    outcome,
    faceId: deriveId(id, outcome === 'used' ? 'face_capture' : `face_capture/${nth}`),
  }))
}

const livenessOf = ({ id, request }: Visited, { liveness }: Scenario): PlannedLiveness[] =>
  request.checks
    .filter(({ type }) => type === 'LIVENESS')
    .flatMap(({ config }) =>
      liveness.map((outcome) => ({ type: config?.liveness_type ?? 'ZOOM', isRejected: outcome === 'rejected' })),
    )
    .map((attempt, index) => ({ ...attempt, id: deriveId(id, `liveness_capture/${index}`) }))

/**
 * Plans the captures of a visit: the documents, then the face, liveness and a share code if they were requested.
 * @param documents how many documents are captured before the visit ends early; if left out, everything is captured
 */
export const planCaptures = (visited: Visited, scenario: Scenario, documents?: number): PlannedCaptures => {
  const outcomes = documentOutcomes(visited, scenario).slice(0, documents)
  const ofDocuments = documentCaptures(visited, outcomes)
  if (documents !== undefined) return { captures: ofDocuments, outcomes, livenesses: [] }
  const faces = facesOf(visited, scenario)
  const livenesses = livenessOf(visited, scenario)
  const shareCodeIds = Array.from({ length: shareCodesOf(visited.request) }, (_, nth) =>
    deriveId(visited.id, `share_codes/${nth}`),
  )
  const captures: Capture[] = [
    ...ofDocuments,
    ...faces.map(
      ({ faceId, outcome }) =>
        (time: CaptureTime) =>
          captureFace(faceId, outcome, time),
    ),
    ...livenesses.map(
      ({ id, type }) =>
        (time: CaptureTime) =>
          captureLiveness(id, type, time),
    ),
    ...shareCodeIds.map(
      (shareCodeId) =>
        ({ at }: CaptureTime) =>
          captureShareCode(shareCodeId, at),
    ),
  ]
  const faceId = faces.find(({ outcome }) => outcome === 'used')?.faceId
  return { captures, outcomes, livenesses, ...(faceId !== undefined && { faceId }) }
}
