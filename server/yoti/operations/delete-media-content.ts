import { YotiError } from '../../base/errors.js'
import { findMedia } from '../../engine/results/find-media.js'
import { render } from '../../engine/results/render.js'
import { assertNotNamed } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const deleteMediaContent: Operation<'deleteMediaContent'> = ({ request, session, now }) => {
  const { mediaId } = request.path
  if (findMedia(session, mediaId, now, () => undefined) === undefined) throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
  assertNotNamed(session)
  const { state, checks } = render(session, now)
  if (checks.some((check) => check.state !== 'DONE')) throw new YotiError('RESOURCE_LOCKED')
  // Before the checks are triggered the session is still being filled.
  if (state === 'ONGOING') throw new YotiError('SESSION_LOCKED')
  return { status: 204, session: { ...session, deletedMedia: [...session.deletedMedia, mediaId] } }
}
