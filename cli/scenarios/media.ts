import { YotiError } from '../../server/base/errors.js'
import { defaults } from '../../server/config/config.js'
import type { Session } from '../../server/engine/model/session.js'
import type { MediaContent } from '../../server/engine/results/find-media.js'
import { renderContent } from '../../server/engine/results/render-content.js'
import { fixedError } from '../../server/engine/scenarios/fixed-error.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import { getMediaContent } from '../../server/yoti/operations/get-media-content.js'

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

type OfDocument = Extract<MediaContent, { document: unknown }>

const names: Readonly<Record<Exclude<MediaContent['kind'], OfDocument['kind']>, string>> = {
  portrait: 'the photo on the document',
  face: "the person's face",
  facemap: "the map of the person's face",
  'applicant-profile': "the applicant's profile, as it was sent",
  'identity-profile': 'the identity profile',
  'generated-profile': 'the person that a check looked for',
  'watchlist-results': 'what a search of watchlists found',
  'import-token': 'the token that imports the identity',
  'share-code-profile': 'the profile that was shared by a code',
  'share-code-file': 'the file that was shared by a code',
  given: 'what a sandbox client gave',
  empty: 'JSON without a field',
  letter: 'the letter',
  'applicant-face': 'the face of an applicant',
}

const describe = (content: MediaContent): string => {
  if (!('document' in content)) return names[content.kind]
  const document = `the ${content.document.type} (${content.document.country})`
  switch (content.kind) {
    case 'document-image': {
      const page = `page ${content.page + 1} of ${document}`
      return content.frame === undefined ? page : `frame ${content.frame + 1} of ${page}`
    }
    case 'document-fields':
      return `the text of ${document}`
    case 'failed-fields':
      return `what a failed extraction read of ${document}`
    case 'expanded-fields':
      return `the text of ${document}, field by field`
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
