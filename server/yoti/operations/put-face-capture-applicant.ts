import { YotiError } from '../../base/errors.js'
import { getApplicant } from '../../engine/faces/register.js'
import { assertOngoing, isVisited, scheduleVisit } from '../../engine/sessions/transitions.js'
import { addFace, supplyFace } from '../../engine/visit/supplied-face.js'
import type { Operation } from '../operation.js'

export const putFaceCaptureApplicant: Operation<'putFaceCaptureApplicant', 'scenario' | 'visitPolicy' | 'faces'> = (
  { request, session, now },
  { scenario, visitPolicy, faces },
) => {
  assertOngoing(session, now)
  const { resourceId } = request.path
  if (!session.announcedFaces.includes(resourceId)) throw new YotiError('RESOURCE_NOT_FOUND')
  const { face } = getApplicant(faces, request.body.applicant_id)
  if (face === undefined) throw new YotiError('UNPROCESSABLE_MEDIA', { hint: 'the applicant has no face' })
  // A face that came from a session is drawn again.
  const given = face.image.kind === 'given' ? face.image.given : undefined
  const supplied = addFace(session, supplyFace(resourceId, now, given))
  return {
    status: 200,
    session: isVisited(session, now) ? supplied : scheduleVisit(supplied, scenario, now, visitPolicy),
  }
}
