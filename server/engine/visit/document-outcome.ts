import { deriveId } from '../../base/ids.js'
import { kindOfDocument } from '../identity/index.js'
import type { DocumentChoice, Requirement, Session } from '../model/session.js'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.js'
import type { CaptureOutcome } from './extraction.js'

/** What a session needs to know of itself to be visited. */
export type Visited = Pick<Session, 'id' | 'request' | 'instructions' | 'events'>

/** One time that a document is captured, and the resource that it becomes. */
export type PlannedCapture = {
  readonly resourceId: string
  readonly document: DocumentChoice
  readonly outcome: CaptureOutcome
}

/** A required document, what the scenario says of it, and how it was captured. */
export type DocumentOutcome = {
  readonly spec: ScenarioDocument
  /** In the order of time; empty when it was not brought. */
  readonly captures: readonly PlannedCapture[]
  /** The document that checks look at, and the resource that it became. */
  readonly document?: DocumentChoice
  readonly resourceId?: string
}

/** Whether a scenario says more of a document than that it was asked for. */
const saysMore = ({ asked: _asked, country: _country, ...more }: ScenarioDocument) => Object.keys(more).length > 0

const ofItsKind = ({ documents }: Scenario, requirements: readonly Requirement[], index: number) => {
  const kind = requirements[index]?.kind
  const nth = requirements.slice(0, index).filter((other) => other.kind === kind).length
  return documents.filter(({ asked }) => kindOfDocument(asked) === kind)[nth]
}

/**
 * What the scenario says of each requirement: its nth document of a kind is about the nth requirement of that kind. What it
 * says of one that nobody asked for is about the last requirement of which there is nothing else to say: where only a
 * passport is asked for, it is the passport that is missing.
 */
const documentSpecs = (scenario: Scenario, requirements: readonly Requirement[]): ScenarioDocument[] => {
  const matched = requirements.map((_, index) => ofItsKind(scenario, requirements, index))
  const left = scenario.documents.filter((document) => saysMore(document) && !matched.includes(document))
  return requirements
    .map(({ accepted }, index) => matched[index] ?? { asked: accepted[0]?.type ?? 'PASSPORT' })
    .reverse()
    .map((spec) => (saysMore(spec) ? spec : (left.pop() ?? spec)))
    .reverse()
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

const plannedCaptures = (id: string, document: DocumentChoice, spec: ScenarioDocument): PlannedCapture[] =>
  (spec.captures ?? ['used']).map((capture, nth) => {
    const outcome = typeof capture === 'string' ? capture : capture.outcome
    return {
      outcome,
      resourceId: outcome === 'used' ? id : deriveId(id, `captures/${nth}`),
      document: typeof capture === 'string' ? document : another(document, capture),
    }
  })

/** What becomes of each requirement of a session under a scenario. */
export const documentOutcomes = (visited: Visited, scenario: Scenario): DocumentOutcome[] => {
  const { requirements } = visited.request
  return documentSpecs(scenario, requirements).map((spec, index) => {
    // There is a word for each requirement.
    const requirement = requirements[index] as Requirement
    const document = broughtDocument(expectedDocument(requirement, visited), spec)
    if (document === undefined) return { spec, captures: [] }
    const captures = plannedCaptures(deriveId(visited.id, `documents/${index}`), document, spec)
    const used = captures.find(({ outcome }) => outcome === 'used')
    return { spec, captures, ...(used && { document: used.document, resourceId: used.resourceId }) }
  })
}

/** What the scenario says of the document that became a resource. */
export const specOfResource = (
  visited: Visited,
  scenario: Scenario,
  resourceId: string,
): ScenarioDocument | undefined =>
  documentOutcomes(visited, scenario).find(({ captures }) =>
    captures.some((capture) => capture.resourceId === resourceId),
  )?.spec
