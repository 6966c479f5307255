import type { Session } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { specOfResource } from '../visit/document-outcome.js'
import { findMedia, type MediaContent } from './find-media.js'

/** Documents whose images regulation keeps Yoti from handing out. */
const withheld = ['AADHAAR']

const names: Partial<Record<MediaContent['kind'], keyof Scenario['media']>> = {
  'document-image': 'pages',
  'document-fields': 'document_fields',
  'expanded-fields': 'expanded_document_fields',
  portrait: 'document_id_photo',
  face: 'face',
  'applicant-profile': 'applicant_profile',
}

/** What the scenario says of a media, where it is not handed out as it is. */
const answerTo = (content: MediaContent, { media }: Scenario) => {
  const name = names[content.kind]
  if (name !== undefined && media[name] !== undefined) return media[name]
  return content.kind === 'document-image' && withheld.includes(content.document.type) ? 'withheld' : undefined
}

type Asked = { readonly session: Session; readonly scenario: Scenario; readonly mediaId: string }

/**
 * A media of a session as Yoti hands it out at this instant.
 * @returns `withheld` for one without content; nothing for one that the session does not have
 */
export const findSessionMedia = (
  { session, scenario, mediaId }: Asked,
  now: number,
): MediaContent | 'withheld' | undefined => {
  const content = findMedia(session, mediaId, now, (id) => specOfResource(session, scenario, id))
  const answer = content && answerTo(content, scenario)
  if (content === undefined || answer === 'missing') return undefined
  if (answer === 'withheld') return 'withheld'
  return answer === 'empty' ? { kind: 'empty', session } : content
}
