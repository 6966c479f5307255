import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'

/** The time of a capture; `at` is its end. */
export type CaptureTime = { readonly at: number; readonly captureMs: number }

type Media = Schema<'Media'>
type MakeOne<Made> = (name: string, type: Schema<'MediaType'>) => Made

/** Makes what a resource refers to. Media are of the end of its capture: in captured answers both dates of a media are one. */
type MediaMaker = {
  readonly created: string
  readonly last_updated: string
  readonly media: MakeOne<Media>
  readonly reference: MakeOne<{ media: Media }>
}

/** Makes the media of one resource. Their ids are derived from the id of the resource. */
export const mediaMaker = (resourceId: string, { at, captureMs }: CaptureTime): MediaMaker => {
  const created = toInstant(at - captureMs)
  const last_updated = toInstant(at)
  const media = (name: string, type: Schema<'MediaType'>): Media => ({
    id: deriveId(resourceId, name),
    type,
    created: last_updated,
    last_updated,
  })
  return { created, last_updated, media, reference: (name, type) => ({ media: media(name, type) }) }
}
