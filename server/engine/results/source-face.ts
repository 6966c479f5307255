import { YotiError } from '../../base/errors.js'
import type { FaceImage } from '../model/face-register.js'
import type { Session } from '../model/session.js'
import { findMedia } from './find-media.js'

/** What is drawn of a person does not depend on what happened to the session. */
const withoutEvents = (session: Session): Session => ({ ...session, events: [] })

/**
 * The face that a media of a session shows: a photo of the person, or the photo on a document.
 * @throws YotiError MEDIA_CONTENT_NOT_FOUND, UNPROCESSABLE_MEDIA for a media that shows no face
 */
export const sourceFace = (session: Session, mediaId: string, now: number): FaceImage => {
  const content = findMedia(session, mediaId, now, () => undefined)
  if (content === undefined) throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
  if (content.kind === 'face' || content.kind === 'portrait')
    return { kind: content.kind, session: withoutEvents(session) }
  if (content.kind === 'given' && content.given.type.startsWith('image/')) return content
  throw new YotiError('UNPROCESSABLE_MEDIA', {
    hint: 'the media shows no face: take the image of a face or liveness capture, or document_id_photo',
  })
}
