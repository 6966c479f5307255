import { day } from '../../base/clock.js'
import type { PropertyError } from '../../base/errors.js'
import type { Schema } from '../../openapi/schema.js'
import { type CheckKind, checkKinds } from '../checks/index.js'
import { asksForProfile } from '../model/identity-profiles.js'
import { acceptedIdDocuments, countListed } from '../reference/accepted-documents.js'
import { isInBranch } from './in-branch.js'
import { notificationErrors } from './notification-subscription.js'

type Order = Schema<'CreateSession'>
type Rule = (order: Order, now: number) => readonly PropertyError[]

/** The value of a number that may be written as a string, as in Yoti's samples; undefined if there is none. */
export const secondsOf = (value: number | string | null | undefined): number | undefined => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number') return value
  return /^\d+$/.test(value) ? Number(value) : Number.NaN
}

/** A thousand years, in seconds. Later instants have no ISO 8601 date of four-digit years. */
const longest = 31_536_000_000

const error = (property: string, message: string): PropertyError => ({ property, message })

/** The errors of a number of seconds, independent of other properties. */
const secondsErrors = (property: string, value: number | string | null | undefined, least: [number, string]) => {
  const seconds = secondsOf(value)
  if (seconds === undefined) return []
  if (Number.isNaN(seconds)) return [error(property, 'must be a whole number')]
  if (seconds > longest) return [error(property, `must be less than or equal to ${longest}`)]
  const [limit, message] = least
  return seconds < limit ? [error(property, message)] : []
}

const timeLimits: Rule = ({ client_session_token_ttl, session_deadline, resources_ttl }, now) => {
  const deadline = session_deadline == null ? undefined : Date.parse(session_deadline)
  const lasts = deadline === undefined ? (secondsOf(client_session_token_ttl) ?? 600) : (deadline - now) / 1000
  const errors = [
    ...secondsErrors('client_session_token_ttl', client_session_token_ttl, [301, 'must be greater than 300']),
    ...secondsErrors('resources_ttl', resources_ttl, [86_700, 'must be greater than or equal to 86700']),
  ]
  if (deadline !== undefined && client_session_token_ttl != null)
    errors.push(error('session_deadline', 'must not be combined with client_session_token_ttl'))
  if (deadline !== undefined && deadline <= now) errors.push(error('session_deadline', 'must be in the future'))
  if (deadline !== undefined && lasts > longest)
    errors.push(error('session_deadline', 'must be less than 1000 years ahead'))
  const kept = secondsOf(resources_ttl) ?? Number.NaN
  if (kept >= 86_700 && lasts > 0 && kept < lasts + day / 1000)
    errors.push(error('resources_ttl', 'must be at least 24 hours longer than the session'))
  return errors
}

const checksOrProfile: Rule = (order) =>
  order.requested_checks?.length || asksForProfile(order) ? [] : [error('requested_checks', 'must not be empty')]

const captureMethods: Rule = ({ sdk_config }) =>
  /^(camera|camera_and_upload)$/i.test(sdk_config?.allowed_capture_methods ?? 'CAMERA')
    ? []
    : [error('sdk_config.allowed_capture_methods', 'must be one of CAMERA, CAMERA_AND_UPLOAD')]

/** Yoti refuses it too; its words are not known. */
const handoff: Rule = ({ sdk_config }) =>
  sdk_config?.enforce_handoff === true && sdk_config.allow_handoff !== true
    ? [error('sdk_config.enforce_handoff', 'must not be true unless allow_handoff is true')]
    : []

/** The message about a `manual_check` that Yoti does not take for a type; undefined when it takes it. */
const manualCheckProblem = (allowed: CheckKind['order']['manualCheck'], manual: string | null | undefined) => {
  if (allowed === 'IBV' && manual !== 'IBV') return 'must be IBV'
  if (allowed === 'NOT_IBV' && manual === 'IBV') return 'must be one of NEVER, FALLBACK, ALWAYS'
  return allowed === 'NEVER' && manual && manual !== 'NEVER' ? 'must be NEVER' : undefined
}

const checkConfigs: Rule = ({ requested_checks }) =>
  (requested_checks ?? []).flatMap(({ type, config }, index) => {
    const { manualCheck, requires } = checkKinds[type].order
    const property = `requested_checks[${index}].config`
    const problem = manualCheckProblem(manualCheck, config?.manual_check)
    if (problem !== undefined) return [error(`${property}.manual_check`, problem)]
    return requires === undefined || config?.[requires] ? [] : [error(`${property}.${requires}`, 'must not be null')]
  })

/** Several times all that Yoti supports. Creating and keeping a session costs as much as it lists. */
const mostListed = 20_000

const documents: Rule = ({ required_documents }) => {
  const listed = (required_documents ?? []).reduce((sum, required) => sum + countListed(required), 0)
  if (listed > mostListed)
    return [
      error(
        'required_documents',
        `must not list more than ${mostListed} combinations of country and document type; there are ${listed}`,
      ),
    ]
  return (required_documents ?? []).flatMap(({ type, filter, objective }, index) => {
    if (type === 'SUPPLEMENTARY_DOCUMENT' && objective === undefined)
      return [error(`required_documents[${index}].objective`, 'must not be null')]
    if (type === 'ID_DOCUMENT' && acceptedIdDocuments(filter).length === 0)
      return [error(`required_documents[${index}].filter`, 'must allow at least one document')]
    return []
  })
}

const hasText = (value: unknown) => (typeof value === 'string' ? value.trim() !== '' : Boolean(value))

/** Reported by one integrator: an address needs a building. */
const address: Rule = ({ resources }) => {
  const sent = resources?.applicant_profile?.structured_postal_address
  if (sent === undefined || ['building_number', 'sub_building', 'building'].some((key) => hasText(sent[key]))) return []
  return [error('resources.applicant_profile.structured_postal_address', 'INVALID_ADDRESS')]
}

/** Documented for a branch, because the letter must arrive in time. */
const branchDeadline: Rule = (order, now) => {
  const { session_deadline } = order
  if (session_deadline == null || !isInBranch(order) || Date.parse(session_deadline) >= now + 7 * day) return []
  return [error('session_deadline', 'must be at least 7 days ahead for in-branch verification')]
}

const rules = [timeLimits, checksOrProfile, captureMethods, handoff, checkConfigs, documents, address]

/**
 * The errors of a create request that the schema cannot find, in Yoti's words where they are known.
 * @param isStrict whether to refuse, like Yoti, values that local development needs
 */
export const validateOrder = (order: Order, now: number, isStrict: boolean): readonly PropertyError[] => [
  ...rules.flatMap((rule) => rule(order, now)),
  ...(isStrict ? branchDeadline(order, now) : []),
  ...notificationErrors(order, isStrict),
]
