import { kindOfDocument } from '../../../server/engine/identity/index.js'
import type { ScenarioDocument } from '../../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../../server/openapi/schema.js'
import type { Answer } from './read-answer.js'

type AnyDocument = Schema<'IdDocument'> | Schema<'SupplementaryDocument'>

/** What a scenario says of a required document, and the resource that checks looked at. */
export type ImportedDocument = { readonly told: ScenarioDocument; readonly used?: AnyDocument }

type Outcome = 'used' | 'unused' | 'failed' | 'abandoned'
type Captured = { readonly document: AnyDocument; readonly outcome: Outcome }

const isAbandoned = ({ pages, tasks }: AnyDocument) =>
  tasks.some(({ state }) => state === 'CREATED') ||
  (pages.length > 0 && pages.every(({ media }) => media === undefined))

const outcomeOf = (document: AnyDocument, { checks }: Answer): Outcome => {
  if (checks.some(({ resources_used }) => resources_used.includes(document.id))) return 'used'
  if (isAbandoned(document)) return 'abandoned'
  if (document.tasks.some(({ state }) => state === 'FAILED')) return 'failed'
  return checks.length === 0 ? 'used' : 'unused'
}

/** The captures in the order of time: Yoti lists the newest first. */
const capturesIn = (answer: Answer): Captured[] => {
  const { id_documents, supplementary_documents } = answer.resources
  return [...[...id_documents].reverse(), ...[...supplementary_documents].reverse()]
    .sort(({ created_at: a = '' }, { created_at: b = '' }) => (a < b ? -1 : a > b ? 1 : 0))
    .map((document) => ({ document, outcome: outcomeOf(document, answer) }))
}

/** The capture that another attempt belongs to: of the same type if there is one, else of the same kind. */
const ownerOf = ({ document, outcome }: Captured, captures: readonly Captured[]): AnyDocument => {
  if (outcome === 'used') return document
  const used = captures.filter((capture) => capture.outcome === 'used').map((capture) => capture.document)
  const kind = kindOfDocument(document.document_type)
  const owner =
    used.find(({ document_type }) => document_type === document.document_type) ??
    used.find(({ document_type }) => kindOfDocument(document_type) === kind)
  return (
    owner ?? captures.find((capture) => kindOfDocument(capture.document.document_type) === kind)?.document ?? document
  )
}

const place = ({ document_type, issuing_country }: AnyDocument) => ({
  type: document_type,
  ...(issuing_country !== 'GBR' && { country: issuing_country }),
})

const told = ({ document, outcome }: Captured, owner: AnyDocument) => {
  const isSame = document.document_type === owner.document_type && document.issuing_country === owner.issuing_country
  return outcome === 'used' || isSame ? outcome : { outcome, ...place(document) }
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

const imported = (owner: AnyDocument, captures: readonly Captured[], answer: Answer): ImportedDocument => {
  const used = captures.some(({ outcome }) => outcome === 'used') ? owner : undefined
  const text = used && textOf(used, answer)
  const { type, country } = place(owner)
  return {
    told: {
      asked: type,
      ...(country !== undefined && { country }),
      ...(used && factsOf(used, answer)),
      ...((captures.length > 1 || used === undefined) && { captures: captures.map((capture) => told(capture, owner)) }),
      ...(text !== undefined && { text }),
      ...(used?.document_fields && used.document_fields.media.id === undefined && { fields_id: false as const }),
    },
    ...(used && { used }),
  }
}

/** The documents of an answer as a scenario tells them: what was brought, and each attempt to capture it. */
export const documentsIn = (answer: Answer): ImportedDocument[] => {
  const captures = capturesIn(answer)
  const owners = captures.map((capture) => ownerOf(capture, captures))
  return [...new Set(owners)].map((owner) =>
    imported(
      owner,
      captures.filter((_, index) => owners[index] === owner),
      answer,
    ),
  )
}
