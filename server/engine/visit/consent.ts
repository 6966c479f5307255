import type { SessionRequest } from '../model/session.js'

const ofTheFace = ['LIVENESS', 'ID_DOCUMENT_FACE_MATCH', 'FACE_COMPARISON', 'FAMILIAR_FACE_SEARCH']

/** Whether the person is asked for biometric consent: at home only, unless the create request blocks it. */
export const asksForConsent = ({ inBranch, blocksConsent, checks }: SessionRequest): boolean =>
  !inBranch && blocksConsent !== true && checks.some(({ type }) => ofTheFace.includes(type))
