import { toInstant } from '../clock.js'
import { deriveId } from '../ids.js'
import type { Schema } from '../openapi/schema.js'
import type { RequiredDocument, SessionEvent } from './session.js'

/** Types that Yoti lists under `id_documents`; every other type is a supplementary document. */
export const idDocumentTypes: ReadonlySet<string> = new Set([
  'PASSPORT',
  'DRIVING_LICENCE',
  'NATIONAL_ID',
  'RESIDENCE_PERMIT',
  'TRAVEL_DOCUMENT',
])

/** How Yoti photographs an identity document: a booklet has one page of three frames, a card two pages of two. */
const layoutOf = (type: string) =>
  type === 'PASSPORT' || type === 'TRAVEL_DOCUMENT' ? { pages: 1, frames: 3 } : { pages: 2, frames: 2 }

/** How long the clerk takes to photograph a document. */
const captureMs = 20_000

const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index))

/** A document that the clerk has captured, in a branch, without text extraction. */
export const captureDocument = (document: RequiredDocument, id: string, at: number): SessionEvent => {
  const created = toInstant(at - captureMs)
  const last_updated = toInstant(at)
  const image = (name: string): Schema<'Media'> => ({ id: deriveId(id, name), type: 'IMAGE', created, last_updated })
  const page = (index: number, frames: number): Schema<'Page'> => ({
    capture_method: 'CAMERA',
    media: image(`pages/${index}`),
    frames: times(frames, (frame) => ({ media: image(`pages/${index}/frames/${frame}`) })),
  })
  const resource = {
    id,
    tasks: [],
    source: { type: 'IBV' as const },
    created_at: created,
    last_updated,
    document_type: document.type,
    issuing_country: document.country,
  }
  if (!idDocumentTypes.has(document.type))
    return { at, type: 'supplementary-document-captured', document: { ...resource, pages: [page(0, 0)] } }
  const { pages, frames } = layoutOf(document.type)
  return {
    at,
    type: 'id-document-captured',
    document: { ...resource, pages: times(pages, (index) => page(index, frames)) },
  }
}
