import { orderKeys } from '../../openapi/generated/order-keys.js'
import { unknownKeys } from '../../openapi/known-keys.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionRequest } from '../model/session.js'
import { isDigitalId, unknownProviders } from '../reference/digital-ids.js'

type Order = Schema<'CreateSession'>

/** Checks that are made of an identity document. */
const idDocumentChecks = ['ID_DOCUMENT_AUTHENTICITY', 'ID_DOCUMENT_FACE_MATCH', 'ID_DOCUMENT_COMPARISON']
/** Checks that a branch makes of any document. */
const branchChecks = ['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH']
const idDocumentTask = 'ID_DOCUMENT_TEXT_DATA_EXTRACTION'
const supplementaryTask = 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION'

const looksAtDocuments = ({ requested_checks, requested_tasks }: Order) =>
  (requested_checks ?? []).some(({ type }) => [...idDocumentChecks, ...branchChecks].includes(type)) ||
  (requested_tasks ?? []).some(({ type }) => type === idDocumentTask)

/**
 * An order that names no documents and asks for something of a document means one identity document of any kind. Yoti's
 * pages order like this throughout, and the one answer shown beside such an order has a single document.
 */
export const withImpliedDocument = (order: Order): Order =>
  order.required_documents?.length || !looksAtDocuments(order)
    ? order
    : { ...order, required_documents: [{ type: 'ID_DOCUMENT' }] }

/** What an order asks for that cannot be made of the documents that it requires. */
const missingDocuments = ({ requirements, checks, tasks }: SessionRequest): string[] => {
  const countOf = (kind: string) => requirements.filter((requirement) => requirement.kind === kind).length
  const withoutId = [
    ...checks.flatMap(({ type }) => (idDocumentChecks.includes(type) ? [type] : [])),
    ...tasks.flatMap(({ type }) => (type === idDocumentTask ? [type] : [])),
  ]
  const compares = checks.some(({ type }) => type === 'ID_DOCUMENT_COMPARISON')
  const readsSupplementary = tasks.some(({ type }) => type === supplementaryTask)
  return [
    ...(countOf('ID_DOCUMENT') === 0 && withoutId.length > 0
      ? [`${withoutId.join(', ')} will not be made: required_documents has no ID_DOCUMENT`]
      : []),
    ...(countOf('ID_DOCUMENT') === 1 && compares
      ? ['ID_DOCUMENT_COMPARISON has a single document to compare: required_documents has one ID_DOCUMENT']
      : []),
    ...(countOf('SUPPLEMENTARY_DOCUMENT') === 0 && readsSupplementary
      ? [`${supplementaryTask} will not be made: required_documents has no SUPPLEMENTARY_DOCUMENT`]
      : []),
  ]
}

const repeated = ({ checks }: SessionRequest): string[] => {
  const types = checks.map(({ type }) => type).filter((type) => type !== 'LIVENESS')
  const twice = [...new Set(types.filter((type, index) => types.indexOf(type) !== index))]
  return twice.map((type) => `${type} is requested more than once and made once, as the first of its kind says`)
}

const lacksProfile = ({ applicantProfile, checks }: SessionRequest): string[] =>
  applicantProfile === undefined && checks.some(({ type }) => type === 'PROFILE_DOCUMENT_MATCH')
    ? [
        'PROFILE_DOCUMENT_MATCH was requested without resources.applicant_profile: there is nothing to compare with, and ' +
          'what Yoti does is not known. The person has the names of the contact_profile of the instructions',
      ]
    : []

const filtersOf = ({ required_documents }: Order) => (required_documents ?? []).flatMap(({ filter }) => filter ?? [])

const typesNamedBy = ({ documents, type_restriction }: ReturnType<typeof filtersOf>[number]) => [
  ...(documents ?? []).flatMap(({ document_types }) => document_types ?? []),
  ...(type_restriction?.document_types ?? []),
]

const digitalIdNotes = (order: Order): string[] => {
  const filters = filtersOf(order)
  const unpermitted = filters
    .filter(({ allow_digital_ids }) => allow_digital_ids !== true)
    .flatMap(typesNamedBy)
    .filter(isDigitalId)
  const unknown = filters.flatMap(unknownProviders)
  return [
    ...(unpermitted.length > 0
      ? [`${unpermitted.join(', ')} is named without allow_digital_ids: accepted; what Yoti does is not known`]
      : []),
    ...(unknown.length > 0
      ? [`allowed_providers names ${unknown.join(', ')}, of which mock-yoti knows no digital ID: it adds none`]
      : []),
  ]
}

/** A few names tell enough. */
const mostNamed = 10

const unknownKeyNotes = (order: Order): string[] => {
  const unknown = unknownKeys(order, orderKeys)
  if (unknown.length === 0) return []
  const named = unknown.slice(0, mostNamed).join(', ')
  const more = unknown.length > mostNamed ? ` and ${unknown.length - mostNamed} more` : ''
  return [`mock-yoti does not know ${named}${more}: taken, and nothing follows from it`]
}

/** What the sender of an order may have meant otherwise; for the journal. */
export const orderNotes = (sent: Order, request: SessionRequest): string[] => [
  ...(!sent.required_documents?.length && looksAtDocuments(sent)
    ? ['no required_documents were sent: one identity document of any kind is asked for']
    : []),
  ...missingDocuments(request),
  ...repeated(request),
  ...lacksProfile(request),
  ...digitalIdNotes(sent),
  ...unknownKeyNotes(sent),
]
