import { namedSessionId } from '../base/ids.js'
import { idDocumentTypes } from '../engine/identity/index.js'
import type { Session } from '../engine/model/session.js'
import type { Scenario, ScenarioChecks, ScenarioDocument } from '../engine/scenarios/scenario.js'
import { createNamedSession } from '../engine/sessions/named-sessions.js'
import { withoutOptional } from './answer.js'
import type { StateProblem } from './provider-states.js'

/** The parameters of a provider state, already judged. */
export type StateParams = Readonly<Record<string, string>>

/** The session that a state is about: a named one, by its id, or a new one that must be kept. */
export type StateSession = { readonly sessionId: string; readonly session?: Session }

const isRejected = (checks: ScenarioChecks = {}) => Object.values(checks).some((outcome) => outcome !== 'approve')

const withReason = <Checks extends ScenarioChecks | undefined>(checks: Checks, reject: string): Checks =>
  // The same keys with outcomes in place of outcomes.
  checks &&
  (Object.fromEntries(
    Object.entries(checks).map(([type, outcome]) => [type, outcome === 'approve' ? outcome : { reject }]),
  ) as Checks)

const broughtType = ({ asked, brought }: ScenarioDocument) => {
  if (brought === 'nothing') return undefined
  return typeof brought === 'object' ? brought.type : asked
}

const withType = (document: ScenarioDocument, type: string): ScenarioDocument =>
  typeof document.brought === 'object'
    ? { ...document, brought: { ...document.brought, type } }
    : { ...document, asked: type }

/** A scenario with other values in the places that its shape leaves open. */
export const vary = (scenario: Scenario, { reason, id_document, supplementary_document }: StateParams): Scenario => {
  const documents = scenario.documents.map((document) => {
    const brought = broughtType(document)
    const type = brought && (idDocumentTypes.has(brought) ? id_document : supplementary_document)
    const checks = reason === undefined ? document.checks : withReason(document.checks, reason)
    return { ...(type === undefined ? document : withType(document, type)), ...(checks && { checks }) }
  })
  return {
    ...scenario,
    documents,
    checks: reason === undefined ? scenario.checks : withReason(scenario.checks, reason),
  }
}

/** Parameters that the result has no place for; empty when all have an effect. */
export const misplacedParams = (scenario: Scenario, params: StateParams): StateProblem[] => {
  const { documents, checks, visit, id } = scenario
  const brought = visit === 'none' ? [] : documents.flatMap((document) => broughtType(document) ?? [])
  const has = {
    reason: visit === 'completed' && [checks, ...documents.map((document) => document.checks)].some(isRejected),
    id_document: brought.some((type) => idDocumentTypes.has(type)),
    supplementary_document: brought.some((type) => !idDocumentTypes.has(type)),
  }
  const misplaced = Object.entries(has)
    .filter(([name, is]) => !is && params[name] !== undefined)
    .map(([name]) => ({ property: `params.${name}`, message: `the result '${id}' has no ${name}` }))
  const notSupplementary = idDocumentTypes.has(params['supplementary_document'] ?? '')
    ? [{ property: 'params.supplementary_document', message: 'is the type of an identity document' }]
    : []
  return [...misplaced, ...notSupplementary]
}

/** The scenario whose result a state names. */
export const findStateScenario = ({ result }: StateParams, scenarios: readonly Scenario[]): Scenario | undefined =>
  scenarios.find(({ id }) => id === result)

/**
 * The session that a state hands out: the scenario's named session, or one of its own where parameters change what it
 * answers.
 * @param midnight the start of today, UTC
 */
export const sessionForState = (
  scenario: Scenario,
  params: StateParams,
  { midnight, newId }: { midnight: number; newId: () => string },
): StateSession => {
  const { result: _result, extent, ...changes } = params
  if (extent !== 'minimum' && Object.keys(changes).length === 0) return { sessionId: namedSessionId(scenario.id) }
  const named = createNamedSession(vary(scenario, changes), midnight)
  const { frozenAt: _ageless, ...lasting } = extent === 'minimum' ? withoutOptional(named) : named
  const sessionId = newId()
  return { sessionId, session: { ...lasting, id: sessionId } }
}
