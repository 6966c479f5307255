/** Everything that the contract kit takes from this room. */
export type { ResultAnswer, ShapeAnswer } from './answer.js'
export { decisivePaths, pinnedPaths } from './decisive.js'
export { type DocumentOperation, documentOperation, documentOperations } from './document-operation.js'
export {
  alternativeOf,
  alternativesOf,
  type DocumentSchema,
  isOpen,
  itemsOf,
  propertyNames,
  propertyOf,
  type SchemaObject,
  schemaNamed,
} from './document-schema.js'
export { everyShape, otherShapesOf, resultShapesOf } from './every-shape.js'
export { describeEvidence, type Evidence, type Grade, grades, scenarioEvidence } from './evidence.js'
export { exampleBytes } from './example-bytes.js'
export { type FutureChange, futureChanges, futureResults, harmlessChanges, newTopic } from './future.js'
export { type Observations, readObservations } from './own-recordings.js'
export { judgeState, type ProviderState, providerStates } from './provider-states.js'
export { answersOf, type Extent, type Shape, type ShapeGroup, stateNames } from './shape.js'
export { shapeEvidence, topicEvidence } from './shape-evidence.js'
export { parseStateName } from './state-name.js'
export { misplacedParams, vary } from './state-session.js'
export { mapStrings, nameOf, type Values } from './values.js'
export { findWebhook, type WebhookShape, webhookShapes } from './webhook-shapes.js'
