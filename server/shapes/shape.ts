import { namedSessionId } from '../base/ids.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { exampleAnswer, type ResultAnswer, type ShapeAnswer } from './answer.js'
import { groupsOf } from './groups.js'
import { resultSignature } from './signature.js'
import type { Values } from './values.js'

/**
 * `decisions` is everything that a decision about a person in a branch depends on, `core` the least of it: the five
 * results with their ends, and the errors. `future` has values that no client has seen yet, `gateway` what is answered in Yoti's place; `at-home` are results of sessions without a branch, `more` is every other
 * answer of reading a session; the answers of other operations are grouped as openapi.yaml tags them (`sessions`, `instructions`, `media`, …).
 */
export type ShapeGroup = 'decisions' | 'future' | 'gateway' | 'core' | 'more' | 'at-home' | (string & {})

/** How much an interaction shows of what Yoti may leave out. */
export type Extent = 'maximum' | 'minimum'

/** An answer that a consumer must be able to handle, and the state that makes a provider give it. */
export type Shape = {
  /** The id of the scenario that is its example. */
  readonly id: string
  readonly title: string
  /** Different for each shape: what a pact calls its interaction. */
  readonly description: string
  readonly group: ShapeGroup
  /** Every group that it is in: its own, and `decisions` where a decision in a branch depends on it. */
  readonly groups: readonly ShapeGroup[]
  /** The operationId. */
  readonly operation: string
  readonly provenance: Scenario['provenance']
  /** The provider state, with the parameters that make it this shape. */
  readonly state: string
  readonly params: Readonly<Record<string, string>>
  /** The session that the state hands out. */
  readonly sessionId: string
  /** Everything that the state hands out, by name: wherever a request holds one of these, the verified one has its own. */
  readonly values: Values
  /** What the request sends, as an example. */
  readonly sends?: unknown
  /** Every scenario that answers like this. */
  readonly scenarios: readonly string[]
  /** The example; the sparsest one only where it differs. */
  readonly answers: Readonly<{ maximum: ShapeAnswer; minimum?: ShapeAnswer }>
}

/** The provider states. */
export const stateNames = {
  result: 'a session has the result',
  success: 'an operation succeeds',
  error: 'an operation answers an error',
  changed: 'a session has a changed result',
  gateway: 'a gateway answers',
} as const

/** The results that have their ends in `core` by name, even where the wire cannot tell two of them apart. */
const results = ['all-approve', 'missing-document', 'profile-mismatch', 'wrong-document', 'invalid-document']
const ends = ['', '-rejected', '-expired']
const coreResults = results.flatMap((id) => ends.map((end) => `${id}${end}`))

const isAtHome = ({ order }: Scenario) => (typeof order === 'string' ? order : order.like) === 'home'

const groupOf = (scenario: Scenario, answer: ResultAnswer): ShapeGroup => {
  if ('error' in answer || coreResults.includes(scenario.id)) return 'core'
  return isAtHome(scenario) ? 'at-home' : 'more'
}

const providerStateFor = (id: string, answer: ResultAnswer): Pick<Shape, 'state' | 'params'> =>
  'error' in answer
    ? { state: stateNames.error, params: { operation: 'getSession', code: answer.error.code } }
    : { state: stateNames.result, params: { result: id } }

/** The example of a scenario's shape, and the sparsest one where it differs. */
export const answersOf = (scenario: Scenario): Shape['answers'] => {
  const maximum = exampleAnswer(scenario, 'maximum')
  const minimum = exampleAnswer(scenario, 'minimum')
  return JSON.stringify(minimum) === JSON.stringify(maximum) ? { maximum } : { maximum, minimum }
}

const shapeOf = (scenario: Scenario, answer: ResultAnswer, scenarios: readonly string[]): Shape => {
  const { id, title, provenance } = scenario
  return {
    id,
    title,
    description: `getSession answers ${id}`,
    group: groupOf(scenario, answer),
    groups: groupsOf(id, groupOf(scenario, answer)),
    operation: 'getSession',
    provenance,
    ...providerStateFor(id, answer),
    sessionId: namedSessionId(id),
    values: { sessionId: namedSessionId(id) },
    scenarios,
    answers: answersOf(scenario),
  }
}

const rank = ({ id }: Scenario) => {
  const at = coreResults.indexOf(id)
  return at === -1 ? coreResults.length : at
}

/** The shapes of scenarios' answers, as `shapesOf` makes them, with a stop after each scenario and each shape. */
export function* shapesInSteps(scenarios: readonly Scenario[]): Generator<readonly Shape[], Shape[]> {
  const found: { scenario: Scenario; answer: ResultAnswer; signature: string; joined: string[] }[] = []
  for (const scenario of [...scenarios].sort((a, b) => rank(a) - rank(b))) {
    const answer = exampleAnswer(scenario, 'maximum')
    const signature = resultSignature(answer)
    const same = found.find((shape) => shape.signature === signature)
    if (same === undefined || coreResults.includes(scenario.id))
      found.push({ scenario, answer, signature, joined: [scenario.id] })
    else same.joined.push(scenario.id)
    yield []
  }
  const shapes: Shape[] = []
  for (const { scenario, answer, joined } of found) {
    shapes.push(shapeOf(scenario, answer, joined))
    yield []
  }
  return shapes.sort((a, b) => Number(b.group === 'core') - Number(a.group === 'core'))
}

/**
 * The shapes of scenarios' answers, `core` first. A scenario that is not one of the named results joins the first shape
 * that its answer has the signature of, or makes one.
 */
export const shapesOf = (scenarios: readonly Scenario[]): Shape[] => {
  const steps = shapesInSteps(scenarios)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
