import { YotiError } from '../../base/errors.js'
import { findSessionMedia } from '../../engine/results/find-session-media.js'
import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'

export const getSessionMedia: Operation<'getSessionMedia', FindsSessions> = async ({ request }, deps) => {
  const { sessionId, mediaId } = request.path
  const { session, now } = await getSession(sessionId, deps)
  const content = findSessionMedia({ session, scenario: session.scenario, mediaId }, now)
  if (content === undefined)
    throw new YotiError('MEDIA_CONTENT_NOT_FOUND', {
      message: `The session has no media with the id ${mediaId} now; its answer names those that it has`,
    })
  return content === 'withheld' ? { status: 204 } : { status: 200, content }
}
