import { type PropertyError, YotiError } from '../../base/errors.js'
import type { Requirement, Session } from '../../engine/model/session.js'
import { branchFromSent } from '../../engine/reference/branches.js'
import {
  assertNotExpired,
  assertNotNamed,
  isVisited,
  requestEmail,
  scheduleVisit,
} from '../../engine/sessions/transitions.js'
import type { Schema } from '../../openapi/schema.js'
import type { Operation } from '../operation.js'

type Instructions = Schema<'Instructions'>
type Documents = NonNullable<Instructions['documents']>

const wrongBranch = (branch: NonNullable<Instructions['branch']>): readonly PropertyError[] => {
  const error = (message: string) => [{ property: 'branch.fad_code', message }]
  const code = branch.fad_code
  if (code === null || code === undefined) return error('must not be null')
  if (!/^[A-Za-z0-9]{7}$/.test(String(code))) return error('must be an alphanumeric of 7 characters in length')
  return /xxxx$/i.test(String(code)) ? error('Provided fadCode does not relate to any branch') : []
}

const wrong = ({ contact_profile, documents, branch }: Instructions): readonly PropertyError[] => [
  ...Object.entries({ contact_profile, documents, branch }).flatMap(([property, value]) =>
    value === undefined ? [{ property, message: 'must not be null' }] : [],
  ),
  ...(branch === undefined ? [] : wrongBranch(branch)),
]

/** Schemes that Yoti validates documents for. */
const schemes = ['UK_DBS', 'UK_GDS']

/** @throws YotiError SCHEME_NOT_FOUND: creating the session takes any name */
const assertKnownSchemes = ({ request }: Session) => {
  const asked = request.checks.flatMap(({ config }) => config?.scheme ?? [])
  const unknown = asked.find((scheme) => !schemes.includes(scheme))
  if (unknown !== undefined)
    throw new YotiError('SCHEME_NOT_FOUND', { hint: `'${unknown}' was asked for; known: ${schemes.join(', ')}` })
}

/** Type and country are held against the filter one by one: which pairs Yoti takes is not known in full. */
const isAccepted = ({ kind, accepted }: Requirement, { document_type, country_code }: Documents[number]['document']) =>
  kind === 'SUPPLEMENTARY_DOCUMENT' ||
  (accepted.some(({ type }) => type === document_type) && accepted.some(({ country }) => country === country_code))

/** Java's SDK sends the type ID_DOCUMENT of supplementary documents too (`SelectedSupplementaryDocument`). */
const isJavas = ({ kind }: Requirement, { type }: Documents[number]['document']) =>
  kind === 'SUPPLEMENTARY_DOCUMENT' && type === 'ID_DOCUMENT'

/** The documents with the types of their requirements. */
const withTheirTypes = ({ request }: Session, documents: Documents): Documents =>
  documents.map(({ requirement_id, document }) => {
    const kind = request.requirements.find(({ id }) => id === requirement_id)?.kind ?? document.type
    return { requirement_id, document: { ...document, type: kind } }
  })

const javaNote =
  'a supplementary document came with the type ID_DOCUMENT, as the Java SDK sends it: taken as SUPPLEMENTARY_DOCUMENT; what Yoti does is not known'

const emptyNote =
  'the instructions are {} and change nothing, so the letter still answers 409 INSTRUCTIONS_NOT_COMPLETE. The PHP SDK always sends {}: docs/sdks.md says how to send instructions with it'

/** @throws YotiError for a document that no requirement is about, and under `strict` for one that its requirement does not take */
const assertFitRequirements = ({ request }: Session, documents: Documents, isStrict: boolean) => {
  const errors = documents.flatMap(({ requirement_id, document }, index): PropertyError[] => {
    const requirement = request.requirements.find(({ id }) => id === requirement_id)
    if (requirement === undefined) {
      const known = request.requirements.map(({ id }) => id).join(', ')
      throw new YotiError('REQUIREMENT_NOT_FOUND', {
        hint: `'${requirement_id}' is not one of the session's requirements: ${known}`,
      })
    }
    if (documents.findIndex((other) => other.requirement_id === requirement_id) !== index)
      return [{ property: `documents[${index}].requirement_id`, message: 'must not be repeated' }]
    if (document.type !== requirement.kind && !isJavas(requirement, document))
      return [{ property: `documents[${index}].document.type`, message: `must be ${requirement.kind}` }]
    if (!isStrict || isAccepted(requirement, document)) return []
    throw new YotiError('SCHEME_VALIDATION_REQUIREMENT_NOT_FOUND', {
      hint: `the requirement '${requirement_id}' does not take ${document.country_code} ${document.document_type}`,
    })
  })
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
}

export const putInstructions: Operation<'putInstructions', 'scenario' | 'visitPolicy' | 'isStrict'> = (
  { request, session, now },
  { scenario, visitPolicy, isStrict },
) => {
  // The PHP SDK sends an empty object whatever it was told. It changes nothing, so a named session takes it too.
  const isEmpty = Object.keys(request.body).length === 0
  if (!isEmpty) assertNotNamed(session)
  assertNotExpired(session, now)
  if (isVisited(session, now)) throw new YotiError('SESSION_LOCKED')
  if (isEmpty) return { status: 200, notes: [emptyNote] }
  const { contact_profile, documents = [], branch } = request.body
  const errors = wrong(request.body)
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
  assertKnownSchemes(session)
  assertFitRequirements(session, documents, isStrict)
  const instructions = {
    setAt: now,
    ...(contact_profile && { contactProfile: contact_profile }),
    documents: withTheirTypes(session, documents),
    ...(branch && { branch: branchFromSent(branch) }),
  }
  const isAltered = documents.some(
    ({ document }, index) => document.type !== instructions.documents[index]?.document.type,
  )
  return {
    status: 200,
    ...(isAltered && { notes: [javaNote] }),
    session: scheduleVisit(requestEmail({ ...session, instructions }, now), scenario, now, visitPolicy),
  }
}
