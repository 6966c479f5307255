import { deriveId } from '../ids.js'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.js'
import { captureDocument, captureFace, captureLiveness, kindOfDocument } from './capture.js'
import { asksForConsent } from './consent.js'
import { planEnding } from './ending.js'
import type { Fate, Visited } from './fate.js'
import { makeChecks } from './make-checks.js'
import type { DocumentChoice, Requirement, SessionEvent } from './session.js'
import { captureShareCode, wantsShareCode } from './share-code.js'

/** When a visit happens, in milliseconds: its start, the time between two captures, and how long a capture takes. */
export type Timeline = { readonly visitAt: number; readonly stepMs: number; readonly captureMs: number }

/** What the scenario says of a requirement: its nth document of a kind is about the nth requirement of that kind. */
const toldOf = ({ documents }: Scenario, requirements: readonly Requirement[], index: number): ScenarioDocument => {
  const { kind, accepted } = requirements[index] as Requirement
  const nth = requirements.slice(0, index).filter((other) => other.kind === kind).length
  const ofKind = documents.filter(({ asked }) => kindOfDocument(asked) === kind)
  return ofKind[nth] ?? { asked: accepted[0]?.type ?? 'PASSPORT' }
}

/** What the person meant to bring: what the instructions say, else what the requirement names first. */
const expectedDocument = ({ id, accepted }: Requirement, { instructions }: Visited): DocumentChoice => {
  const instructed = instructions?.documents.find(({ requirement_id }) => requirement_id === id)?.document
  if (instructed !== undefined) return { type: instructed.document_type, country: instructed.country_code }
  return accepted[0] ?? { type: 'PASSPORT', country: 'GBR' }
}

const broughtDocument = (expected: DocumentChoice, { brought }: ScenarioDocument): DocumentChoice | undefined => {
  if (brought === 'nothing') return undefined
  if (brought === undefined || brought === 'expired') return expected
  // Another document than the one that is expected, also where just the scenario's own was asked for.
  const type =
    brought.type === expected.type ? (brought.type === 'PASSPORT' ? 'DRIVING_LICENCE' : 'PASSPORT') : brought.type
  return { type, country: brought.country ?? expected.country }
}

const fateOf = (visited: Visited, scenario: Scenario, requirement: Requirement, index: number): Fate => {
  const told = toldOf(scenario, visited.request.requirements, index)
  const document = broughtDocument(expectedDocument(requirement, visited), told)
  return { told, ...(document && { document, resourceId: deriveId(visited.id, `documents/${index}`) }) }
}

const wantsFace = ({ request }: Visited) =>
  request.inBranch && request.checks.some(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH')

/**
 * Tells what happens from the start of the visit as dated events: the letter is scanned, captures follow one by one, then
 * checks and completion, or the clerk's refusal.
 */
export const planVisit = (
  visited: Visited,
  scenario: Scenario,
  { visitAt, stepMs, captureMs }: Timeline,
): SessionEvent[] => {
  if (scenario.visit === 'none') return []
  const { request, id } = visited
  const events: SessionEvent[] = []
  const nextTime = () => ({ at: visitAt + events.length * stepMs, captureMs })
  const fates = request.requirements.map((requirement, index) => fateOf(visited, scenario, requirement, index))
  for (const [index, { document, resourceId }] of fates.entries()) {
    const requirement = request.requirements[index]
    if (requirement && document && resourceId)
      events.push(captureDocument({ requirement, document, id: resourceId, request, time: nextTime() }))
  }
  const faceId = wantsFace(visited) ? deriveId(id, 'face_capture') : undefined
  if (faceId !== undefined) events.push(captureFace(faceId, nextTime()))
  const livenessIds = request.checks
    .filter(({ type }) => type === 'LIVENESS')
    .map(({ config }, index) => {
      const livenessId = deriveId(id, `liveness_capture/${index}`)
      events.push(captureLiveness(livenessId, config?.liveness_type ?? 'ZOOM', nextTime()))
      return livenessId
    })
  if (wantsShareCode(request)) events.push(captureShareCode(deriveId(id, 'share_codes/0'), nextTime().at))
  const { at } = nextTime()
  const start: SessionEvent[] = request.inBranch ? [{ at: visitAt, type: 'letter-scanned' }] : []
  if (asksForConsent(request)) start.push({ at: visitAt, type: 'consented' })
  if (scenario.visit === 'refused') return [...start, ...events, { at, type: 'refused' }]
  const checks = makeChecks(scenario, { visited, fates, livenessIds, at, ...(faceId !== undefined && { faceId }) })
  return [
    ...start,
    ...events,
    { at, type: 'checked', checks },
    ...planEnding(visited, checks, at),
    { at, type: 'completed' },
  ]
}

/** Whether the scenario says that a document of the session has expired. */
export const isExpiredDocument = (visited: Visited, scenario: Scenario, resourceId: string): boolean =>
  visited.request.requirements.some((requirement, index) => {
    const fate = fateOf(visited, scenario, requirement, index)
    return fate.resourceId === resourceId && fate.told.brought === 'expired'
  })
