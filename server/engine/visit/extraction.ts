import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import type { Requirement, SessionRequest } from '../model/session.js'
import type { ScenarioCapture, ScenarioDocument } from '../scenarios/scenario.js'

/** The outcome of one capture. */
export type CaptureOutcome = Extract<ScenarioCapture, string>

/** What an extraction recommends after a capture that is to be repeated. */
export type CaptureRecommendation = Schema<'TaskRecommendation'>

/** The requested extraction of one document, and the check that it makes if people have to review the text. */
export type Extraction = {
  readonly task: Schema<'RequestedTask'>
  readonly result: NonNullable<ScenarioDocument['text']>
  readonly checkId?: string
  readonly checkType: 'ID_DOCUMENT_TEXT_DATA_CHECK' | 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK'
}

/** The extraction of a document's text, if the create request asks for it. */
export const extractionOf = (
  { tasks }: SessionRequest,
  kind: Requirement['kind'],
  documentId: string,
  result: Extraction['result'] = 'read',
): Extraction | undefined => {
  const task = tasks.find(({ type }) => type === `${kind}_TEXT_DATA_EXTRACTION`)
  if (task === undefined) return undefined
  const checkType = `${kind}_TEXT_DATA_CHECK` as const
  if (result === 'read' && task.config?.manual_check !== 'ALWAYS') return { task, result, checkType }
  return { task, result, checkType, checkId: deriveId(documentId, 'text-data-check') }
}

/** The state of an extraction's task, and whether there is text to read. */
export const taskOf = (
  { result }: Extraction,
  outcome: CaptureOutcome,
): { state: Schema<'Task'>['state']; hasText: boolean } => {
  if (outcome === 'abandoned') return { state: 'CREATED', hasText: false }
  if (outcome === 'failed') return { state: 'FAILED', hasText: false }
  if (result === 'pending') return { state: 'PENDING', hasText: false }
  return { state: 'DONE', hasText: result !== 'failed' }
}
