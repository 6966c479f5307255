import type { Scenario } from '../engine/scenarios/scenario.js'
import { fieldEvidence, operationEvidence } from './document-evidence.js'
import { type Evidence, scenarioEvidence } from './evidence.js'
import { type Observations, raiseAnswer } from './own-recordings.js'
import type { Shape } from './shape.js'
import type { WebhookShape } from './webhook-shapes.js'

const evidenceAt = (list: readonly { readonly path: string; readonly evidence: Evidence }[], wanted: string) =>
  list.find(({ path }) => path === wanted)?.evidence

const isError = ({ answers: { maximum } }: Shape) => 'error' in maximum

const ownEvidence = (shape: Shape, scenarios: readonly Scenario[]): Evidence => {
  const scenario = scenarios.find(({ id }) => id === shape.scenarios[0])
  if (scenario !== undefined) return scenarioEvidence(scenario)
  if (shape.provenance !== 'documented') return { grade: shape.provenance, source: `mock-yoti, the shape ${shape.id}` }
  const found = isError(shape)
    ? evidenceAt(fieldEvidence(), 'Error.code')
    : evidenceAt(operationEvidence(), shape.operation)
  return found ?? { grade: shape.provenance, source: `openapi.yaml, ${shape.operation}` }
}

/** How we know of the answer of a shape, with what a team has seen itself. */
export const shapeEvidence = (shape: Shape, scenarios: readonly Scenario[], seen?: Observations): Evidence =>
  raiseAnswer(shape, ownEvidence(shape, scenarios), seen)

/** How we know of a notification: of its topic, else of notifications at all. */
export const topicEvidence = ({ topic, body }: WebhookShape, seen?: Observations): Evidence => {
  const fields = fieldEvidence()
  const own = seen?.fields.get(`NotificationTopic=${topic}`)
  if (own !== undefined) return { grade: 'observed', source: 'your own recordings', own: true, ...own }
  const named = evidenceAt(fields, `NotificationTopic=${topic}`) ?? evidenceAt(fields, 'SessionNotification.topic')
  return named ?? { grade: 'documented', source: `openapi.yaml, ${Object.keys(body).join(', ')}` }
}
