import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent } from '../model/session.js'
import type { Captured } from './capture.js'
import type { ShareOutcome } from './document-outcome.js'
import { mediaMaker } from './media-maker.js'

/** What Yoti says of a share that did not succeed is not public: these words are ours. */
const errors: Readonly<Record<Exclude<ShareOutcome, 'shared'>, NonNullable<Schema<'DigitalIdShare'>['error']>>> = {
  failed: { code: 'SHARE_FAILED', description: 'The provider did not share the document' },
  expired: { code: 'SHARE_EXPIRED', description: 'The person did not share the document in time' },
}

/**
 * The share of a digital ID, and the document that it makes unless it fails. Its data come from the provider, so the
 * document has no pages and no task of text extraction.
 */
export const shareDigitalId = (
  { requirement, document, id, time }: Pick<Captured, 'requirement' | 'document' | 'id' | 'time'>,
  outcome: ShareOutcome,
): SessionEvent[] => {
  const { created, last_updated, reference } = mediaMaker(id, time)
  const [provider = ''] = document.providers ?? []
  const share = {
    id: deriveId(id, 'share'),
    document_type: document.type,
    issuing_country: document.country,
    provider,
    created_at: created,
    last_updated,
    resource_id: id,
    ...(outcome !== 'shared' && { error: errors[outcome] }),
  }
  const shared: SessionEvent = { at: time.at, type: 'digital-id-shared', share }
  if (outcome !== 'shared') return [shared]
  return [
    shared,
    {
      at: time.at,
      type: 'id-document-captured',
      requirementId: requirement.id,
      document: {
        id,
        tasks: [],
        source: { type: 'END_USER' },
        created_at: created,
        last_updated,
        document_type: document.type,
        issuing_country: document.country,
        pages: [],
        document_fields: reference('document_fields', 'JSON'),
        document_id_photo: reference('document_id_photo', 'IMAGE'),
        provider,
      },
    },
  ]
}
