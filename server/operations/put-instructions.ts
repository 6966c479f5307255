import { type PropertyError, YotiError } from '../errors.js'
import type { Schema } from '../openapi/schema.js'
import type { Session } from '../sessions/session.js'
import { isVisited, mustBeOngoing, requestEmail, scheduleVisit } from '../sessions/transitions.js'
import type { Operation } from './operation.js'

type Instructions = Schema<'Instructions'>

const wrongBranch = (branch: NonNullable<Instructions['branch']>): readonly PropertyError[] => {
  const error = (message: string) => [{ property: 'branch.fad_code', message }]
  const code = branch.fad_code
  if (code === null || code === undefined || code === '') return error('must not be null')
  if (!/^[A-Za-z0-9]{7}$/.test(String(code))) return error('must be an alphanumeric of 7 characters in length')
  return String(code).endsWith('XXXX') ? error('Provided fadCode does not relate to any branch') : []
}

const wrong = ({ contact_profile, documents, branch }: Instructions): readonly PropertyError[] => [
  ...Object.entries({ contact_profile, documents, branch }).flatMap(([property, value]) =>
    value === undefined ? [{ property, message: 'must not be null' }] : [],
  ),
  ...(branch === undefined ? [] : wrongBranch(branch)),
]

const mustKnowRequirements = ({ request }: Session, documents: NonNullable<Instructions['documents']>) => {
  const known = request.requirements.map(({ id }) => id)
  const unknown = documents.find(({ requirement_id }) => !known.includes(requirement_id))
  if (unknown !== undefined)
    throw new YotiError('REQUIREMENT_NOT_FOUND', {
      hint: `'${unknown.requirement_id}' is not one of the session's requirements: ${known.join(', ')}`,
    })
}

export const putInstructions: Operation<'putInstructions', 'scenario' | 'visitPolicy'> = (
  { request, session, now },
  { scenario, visitPolicy },
) => {
  mustBeOngoing(session, now)
  if (isVisited(session, now)) throw new YotiError('SESSION_LOCKED')
  const { contact_profile, documents = [], branch } = request.body
  // The PHP SDK sends an empty object whatever it was told.
  if (Object.keys(request.body).length === 0) return { status: 200 }
  const errors = wrong(request.body)
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
  mustKnowRequirements(session, documents)
  const instructions = {
    setAt: now,
    ...(contact_profile && { contactProfile: contact_profile }),
    documents,
    fadCode: String(branch?.fad_code),
  }
  return {
    status: 200,
    session: scheduleVisit(requestEmail({ ...session, instructions }, now), scenario, now, visitPolicy),
  }
}
