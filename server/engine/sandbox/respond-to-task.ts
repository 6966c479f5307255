import { tableOf } from '../../base/table.js'
import type { Schema } from '../../openapi/schema.js'
import type { GivenMedia } from '../model/session.js'

type AnyDocument = Schema<'IdDocument'> | Schema<'SupplementaryDocument'>
type TaskResult = Schema<'TaskResult'>
type Recommendation = Schema<'TaskRecommendation'>

/** Yoti's templates for a text that could not be read. With SUCCESS or any other name it was read. */
const templates: Readonly<Record<string, Recommendation>> = tableOf({
  UNSUPPORTED_DOCUMENT: { value: 'MUST_TRY_AGAIN', reason: { value: 'USER_ERROR', detail: 'UNSUPPORTED_DOCUMENT' } },
  DOCUMENT_IS_EXPIRED: { value: 'MUST_TRY_AGAIN', reason: { value: 'USER_ERROR', detail: 'DOCUMENT_IS_EXPIRED' } },
  UNABLE_TO_OCR: { value: 'MUST_TRY_AGAIN', reason: { value: 'QUALITY', detail: 'UNABLE_TO_OCR' } },
})

const recommendationOf = ({ result, result_template }: TaskResult): Recommendation | undefined => {
  const { value, reason } = result?.recommendation ?? {}
  if (!value) return Object.entries(templates).find(([name]) => name === result_template)?.[1]
  if (!reason?.value) return { value }
  return { value, reason: { value: reason.value, ...(reason.detail && { detail: reason.detail }) } }
}

const jsonMedia = (value: object): GivenMedia => ({
  type: 'application/json',
  base64: Buffer.from(JSON.stringify(value)).toString('base64'),
})

const photoOf = ({ result }: TaskResult): GivenMedia | undefined => {
  const { content_type, data } = result?.document_id_photo ?? {}
  return data ? { type: content_type ?? 'image/png', base64: data } : undefined
}

/** A captured document after a response config was applied to its text, and the media contents from that config. */
type Responded<Document extends AnyDocument> = {
  readonly document: Document
  readonly given: Readonly<Record<string, GivenMedia>>
}

/**
 * @param configured the client's result of the extraction
 * @param corrected the text that the configured text data check gives
 */
export const respondToTask = <Document extends AnyDocument>(
  document: Document,
  configured: TaskResult,
  corrected: object | undefined,
): Responded<Document> => {
  const { document_fields, ...unread } = document
  const recommendation = recommendationOf(configured)
  const fields = corrected ?? configured.result?.document_fields ?? undefined
  const isRead = fields !== undefined || recommendation === undefined || recommendation.value === 'PROGRESS'
  const photo = photoOf(configured)
  const photoId = 'document_id_photo' in document ? document.document_id_photo?.media.id : undefined
  const { detected_country, detected_document_type } = configured.result ?? {}
  const responded = {
    ...(isRead ? document : unread),
    ...(detected_country && { issuing_country: detected_country }),
    ...(detected_document_type && { document_type: detected_document_type }),
    tasks: document.tasks.map((task) => ({
      ...task,
      generated_media: isRead ? task.generated_media : [],
      ...(recommendation && { recommendation }),
    })),
  }
  const fieldsId = document_fields?.media.id
  return {
    // Only optional keys were removed.
    document: responded as Document,
    given: {
      ...(fieldsId !== undefined && fields !== undefined && { [fieldsId]: jsonMedia(fields) }),
      ...(photoId !== undefined && photo !== undefined && { [photoId]: photo }),
    },
  }
}
