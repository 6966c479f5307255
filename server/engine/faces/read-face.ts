import { YotiError } from '../../base/errors.js'
import type { Schema } from '../../openapi/schema.js'
import type { Face, FaceImage } from '../model/face-register.js'
import type { Session } from '../model/session.js'
import { personOf } from './search.js'

type SentFace = Schema<'SentFace'>

const signatures: Readonly<Record<string, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
}

/** The type of an image by its first bytes; nothing when it is no JPEG and no PNG. */
export const imageType = (bytes: Uint8Array): string | undefined =>
  Object.keys(signatures).find((type) => signatures[type]?.every((byte, index) => bytes[index] === byte))

const wrong = (property: string, message: string) =>
  new YotiError('PAYLOAD_VALIDATION', { errors: [{ property, message }] })

/** Bytes in base64, in either alphabet, without white space. */
const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/

const uploaded = (data: string): FaceImage => {
  if (!base64.test(data)) throw wrong('face.data', 'must be base64')
  const bytes = Buffer.from(data, 'base64')
  const type = imageType(bytes)
  if (type === undefined)
    throw new YotiError('UNPROCESSABLE_MEDIA', { hint: 'face.data is neither a JPEG nor a PNG in base64' })
  return { kind: 'given', given: { type, base64: bytes.toString('base64') } }
}

/**
 * The face that a request sends.
 * @param fromSource the image that `source` names, and the session that it is from
 * @throws YotiError PAYLOAD_VALIDATION, UNPROCESSABLE_MEDIA
 */
export const readFace = (
  { data, source }: SentFace,
  id: string,
  fromSource: (mediaId: string) => { readonly image: FaceImage; readonly session: Session },
): Face => {
  if ((data === undefined) === (source === undefined)) throw wrong('face', 'must have either data or source')
  if (data !== undefined) return { id, image: uploaded(data) }
  const { image, session } = fromSource(source?.media_id ?? '')
  return { id, image, person: personOf(session) }
}
