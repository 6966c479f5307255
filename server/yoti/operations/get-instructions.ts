import type { Operation } from '../operation.js'

export const getInstructions: Operation<'getInstructions'> = ({ session: { instructions } }) => ({
  status: 200,
  body: {
    contact_profile_exists: instructions?.contactProfile !== undefined,
    documents: [...(instructions?.documents ?? [])],
    ...(instructions?.branch && { branch: instructions.branch }),
  },
})
