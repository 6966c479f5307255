import { deriveId } from '../../base/ids.js'
import { documentTypes, kindOf } from '../identity/index.js'
import type { Requirement, Session } from '../model/session.js'
import type { DocumentChoice } from '../reference/document-choice.js'
import type { Scenario, ScenarioCapture, ScenarioDocument } from '../scenarios/scenario.js'
import type { CaptureOutcome, CaptureRecommendation } from './extraction.js'

/** The parts of a session from which a visit is planned. */
export type Visited = Pick<Session, 'id' | 'request' | 'instructions' | 'events' | 'faceSearch'>

/** How the share of a digital ID ended. */
export type ShareOutcome = 'shared' | 'failed' | 'expired'

/** One capture of a document, or one share of a digital ID, and the id of its resource. */
export type PlannedCapture = {
  readonly resourceId: string
  readonly document: DocumentChoice
  readonly outcome: CaptureOutcome
  readonly share?: ShareOutcome
  /** What the extraction recommended, where it was not to go on. */
  readonly recommendation?: CaptureRecommendation
}

/** The outcome of one required document: what the scenario specifies, and how it was captured. */
export type DocumentOutcome = {
  readonly spec: ScenarioDocument
  /** In chronological order; empty if it was not brought. */
  readonly captures: readonly PlannedCapture[]
  /** The document that checks use, and the id of its resource. */
  readonly document?: DocumentChoice
  readonly resourceId?: string
}

/** Whether a scenario describes a document beyond its type and country. */
const isDescribed = ({ asked: _asked, country: _country, kind: _kind, ...more }: ScenarioDocument) =>
  Object.keys(more).length > 0

const describedByPosition = ({ documents }: Scenario, requirements: readonly Requirement[], index: number) => {
  const kind = requirements[index]?.kind
  const nth = requirements.slice(0, index).filter((other) => other.kind === kind).length
  return documents.filter((document) => kindOf({ type: document.asked, kind: document.kind }) === kind)[nth]
}

/**
 * The scenario's description of each requirement. The nth document of a kind describes the nth requirement of that kind. A
 * description of a document that was not requested applies to the last requirement that has none of its own: under a
 * scenario with a missing bill, a session that requires only a passport lacks the passport.
 */
const documentSpecs = (scenario: Scenario, requirements: readonly Requirement[]): ScenarioDocument[] => {
  const matched = requirements.map((_, index) => describedByPosition(scenario, requirements, index))
  const unmatched = scenario.documents.filter((document) => isDescribed(document) && !matched.includes(document))
  return requirements
    .map(({ accepted }, index) => matched[index] ?? { asked: accepted[0]?.type ?? 'PASSPORT' })
    .reverse()
    .map((spec) => (isDescribed(spec) ? spec : (unmatched.pop() ?? spec)))
    .reverse()
}

/** The expected document: the one in the instructions, else the first that the requirement accepts. */
const expectedDocument = ({ id, accepted }: Requirement, { instructions }: Visited): DocumentChoice => {
  const instructed = instructions?.documents.find(({ requirement_id }) => requirement_id === id)?.document
  if (instructed !== undefined) {
    const { document_type: type, country_code: country } = instructed
    const kind = accepted.find((one) => one.type === type && one.country === country)?.kind
    return { type, country, ...(kind && { kind }) }
  }
  return accepted[0] ?? { type: 'PASSPORT', country: 'GBR' }
}

/** A document of another type than expected, even if the scenario's type happens to be the expected one. */
const otherDocument = (
  expected: DocumentChoice,
  { type, country }: { type: string; country?: string },
): DocumentChoice => ({
  type: type !== expected.type ? type : type === 'PASSPORT' ? 'DRIVING_LICENCE' : 'PASSPORT',
  country: country ?? expected.country,
})

const broughtDocument = (
  expected: DocumentChoice,
  { brought, digital_id }: ScenarioDocument,
  accepted: readonly DocumentChoice[],
): DocumentChoice | undefined => {
  if (brought === 'nothing') return undefined
  const digital = digital_id === undefined ? undefined : accepted.find(({ providers }) => providers !== undefined)
  if (digital !== undefined) return digital
  return brought === undefined || brought === 'expired' ? expected : otherDocument(expected, brought)
}

/** Nothing is captured of a digital ID: the person shares it, which may fail. */
const plannedShares = (id: string, document: DocumentChoice, { digital_id }: ScenarioDocument): PlannedCapture[] => {
  const shares: readonly ShareOutcome[] = digital_id === 'repeated' ? ['failed', 'shared'] : [digital_id ?? 'shared']
  return shares.map((share, nth) =>
    share === 'shared'
      ? { share, document, resourceId: id, outcome: 'used' }
      : { share, document, resourceId: deriveId(id, `shares/${nth}`), outcome: 'abandoned' },
  )
}

const documentOf = (document: DocumentChoice, capture: ScenarioCapture): DocumentChoice => {
  if (typeof capture === 'string' || capture.type === undefined) return document
  return otherDocument(document, { type: capture.type, ...(capture.country && { country: capture.country }) })
}

const plannedCaptures = (id: string, document: DocumentChoice, spec: ScenarioDocument): PlannedCapture[] =>
  (spec.captures ?? ['used']).map((capture, nth) => {
    const outcome = typeof capture === 'string' ? capture : capture.outcome
    return {
      outcome,
      resourceId: outcome === 'used' ? id : deriveId(id, `captures/${nth}`),
      document: documentOf(document, capture),
      ...(typeof capture === 'object' && capture.recommendation && { recommendation: capture.recommendation }),
    }
  })

/** A document of a type that nobody knows is of the kind that was asked for. */
const ofKind = (document: DocumentChoice, { kind }: Requirement): DocumentChoice =>
  document.kind !== undefined || documentTypes.includes(document.type) ? document : { ...document, kind }

/** The outcome of each requirement of a session under a scenario, in the order of the requirements. */
export const documentOutcomes = (visited: Visited, scenario: Scenario): DocumentOutcome[] => {
  const { requirements } = visited.request
  return documentSpecs(scenario, requirements).map((spec, index) => {
    // `documentSpecs` returns one spec for each requirement.
    const requirement = requirements[index] as Requirement
    const brought = broughtDocument(expectedDocument(requirement, visited), spec, requirement.accepted)
    if (brought === undefined) return { spec, captures: [] }
    const document = ofKind(brought, requirement)
    const plan = document.providers === undefined ? plannedCaptures : plannedShares
    const captures = plan(deriveId(visited.id, `documents/${index}`), document, spec).map((capture) => ({
      ...capture,
      document: ofKind(capture.document, requirement),
    }))
    const used = captures.find(({ outcome }) => outcome === 'used')
    return { spec, captures, ...(used && { document: used.document, resourceId: used.resourceId }) }
  })
}

/** The scenario's description of the document with this resource id. */
export const specOfResource = (
  visited: Visited,
  scenario: Scenario,
  resourceId: string,
): ScenarioDocument | undefined =>
  documentOutcomes(visited, scenario).find(({ captures }) =>
    captures.some((capture) => capture.resourceId === resourceId),
  )?.spec
