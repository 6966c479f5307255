import { YotiError } from '../../base/errors.js'
import { findMedia, type MediaContent } from '../../engine/results/find-media.js'
import type { Scenario } from '../../engine/scenarios/scenario.js'
import { specOfResource } from '../../engine/visit/document-outcome.js'
import type { Operation } from '../operation.js'

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

export const getMediaContent: Operation<'getMediaContent', 'scenario'> = ({ request, session, now }, { scenario }) => {
  const content = findMedia(session, request.path.mediaId, now, (id) => specOfResource(session, scenario, id))
  const answer = content && answerTo(content, scenario)
  if (content === undefined || answer === 'missing') throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
  if (answer === 'withheld') return { status: 204 }
  return { status: 200, content: answer === 'empty' ? { kind: 'empty', session } : content }
}
