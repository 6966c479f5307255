import type { Schema } from '../../server/openapi/schema.js'

/** A media as a session names it. */
export type ListedMedia = { readonly id: string; readonly type: Schema<'MediaType'> }

const mediaTypes = ['IMAGE', 'JSON', 'BINARY', 'PDF']

const isMedia = (value: object): value is ListedMedia =>
  'id' in value && 'type' in value && mediaTypes.includes(String(value.type))

const mediaBelow = (value: unknown): ListedMedia[] => {
  if (typeof value !== 'object' || value === null) return []
  return [...(isMedia(value) ? [value] : []), ...Object.values(value).flatMap(mediaBelow)]
}

/** Every media that an answer names, wherever it stands, once. */
export const mediaOf = (answer: unknown): ListedMedia[] => [
  ...new Map(mediaBelow(answer).map((media) => [media.id, media])).values(),
]
