import { toInstant } from '../../base/clock.js'
import { addApplicant } from '../../engine/faces/register.js'
import type { Operation } from '../operation.js'
import { sentFace } from '../sent-face.js'

export const createApplicant: Operation<'createApplicant', 'ids' | 'faces'> = (
  { request, session, now },
  { ids, faces },
) => {
  const sent = request.body?.face
  const face = sent && sentFace(sent, { id: ids.token, session, now })
  const applicant = { id: ids.resource, createdAt: now, lastUpdated: now, ...(face && { face }) }
  return {
    status: 201,
    body: {
      id: applicant.id,
      created_at: toInstant(now),
      last_updated: toInstant(now),
      faces: { ...(face && { archetype_face: face.id }), faces: [] },
      pools: [],
    },
    faces: addApplicant(faces, applicant),
  }
}
