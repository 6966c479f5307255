import { YotiError } from '../errors.js'
import type { Upload } from '../openapi/operation.js'
import { mustBeOngoing } from '../sessions/transitions.js'
import type { Operation } from './operation.js'

const signatures: Readonly<Record<string, readonly number[]>> = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
}

/** The Node SDK writes image/jpg. */
const acceptedTypes = ['image/jpeg', 'image/jpg', 'image/png']

const mustBeImage = (upload: Upload | undefined) => {
  if (upload === undefined || !acceptedTypes.includes(upload.contentType))
    throw new YotiError('UNSUPPORTED_TYPE', {
      hint: `expected multipart/form-data with a part 'binary-content' of type ${acceptedTypes.join(', ')}; got ${upload?.contentType ?? 'no such part'}`,
    })
  const fits = Object.values(signatures).some((signature) => signature.every((byte, at) => upload.bytes[at] === byte))
  if (!fits) throw new YotiError('UNPROCESSABLE_MEDIA', { hint: 'the bytes are neither a JPEG nor a PNG' })
}

export const putFaceCaptureImage: Operation<'putFaceCaptureImage'> = ({ request, session, now }) => {
  mustBeOngoing(session, now)
  const { resourceId } = request.path
  if (!session.suppliedFaces.some(({ id }) => id === resourceId)) throw new YotiError('RESOURCE_NOT_FOUND')
  mustBeImage(request.body)
  const suppliedFaces = session.suppliedFaces.map((face) =>
    face.id === resourceId ? { ...face, hasImage: true } : face,
  )
  return { status: 200, session: { ...session, suppliedFaces } }
}
