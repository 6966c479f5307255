import { YotiError } from '../errors.js'
import { toldOfResource } from '../sessions/fate.js'
import { findMedia } from '../sessions/find-media.js'
import type { Operation } from './operation.js'

/** Documents whose images regulation keeps Yoti from handing out. */
const withheld = ['AADHAAR']

export const getMediaContent: Operation<'getMediaContent', 'scenario'> = ({ request, session, now }, { scenario }) => {
  const content = findMedia(
    session,
    request.path.mediaId,
    now,
    (id) => toldOfResource(session, scenario, id)?.brought === 'expired',
  )
  if (content === undefined) throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
  if (content.kind === 'document-image' && withheld.includes(content.document.type)) return { status: 204 }
  return { status: 200, content }
}
