import type { Schema } from '../../openapi/schema.js'
import type { GivenMedia } from '../model/session.js'

/** The answer about the face of an applicant. */
export const applicantFaceOf = ({ type, base64 }: GivenMedia): Schema<'ApplicantFace'> => ({
  face: { data: base64, content_type: type },
})
