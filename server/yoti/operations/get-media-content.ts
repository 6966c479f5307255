import { YotiError } from '../../base/errors.js'
import { findSessionMedia } from '../../engine/results/find-session-media.js'
import type { Operation } from '../operation.js'

export const getMediaContent: Operation<'getMediaContent', 'scenario'> = ({ request, session, now }, { scenario }) => {
  const content = findSessionMedia({ session, scenario, mediaId: request.path.mediaId }, now)
  if (content === undefined) throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
  return content === 'withheld' ? { status: 204 } : { status: 200, content }
}
