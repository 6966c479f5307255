import { defaults } from '../../config.js'
import { YotiError } from '../../errors.js'
import { renderContent } from '../../http/render-content.js'
import { getMediaContent } from '../../operations/get-media-content.js'
import { fixedError } from '../../scenarios/fixed-error.js'
import type { Scenario } from '../../scenarios/scenario.js'
import type { MediaContent } from '../../sessions/find-media.js'
import type { Session } from '../../sessions/session.js'

type ListedMedia = { readonly id: string; readonly type: string }

/** A media of a scenario's answer: what it is, and what it says when it is JSON. */
export type ShownMedia = ListedMedia & { readonly is: string; readonly content?: unknown }

const mediaTypes = ['IMAGE', 'JSON', 'BINARY', 'PDF']

const isMedia = (value: object): value is ListedMedia =>
  'id' in value && 'type' in value && mediaTypes.includes(String(value.type))

const listed = (value: unknown): ListedMedia[] => {
  if (typeof value !== 'object' || value === null) return []
  return [...(isMedia(value) ? [value] : []), ...Object.values(value).flatMap(listed)]
}

const describe = (content: MediaContent): string => {
  switch (content.kind) {
    case 'document-image': {
      const { document, page, frame } = content
      const side = `page ${page + 1} of the ${document.type} (${document.country})`
      return frame === undefined ? side : `frame ${frame + 1} of ${side}`
    }
    case 'document-fields':
      return `the text of the ${content.document.type} (${content.document.country})`
    case 'expanded-fields':
      return `the text of the ${content.document.type} (${content.document.country}), field by field`
    case 'portrait':
      return 'the photo on the document'
    case 'face':
      return "the person's face"
    case 'facemap':
      return "the map of the person's face"
    case 'applicant-profile':
      return "the applicant's profile, as it was sent"
    case 'letter':
      return 'the letter'
  }
}

const answered = (scenario: Scenario, session: Session, mediaId: string) => {
  const request = { path: { sessionId: session.id, mediaId }, query: {}, body: undefined }
  const fixed = fixedError(scenario, 'getMediaContent')
  if (fixed !== undefined) return { error: new YotiError(fixed) }
  try {
    return getMediaContent({ request, session, now: session.createdAt }, { scenario })
  } catch (error) {
    if (error instanceof YotiError) return { error }
    throw error
  }
}

const show = async (scenario: Scenario, session: Session, { id, type }: ListedMedia): Promise<ShownMedia> => {
  const answer = answered(scenario, session, id)
  if ('error' in answer) return { id, type, is: `withheld: ${answer.error.status} ${answer.error.code}` }
  if (!('content' in answer)) return { id, type, is: `withheld: ${answer.status}` }
  const is = describe(answer.content)
  if (type !== 'JSON') return { id, type, is }
  const { bytes } = await renderContent(answer.content, defaults.seed)
  return { id, type, is, content: JSON.parse(Buffer.from(bytes).toString('utf8')) }
}

/** Every media that an answer names, wherever it stands, once. */
export const mediaOf = (scenario: Scenario, session: Session, answer: unknown): Promise<ShownMedia[]> => {
  const once = new Map(listed(answer).map((media) => [media.id, media]))
  return Promise.all([...once.values()].map((media) => show(scenario, session, media)))
}
