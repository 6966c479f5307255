import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { GivenMedia, Session, SessionEvent } from '../model/session.js'

type FaceSupplied = Extract<SessionEvent, { type: 'face-supplied' }>

/** The image of the person's face that the relying business supplies. Without `given` an image is drawn. */
export const supplyFace = (resourceId: string, at: number, given?: GivenMedia): FaceSupplied => {
  const instant = toInstant(at)
  const id = deriveId(resourceId, 'image')
  return {
    at,
    type: 'face-supplied',
    face: {
      id: resourceId,
      tasks: [],
      source: { type: 'RELYING_BUSINESS' },
      created_at: instant,
      last_updated: instant,
      image: { media: { id, type: 'IMAGE', created: instant, last_updated: instant } },
    },
    ...(given && { given: { [id]: given } }),
  }
}

const isSupplied = (event: SessionEvent): event is FaceSupplied => event.type === 'face-supplied'

/** Ids of the faces that the relying business has supplied so far. */
export const suppliedFaceIds = ({ events }: Pick<Session, 'events'>): string[] =>
  events.filter(isSupplied).map(({ face }) => face.id)

/** Whether a comparison waits for the image that the relying business supplies. */
export const lacksSuppliedFace = ({ request, events }: Pick<Session, 'request' | 'events'>): boolean =>
  request.checks.some(({ type }) => type === 'FACE_COMPARISON') && !events.some(isSupplied)

/** Adds the image of an announced face capture to a session. A later image replaces an earlier one. */
export const addFace = (session: Session, supplied: FaceSupplied): Session => {
  const others = session.events.filter((event) => !isSupplied(event) || event.face.id !== supplied.face.id)
  return {
    ...session,
    events: [...others.filter(({ at }) => at <= supplied.at), supplied, ...others.filter(({ at }) => at > supplied.at)],
  }
}
