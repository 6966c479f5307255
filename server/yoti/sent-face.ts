import { YotiError } from '../base/errors.js'
import { readFace } from '../engine/faces/read-face.js'
import type { Face } from '../engine/model/face-register.js'
import type { Session } from '../engine/model/session.js'
import { sourceFace } from '../engine/results/source-face.js'
import type { Schema } from '../openapi/schema.js'

type Found = { readonly id: string; readonly session: Session | undefined; readonly now: number }

/** The face of a request: uploaded, or taken from the session that the request was found to be about. */
export const sentFace = (sent: Schema<'SentFace'>, { id, session, now }: Found): Face =>
  readFace(sent, id, (mediaId) => {
    if (session === undefined) throw new YotiError('SESSION_NOT_FOUND')
    return { image: sourceFace(session, mediaId, now), session }
  })
