import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { kindOf } from '../identity/index.js'
import type { Requirement, SessionEvent, SessionRequest } from '../model/session.js'
import type { DocumentChoice } from '../reference/document-choice.js'
import type { ScenarioDocument } from '../scenarios/scenario.js'
import { type CaptureOutcome, type CaptureRecommendation, extractionOf, taskOf } from './extraction.js'
import { type CaptureTime, mediaMaker } from './media-maker.js'

/** The photographs of an identity document: one page with three frames for a booklet, two pages with two each for a card. */
const layoutOf = (type: string) =>
  type === 'PASSPORT' || type === 'TRAVEL_DOCUMENT' ? { pages: 1, frames: 3 } : { pages: 2, frames: 2 }

const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index))

/** A capture that is made, and everything that it follows from. */
export type Captured = {
  readonly requirement: Requirement
  readonly document: DocumentChoice
  readonly id: string
  readonly request: SessionRequest
  readonly spec: ScenarioDocument
  readonly outcome: CaptureOutcome
  readonly recommendation?: CaptureRecommendation
  readonly time: CaptureTime
}

const withoutId = ({ id: _id, ...media }: Schema<'Media'>) => media

/** The extraction task of a document, the media of its text, and the photo of the person if the document has one. */
const extracted = (
  { id, request, time, document, spec, outcome, recommendation }: Captured,
  kind: Requirement['kind'],
): Pick<Schema<'IdDocument'>, 'tasks' | 'document_fields' | 'expanded_document_fields' | 'document_id_photo'> => {
  const extraction = extractionOf(request, kind, id, spec.text)
  if (extraction === undefined) return { tasks: [] }
  const { created, last_updated, media, reference } = mediaMaker(id, time)
  const fields = media('document_fields', 'JSON')
  const { state, hasText } = taskOf(extraction, outcome)
  const isUsed = outcome === 'used'
  const expands = extraction.task.config?.create_expanded_document_fields === true && kind === 'ID_DOCUMENT'
  const hasPhoto = kind === 'ID_DOCUMENT' && document.type !== 'TRAVEL_DOCUMENT' && state === 'DONE'
  const task: Schema<'Task'> = {
    type: extraction.task.type,
    id: deriveId(id, 'extraction'),
    state: recommendation ? 'DONE' : state,
    created,
    last_updated,
    generated_checks:
      isUsed && extraction.checkId !== undefined ? [{ id: extraction.checkId, type: extraction.checkType }] : [],
    // A failed attempt also has a media, with the few fields that it read.
    generated_media: hasText || (state === 'FAILED' && !recommendation) ? [{ id: fields.id, type: 'JSON' }] : [],
    // Captured at home since 2024, and never in a branch.
    ...(!request.inBranch && state === 'DONE' && hasText && { recommendation: { value: 'PROGRESS' as const } }),
    ...(recommendation && { recommendation }),
  }
  return {
    tasks: [task],
    ...(hasText && { document_fields: { media: spec.fields_id === false ? withoutId(fields) : fields } }),
    ...(hasText && expands && { expanded_document_fields: reference('expanded_document_fields', 'JSON') }),
    ...(hasPhoto && { document_id_photo: reference('document_id_photo', 'IMAGE') }),
  }
}

/** A capture of a document, in a branch or at home. Only a capture that is used fulfils the requirement. */
export const captureDocument = (captured: Captured): SessionEvent => {
  const { requirement, document, id, request, outcome, time } = captured
  const { created, last_updated, media, reference } = mediaMaker(id, time)
  const kind = kindOf(document)
  const { document_fields, document_id_photo, expanded_document_fields, tasks } = extracted(captured, kind)
  const resource = {
    id,
    tasks,
    source: { type: request.inBranch ? ('IBV' as const) : ('END_USER' as const) },
    created_at: created,
    last_updated,
    document_type: document.type,
    issuing_country: document.country,
  }
  const isUploaded = captured.spec.uploaded === true && !request.inBranch
  const page = (index: number, frames: number): Schema<'Page'> =>
    outcome === 'abandoned'
      ? { frames: times(frames, () => ({})) }
      : {
          capture_method: isUploaded ? 'UPLOAD' : 'CAMERA',
          media: media(`pages/${index}`, 'IMAGE'),
          // Yoti's samples of branches have none on the page of a supplementary document; a file is no film.
          ...(frames > 0 &&
            !isUploaded && { frames: times(frames, (frame) => reference(`pages/${index}/frames/${frame}`, 'IMAGE')) }),
          ...(isUploaded && { extraction_image_ids: [media(`pages/${index}`, 'IMAGE').id] }),
        }
  const event = { at: time.at, ...(outcome === 'used' && { requirementId: requirement.id }) }
  if (kind === 'SUPPLEMENTARY_DOCUMENT')
    return {
      ...event,
      type: 'supplementary-document-captured',
      document: {
        ...resource,
        pages: isUploaded ? [] : [page(0, 0)],
        ...(document_fields && { document_fields }),
        ...(isUploaded && { file: reference('file', 'IMAGE') }),
      },
    }
  const { pages, frames } = outcome === 'abandoned' ? { pages: 2, frames: 2 } : layoutOf(document.type)
  const fields = {
    ...(document_fields && { document_fields }),
    ...(expanded_document_fields && { expanded_document_fields }),
    ...(document_id_photo && { document_id_photo }),
  }
  return {
    ...event,
    type: 'id-document-captured',
    document: { ...resource, pages: times(pages, (index) => page(index, frames)), ...fields },
  }
}

/** The person's face, photographed in a branch. It has no image if the clerk did not finish. */
export const captureFace = (id: string, outcome: 'used' | 'unfinished', time: CaptureTime): SessionEvent => {
  const { created, last_updated, reference } = mediaMaker(id, time)
  const face = {
    id,
    tasks: [],
    source: { type: 'IBV' as const },
    created_at: created,
    last_updated,
    ...(outcome === 'used' && { image: reference('image', 'IMAGE') }),
  }
  return { at: time.at, type: 'face-captured', face }
}

/** The person's face, filmed at home. */
export const captureLiveness = (id: string, type: 'ZOOM' | 'STATIC', time: CaptureTime): SessionEvent => {
  const { created, last_updated, reference } = mediaMaker(id, time)
  const resource = { id, tasks: [], source: { type: 'END_USER' as const }, created_at: created, last_updated }
  // Seven in every captured answer, the last four without a picture.
  const frames = [...times(3, (frame) => reference(`frames/${frame}`, 'IMAGE')), {}, {}, {}, {}]
  const liveness: Schema<'LivenessCapture'> =
    type === 'ZOOM'
      ? { ...resource, frames, liveness_type: 'ZOOM', facemap: reference('facemap', 'BINARY') }
      : { ...resource, image: reference('image', 'IMAGE'), liveness_type: 'STATIC', capture_type: 'PHOTOGRAPH' }
  return { at: time.at, type: 'liveness-captured', liveness }
}
