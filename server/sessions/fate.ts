import { deriveId } from '../ids.js'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.js'
import { kindOfDocument } from './capture.js'
import type { CaptureOutcome } from './extraction.js'
import type { DocumentChoice, Requirement, Session } from './session.js'

/** What a session needs to know of itself to be visited. */
export type Visited = Pick<Session, 'id' | 'request' | 'instructions'>

/** One time that a document is captured, and the resource that it becomes. */
export type PlannedCapture = {
  readonly resourceId: string
  readonly document: DocumentChoice
  readonly outcome: CaptureOutcome
}

/** A required document, what the scenario says of it, and how it was captured. */
export type Fate = {
  readonly told: ScenarioDocument
  /** In the order of time; empty when it was not brought. */
  readonly captures: readonly PlannedCapture[]
  /** The document that checks look at, and the resource that it became. */
  readonly document?: DocumentChoice
  readonly resourceId?: string
}

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

/** Another document than the one that is expected, also where just the scenario's own was asked for. */
const another = (expected: DocumentChoice, { type, country }: { type: string; country?: string }): DocumentChoice => ({
  type: type !== expected.type ? type : type === 'PASSPORT' ? 'DRIVING_LICENCE' : 'PASSPORT',
  country: country ?? expected.country,
})

const broughtDocument = (expected: DocumentChoice, { brought }: ScenarioDocument): DocumentChoice | undefined => {
  if (brought === 'nothing') return undefined
  return brought === undefined || brought === 'expired' ? expected : another(expected, brought)
}

const plannedCaptures = (id: string, document: DocumentChoice, told: ScenarioDocument): PlannedCapture[] =>
  (told.captures ?? ['used']).map((capture, nth) => {
    const outcome = typeof capture === 'string' ? capture : capture.outcome
    return {
      outcome,
      resourceId: outcome === 'used' ? id : deriveId(id, `captures/${nth}`),
      document: typeof capture === 'string' ? document : another(document, capture),
    }
  })

/** What becomes of each requirement of a session under a scenario. */
export const fatesOf = (visited: Visited, scenario: Scenario): Fate[] =>
  visited.request.requirements.map((requirement, index, requirements) => {
    const told = toldOf(scenario, requirements, index)
    const document = broughtDocument(expectedDocument(requirement, visited), told)
    if (document === undefined) return { told, captures: [] }
    const captures = plannedCaptures(deriveId(visited.id, `documents/${index}`), document, told)
    const used = captures.find(({ outcome }) => outcome === 'used')
    return { told, captures, ...(used && { document: used.document, resourceId: used.resourceId }) }
  })

/** What the scenario says of the document that became a resource. */
export const toldOfResource = (
  visited: Visited,
  scenario: Scenario,
  resourceId: string,
): ScenarioDocument | undefined =>
  fatesOf(visited, scenario).find(({ captures }) => captures.some((capture) => capture.resourceId === resourceId))?.told
