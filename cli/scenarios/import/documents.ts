import { type KindOfDocument, kindOfDocument } from '../../../server/engine/identity/index.js'
import type { ScenarioCapture, ScenarioDocument } from '../../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../../server/openapi/schema.js'
import type { Answer } from './read-answer.js'

type AnyDocument = Schema<'IdDocument'> | Schema<'SupplementaryDocument'>

/** What a scenario says of a required document, and the resource that checks looked at. */
export type ImportedDocument = { readonly told: ScenarioDocument; readonly used?: AnyDocument }

type Outcome = 'used' | 'unused' | 'failed' | 'abandoned'
type Captured = { readonly document: AnyDocument; readonly kind: KindOfDocument; readonly outcome: Outcome }

const isAbandoned = ({ pages, tasks }: AnyDocument) =>
  tasks.some(({ state }) => state === 'CREATED') ||
  (pages.length > 0 && pages.every(({ media }) => media === undefined))

const outcomeOf = (document: AnyDocument, { checks }: Answer): Outcome => {
  if (checks.some(({ resources_used }) => resources_used.includes(document.id))) return 'used'
  if (isAbandoned(document)) return 'abandoned'
  if (retryIn(document) !== undefined || document.tasks.some(({ state }) => state === 'FAILED')) return 'failed'
  return checks.length === 0 ? 'used' : 'unused'
}

const isDigitalId = (document: AnyDocument): boolean => 'provider' in document

/** The captures in the order of time: Yoti lists the newest first. Digital IDs are shared, not captured. */
const capturesIn = (answer: Answer): Captured[] => {
  const { supplementary_documents } = answer.resources
  const id_documents = answer.resources.id_documents.filter((document) => !isDigitalId(document))
  const ofKind = (kind: KindOfDocument, documents: readonly AnyDocument[]) =>
    [...documents].reverse().map((document) => ({ document, kind, outcome: outcomeOf(document, answer) }))
  return [...ofKind('ID_DOCUMENT', id_documents), ...ofKind('SUPPLEMENTARY_DOCUMENT', supplementary_documents)].sort(
    ({ document: { created_at: a = '' } }, { document: { created_at: b = '' } }) => (a < b ? -1 : a > b ? 1 : 0),
  )
}

/** The capture that another attempt belongs to: of the same type if there is one, else of the same kind. */
const ownerOf = (capture: Captured, captures: readonly Captured[]): Captured => {
  const { document, kind, outcome } = capture
  if (outcome === 'used') return capture
  const used = captures.filter((other) => other.outcome === 'used')
  const owner =
    used.find((other) => other.document.document_type === document.document_type) ??
    used.find((other) => other.kind === kind)
  return owner ?? captures.find((other) => other.kind === kind) ?? capture
}

/** Said where the type does not say it. */
const kindIn = ({ document, kind }: Captured) => (kindOfDocument(document.document_type) === kind ? {} : { kind })

const place = ({ document_type, issuing_country }: AnyDocument) => ({
  type: document_type,
  ...(issuing_country !== 'GBR' && { country: issuing_country }),
})

/** What the extraction recommended, where it was to try again. */
const retryIn = ({ tasks }: AnyDocument) => {
  const { value, reason } = tasks.find(({ recommendation }) => recommendation)?.recommendation ?? { value: 'PROGRESS' }
  return value === 'PROGRESS' ? undefined : { value, ...(reason && { reason }) }
}

const told = ({ document, outcome }: Captured, { document: owner }: Captured): ScenarioCapture => {
  if (outcome === 'used') return outcome
  const recommendation = retryIn(document)
  const isSame = document.document_type === owner.document_type && document.issuing_country === owner.issuing_country
  if (isSame && recommendation === undefined) return outcome
  return { outcome, ...(!isSame && place(document)), ...(recommendation && { recommendation }) }
}

const checksOf = (document: AnyDocument, { checks }: Answer) =>
  checks.filter(({ resources_used }) => resources_used.includes(document.id))

const textOf = (document: AnyDocument, answer: Answer): ScenarioDocument['text'] => {
  const check = checksOf(document, answer).find(({ type }) => type.endsWith('_TEXT_DATA_CHECK'))
  const made = document.tasks.some(({ generated_checks }) => generated_checks.length > 0)
  if (document.tasks.some(({ state }) => state === 'PENDING')) return 'pending'
  if (document.tasks.length > 0 && document.document_fields === undefined) return 'failed'
  return check !== undefined || made ? 'reviewed' : undefined
}

/** The facts that follow from what authenticity found. */
const factsOf = (document: AnyDocument, answer: Answer): Partial<ScenarioDocument> => {
  const found = checksOf(document, answer).flatMap(({ report }) => report?.breakdown ?? [])
  const isExpired = found.some(({ sub_check, result }) => sub_check === 'document_in_date' && result === 'FAIL')
  const hasChip = found.some(({ sub_check }) => sub_check.startsWith('chip_'))
  return { ...(isExpired && { brought: 'expired' as const }), ...(hasChip && { chip: true }) }
}

const isUploaded = (document: AnyDocument) =>
  ('file' in document && document.file !== undefined) ||
  document.pages.some(({ capture_method }) => capture_method === 'UPLOAD')

const imported = (owner: Captured, captures: readonly Captured[], answer: Answer): ImportedDocument => {
  const used = captures.some(({ outcome }) => outcome === 'used') ? owner.document : undefined
  const text = used && textOf(used, answer)
  const { type, country } = place(owner.document)
  return {
    told: {
      asked: type,
      ...(country !== undefined && { country }),
      ...kindIn(owner),
      ...(isUploaded(owner.document) && { uploaded: true as const }),
      ...(used && factsOf(used, answer)),
      ...((captures.length > 1 || used === undefined) && { captures: captures.map((capture) => told(capture, owner)) }),
      ...(text !== undefined && { text }),
      ...(used?.document_fields && used.document_fields.media.id === undefined && { fields_id: false as const }),
    },
    ...(used && { used }),
  }
}

type Share = NonNullable<Answer['digital_id_shares']>[number]

const isOf = (share: Share, { document_type, issuing_country }: Pick<Share, 'document_type' | 'issuing_country'>) =>
  share.document_type === document_type && share.issuing_country === issuing_country

/** The digital IDs that were shared, and those that should have been. */
const digitalIdsIn = ({ resources, digital_id_shares = [] }: Answer): ImportedDocument[] => {
  const failed = digital_id_shares.filter(({ error }) => error !== undefined)
  const documents = resources.id_documents.filter(isDigitalId)
  const lost = failed.filter((share) => !documents.some((document) => isOf(share, document)))
  return [
    ...documents.map((document): ImportedDocument => {
      const { document_type: asked, issuing_country: country } = document
      const digital_id = failed.some((share) => isOf(share, document)) ? 'repeated' : 'shared'
      return { told: { asked, country, digital_id }, used: document }
    }),
    ...lost.map(
      ({ document_type: asked, issuing_country: country, error }): ImportedDocument => ({
        told: { asked, country, digital_id: error?.code === 'SHARE_EXPIRED' ? 'expired' : 'failed' },
      }),
    ),
  ]
}

/** The documents of an answer as a scenario tells them: what was brought or shared, and each attempt to capture it. */
export const documentsIn = (answer: Answer): ImportedDocument[] => {
  const captures = capturesIn(answer)
  const owners = captures.map((capture) => ownerOf(capture, captures))
  const captured = [...new Set(owners)].map((owner) =>
    imported(
      owner,
      captures.filter((_, index) => owners[index] === owner),
      answer,
    ),
  )
  return [...captured, ...digitalIdsIn(answer)]
}
