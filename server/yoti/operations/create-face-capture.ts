import { YotiError } from '../../base/errors.js'
import { faceRequirementId } from '../../engine/results/configuration.js'
import { assertOngoing } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const createFaceCapture: Operation<'createFaceCapture', 'ids'> = ({ request, session, now }, { ids }) => {
  assertOngoing(session, now)
  const { requirement_id } = request.body
  const asksForFace = session.request.checks.some(
    ({ type }) => type === 'FACE_COMPARISON' || type === 'ID_DOCUMENT_FACE_MATCH',
  )
  if (!asksForFace || requirement_id !== faceRequirementId(session)) throw new YotiError('REQUIREMENT_NOT_FOUND')
  return {
    status: 201,
    body: { id: ids.resource, frames: 1 },
    session: { ...session, announcedFaces: [...session.announcedFaces, ids.resource] },
  }
}
