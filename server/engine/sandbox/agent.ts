import { type PropertyError, YotiError } from '../../base/errors.js'
import type { Schema } from '../../openapi/schema.js'
import type { Requirement, Session, SessionEvent } from '../model/session.js'

type AgentDocument = Schema<'AgentDocument'>
type Kind = Requirement['kind']

/** The document that the agent shows for a requirement. */
type Shown = { readonly requirement: Requirement; readonly document: AgentDocument }

const fits = ({ accepted }: Requirement, { document_type, issuing_country }: AgentDocument) =>
  accepted.some(({ type, country }) => type === document_type && country === issuing_country)

/**
 * Assigns each document of the agent to the first open requirement that accepts it.
 * @throws YotiError PAYLOAD_VALIDATION for a document that the session does not ask for
 */
export const assign = ({ request }: Session, resources: Schema<'AgentRequest'>['resources']): Shown[] => {
  const shown: Shown[] = []
  const errors: PropertyError[] = []
  const take = (kind: Kind, property: string, documents: readonly AgentDocument[] | null | undefined) => {
    for (const [index, document] of (documents ?? []).entries()) {
      const requirement = request.requirements.find(
        (open) => open.kind === kind && fits(open, document) && !shown.some((other) => other.requirement === open),
      )
      if (requirement) shown.push({ requirement, document })
      else
        errors.push({ property: `resources.${property}[${index}]`, message: 'does not fit what the session asks for' })
    }
  }
  take('ID_DOCUMENT', 'id_documents', resources?.id_documents)
  take('SUPPLEMENTARY_DOCUMENT', 'supplementary_documents', resources?.supplementary_documents)
  if (errors.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors })
  return shown
}

/** The shown documents in the form of instructions, from which a visit takes the documents that are brought. */
export const asInstructed = (shown: readonly Shown[]): Schema<'InstructedDocument'>[] =>
  shown.map(({ requirement: { id, kind }, document: { document_type, issuing_country } }) => ({
    requirement_id: id,
    document: { type: kind, document_type, country_code: issuing_country },
  }))

/** Pages that the agent uploads instead of photographing them. */
export const withCaptureMethods = (events: readonly SessionEvent[], shown: readonly Shown[]): SessionEvent[] =>
  events.map((event) => {
    if (!('document' in event)) return event
    const method = shown.find(({ requirement }) => requirement.id === event.requirementId)?.document.capture_method
    if (!method) return event
    const pages = event.document.pages.map((page) => ({ ...page, capture_method: method }))
    // The document keeps its kind.
    return { ...event, document: { ...event.document, pages } } as SessionEvent
  })
