export type { Extent, ShapeGroup } from '../../server/shapes/index.js'
export { mergePacts, type WrittenPact } from './merge-pacts.js'
export { type Coverage, missingShapes, mustCoverShapes } from './missing-shapes.js'
export { type PactRun, pactRun } from './pact-run.js'
export { operationShapes, type ResultShape, type ResultShapes, resultShapes, type Shapes } from './result-shapes.js'
export { type WebhookShapes, webhookShapes } from './webhook-shapes.js'
export {
  type Expectation,
  type WebhookBody,
  type YotiPact,
  type YotiPactOptions,
  type YotiStandIn,
  yotiPact,
} from './yoti-pact.js'
