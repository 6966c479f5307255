import { YotiError } from '../../base/errors.js'
import { faceSearchNotes, withFaceSearch } from '../../engine/faces/search.js'
import { createSession as create } from '../../engine/sessions/create.js'
import { orderNotes } from '../../engine/sessions/implied-document.js'
import { responsesLeft, scheduleVisit } from '../../engine/sessions/transitions.js'
import { validateOrder } from '../../engine/sessions/validate-order.js'
import type { Operation } from '../operation.js'

export const createSession: Operation<
  'createSession',
  'scenario' | 'ids' | 'visitPolicy' | 'application' | 'isStrict' | 'responses' | 'faces'
> = ({ request, now }, { scenario, ids, visitPolicy, application, isStrict, responses, faces }) => {
  const errors = validateOrder(request.body, now, isStrict)
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
  const ordered = create({ ids, order: request.body, scenario, now, ...application, ...(responses && { responses }) })
  const created = withFaceSearch(ordered, faces)
  const session = scheduleVisit(created, scenario, now, visitPolicy)
  const left = responses && responsesLeft(created, scenario, now)
  return {
    status: 201,
    body: {
      client_session_token_ttl: Math.max(0, Math.floor((created.deadline - now) / 1000)),
      client_session_token: session.clientSessionToken,
      session_id: session.id,
    },
    session,
    ...(left && application.sdkId !== undefined && { responses: { sdkId: application.sdkId, config: left } }),
    notes: [...orderNotes(request.body, session.request), ...faceSearchNotes(session, faces)],
  }
}
