import { YotiError } from '../../base/errors.js'
import { imageType } from '../../engine/faces/read-face.js'
import { assertOngoing, isVisited, scheduleVisit } from '../../engine/sessions/transitions.js'
import { addFace, supplyFace } from '../../engine/visit/supplied-face.js'
import type { Upload } from '../../openapi/operation.js'
import type { Operation } from '../operation.js'

const acceptedTypes = ['image/jpeg', 'image/jpg', 'image/png']

/** @throws YotiError when what was sent is no image */
const readImage = (upload: Upload | undefined): Upload => {
  if (upload === undefined || !acceptedTypes.includes(upload.contentType))
    throw new YotiError('UNSUPPORTED_TYPE', {
      hint: `expected multipart/form-data with a part 'binary-content' of type ${acceptedTypes.join(', ')}; got ${upload?.contentType ?? 'no such part'}`,
    })
  if (imageType(upload.bytes) === undefined)
    throw new YotiError('UNPROCESSABLE_MEDIA', { hint: 'the bytes are neither a JPEG nor a PNG' })
  return upload
}

export const putFaceCaptureImage: Operation<'putFaceCaptureImage', 'scenario' | 'visitPolicy'> = (
  { request, session, now },
  { scenario, visitPolicy },
) => {
  assertOngoing(session, now)
  const { resourceId } = request.path
  if (!session.announcedFaces.includes(resourceId)) throw new YotiError('RESOURCE_NOT_FOUND')
  const { contentType, bytes } = readImage(request.body)
  // The Node SDK writes image/jpg.
  const image = {
    type: contentType === 'image/jpg' ? 'image/jpeg' : contentType,
    base64: Buffer.from(bytes).toString('base64'),
  }
  const supplied = addFace(session, supplyFace(resourceId, now, image))
  // At home the person can go on only now.
  return {
    status: 200,
    session: isVisited(session, now) ? supplied : scheduleVisit(supplied, scenario, now, visitPolicy),
  }
}
