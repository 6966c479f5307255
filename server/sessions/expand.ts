import { type BranchCheckType, branchChecks, reportOf } from '../checks/index.js'
import { toInstant } from '../clock.js'
import { deriveId } from '../ids.js'
import type { Schema } from '../openapi/schema.js'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.js'
import { captureDocument } from './capture.js'
import type { RequiredDocument, SessionEvent, SessionRequest } from './session.js'

/** When things happen, in milliseconds since 1970. */
export type Timeline = { readonly createdAt: number; readonly visitAt: number; readonly stepMs: number }

/** A required document, what the scenario says of it, and the resource that it became, if it was brought. */
type Fate = { told: ScenarioDocument; documentId?: string; captured?: SessionEvent }

const broughtDocument = (required: RequiredDocument, { brought }: ScenarioDocument): RequiredDocument | undefined => {
  if (brought === 'nothing') return undefined
  if (brought === undefined || brought === 'expired') return required
  return { type: brought.type, country: brought.country ?? required.country }
}

const supplyProfile = (sessionId: string, at: number): Schema<'ApplicantProfile'> => {
  const id = deriveId(sessionId, 'applicant_profile')
  const instant = toInstant(at)
  return {
    id,
    tasks: [],
    source: { type: 'RELYING_BUSINESS' },
    created_at: instant,
    last_updated: instant,
    media: { id: deriveId(id, 'media'), type: 'JSON', created: instant, last_updated: instant },
  }
}

type Visit = { sessionId: string; request: SessionRequest; profileId: string; fates: readonly Fate[]; at: number }

/** A check that could only have approved a document that nobody brought is not made. */
const isMade = ({ told, documentId }: Fate, type: BranchCheckType) =>
  documentId !== undefined || told.checks?.[type] !== undefined

/** One check per type and document, grouped by type, all in the second of completion, as in Yoti's samples. */
const makeChecks = (scenario: Scenario, { sessionId, request, profileId, fates, at }: Visit): Schema<'Check'>[] => {
  const instant = toInstant(at)
  const check = (type: BranchCheckType, { told, documentId }: Fate, index: number): Schema<'Check'> => ({
    id: deriveId(sessionId, `checks/${type}/${index}`),
    type,
    state: 'DONE',
    resources_used: branchChecks[type].resourcesUsed({ ...(documentId !== undefined && { documentId }), profileId }),
    generated_media: [],
    report: reportOf(told.checks?.[type] ?? scenario.checks[type] ?? 'approve'),
    created: instant,
    last_updated: instant,
    ...(type === 'DOCUMENT_SCHEME_VALIDITY_CHECK' && { scheme: request.scheme }),
  })
  const types = (Object.keys(branchChecks) as BranchCheckType[]).filter((type) => request.checks.includes(type))
  return types.flatMap((type) =>
    fates.filter((fate) => isMade(fate, type)).map((fate, index) => check(type, fate, index)),
  )
}

/** Tells a scenario as dated events of one session, future ones included. */
export const expand = (
  scenario: Scenario,
  sessionId: string,
  request: SessionRequest,
  { createdAt, visitAt, stepMs }: Timeline,
): SessionEvent[] => {
  const profile = supplyProfile(sessionId, createdAt)
  const events: SessionEvent[] = [{ at: createdAt, type: 'profile-supplied', profile }]
  if (scenario.visit === 'none') return events

  const fates = request.documents.map((required, index): Fate => {
    const told = scenario.documents[index] ?? { asked: required.type }
    const document = broughtDocument(required, told)
    if (document === undefined) return { told }
    const documentId = deriveId(sessionId, `documents/${index}`)
    return { told, documentId, captured: captureDocument(document, documentId, visitAt + index * stepMs) }
  })
  events.push(...fates.flatMap(({ captured }) => captured ?? []))
  if (scenario.visit === 'refused') return events

  const at = visitAt + request.documents.length * stepMs
  const checks = makeChecks(scenario, { sessionId, request, profileId: profile.id, fates, at })
  return [...events, { at, type: 'checked', checks }, { at, type: 'completed' }]
}
