import type { Schema } from '../../openapi/schema.js'
import type { Session } from '../model/session.js'

/** What the instructions of a session say, as Yoti shows them. */
export const instructionsOf = ({ instructions }: Session): Schema<'InstructionsView'> => ({
  contact_profile_exists: instructions?.contactProfile !== undefined,
  documents: [...(instructions?.documents ?? [])],
  ...(instructions?.branch && { branch: instructions.branch }),
})
