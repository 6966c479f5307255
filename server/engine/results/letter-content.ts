import type { LetterInput } from '../media/index.js'
import type { Session } from '../model/session.js'
import { branchOf } from '../reference/branches.js'

/** What the letter of a session says, beside its applicant. */
export const letterContent = ({
  id,
  request,
  instructions,
  deadline,
}: Session): Omit<LetterInput, 'applicant' | 'qrPayload'> => {
  const documents = request.requirements.map(({ id: requirementId, accepted }) => {
    const chosen = instructions?.documents.find(({ requirement_id }) => requirement_id === requirementId)?.document
    return {
      type: chosen?.document_type ?? accepted[0]?.type ?? 'PASSPORT',
      country: chosen?.country_code ?? accepted[0]?.country ?? 'GBR',
    }
  })
  return { documents, branch: instructions?.branch ?? branchOf('0000000'), deadline, sessionId: id }
}
