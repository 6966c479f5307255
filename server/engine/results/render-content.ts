import { midnightBefore, parseDuration } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import {
  applicantProfileJson,
  documentFields,
  expandedFields,
  identityProfileJson,
  loadPeople,
  nationalityFor,
  type Person,
  readFields,
  type SentProfile,
  shareCodeJson,
  watchlistResultsJson,
} from '../identity/index.js'
import { renderDocumentImage, renderFace, renderLetter, renderPortrait, renderShareCode } from '../media/index.js'
import type { FaceImage } from '../model/face-register.js'
import type { Session } from '../model/session.js'
import type { ScenarioDocument } from '../scenarios/scenario.js'
import { applicantFaceOf } from './applicant-face.js'
import { contentTypeOf, type DocumentSubject, type MediaContent } from './find-media.js'
import { letterContent } from './letter-content.js'

/** The bytes of a media, with their content type. */
type Rendered = { readonly type: string; readonly bytes: Uint8Array }

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

/** A named session's own profile is empty: its person is generated. */
const sentProfile = ({ frozenAt, request }: Session) => (frozenAt === undefined ? request.applicantProfile : undefined)

const names = ['full_name', 'given_names', 'given_name', 'family_name']

/** The profile that was sent. If it has no names, it gets those of the contact profile in the instructions. */
const sentPerson = (session: Session): SentProfile | undefined => {
  const sent = sentProfile(session)
  const contact = session.instructions?.contactProfile
  if (contact === undefined || names.some((name) => typeof sent?.[name] === 'string' && sent[name] !== '')) return sent
  return { ...sent, given_names: contact.first_name, family_name: contact.last_name }
}

/** Documents and letters have room for less: a kept state, or a scenario, may have names as long as it likes. */
const longestText = 1000

/** The same value with its texts cut. */
const cutTexts = <Value>(value: Value): Value => {
  const cut = (part: unknown): unknown => {
    if (typeof part === 'string') return part.slice(0, longestText)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, cut(inner)]))
  }
  // Only the lengths of texts differ.
  return cut(value) as Value
}

/** The person of the documents and the person of the letter, made from the server's seed and the session's id. */
const personOf = async (session: Session, seed: string): Promise<{ holder: Person; applicant: Person }> => {
  const { changedPerson } = await loadPeople()
  const { applicant: fixed = {}, createdAt: reference, request } = session
  // Taken from the required documents, which never change; the document that is brought may be from another country.
  const nationality = nationalityFor(request.requirements.flatMap(({ accepted: [first] }) => first ?? []))
  const options = { reference, nationality }
  const isOther = fixed === 'generated'
  const applicant = changedPerson(seed, cutTexts(sentPerson(session)), isOther ? {} : cutTexts(fixed), options)
  return { applicant, holder: isOther ? changedPerson(`${seed}/other`, undefined, {}, options) : applicant }
}

/** The UTC day from which scenarios count dates: the day that a named session shows, else the day of creation. */
const todayOf = ({ frozenAt, createdAt }: Session) => midnightBefore(frozenAt ?? createdAt)

const expiryOf = ({ expires }: ScenarioDocument, today: number) => {
  if (expires === undefined) return {}
  // The scenario schema accepts only durations that can be parsed.
  const duration = parseDuration(expires.replace('-', '')) ?? 0
  return { expires: today + (expires.startsWith('-') ? -duration : duration) }
}

/** The text that is printed on a document. */
const printedOn = (
  person: Person,
  { type, country, resourceId, spec }: DocumentSubject,
  session: Session,
  seed: string,
) =>
  documentFields(person, {
    type,
    country,
    seed: `${seed}/${resourceId}`,
    reference: session.createdAt,
    expired: spec?.brought === 'expired',
    ...(spec && expiryOf(spec, todayOf(session))),
  })

type ProfileContent = Extract<MediaContent, { kind: 'identity-profile' }>

/** The reports of an identity profile, one for each trust framework, on the session's own documents and checks. */
const reportsOf = (
  { session, frameworks, made: timestamp, evidence, specOf }: ProfileContent,
  person: Person,
  seed: string,
) => {
  const { subjectId } = session.request.profiles ?? {}
  const documents = evidence.documents.map(({ document, passed, checkIds }) => {
    const spec = specOf(document.id)
    const { id: resourceId, document_type: type, issuing_country: country, last_updated: capturedAt } = document
    const subject = { resourceId, type, country, ...(spec && { spec }) }
    const fields = readFields(printedOn(person, subject, session, seed), spec ?? {})
    return { resourceId, type, ...(capturedAt !== undefined && { capturedAt }), fields, passed, checkIds }
  })
  return frameworks.map(({ trust_framework: trustFramework, schemes_compliance: schemes }, index) => ({
    ...evidence,
    documents,
    reportId: deriveId(session.id, index === 0 ? 'identity_profile_report' : `identity_profile_report/${index}`),
    timestamp,
    ...(subjectId !== undefined && { subjectId }),
    trustFramework,
    schemes,
    idOf: (name: string) => deriveId(session.id, `evidence/${name}`),
  }))
}

/** The answer about an applicant's face: JSON, with the image in it. */
const applicantFace = async (image: FaceImage, seed: string): Promise<Uint8Array> => {
  if (image.kind === 'given') return json(applicantFaceOf(image.given))
  const { type, bytes } = await renderContent(image, seed)
  return json(applicantFaceOf({ type, base64: Buffer.from(bytes).toString('base64') }))
}

const bytesOf = async (content: MediaContent, serverSeed: string): Promise<Uint8Array> => {
  if (content.kind === 'applicant-face') return applicantFace(content.image, serverSeed)
  const { session } = content
  const seed = `${serverSeed}/${session.id}`
  const { holder: person, applicant } = await personOf(session, seed)
  switch (content.kind) {
    case 'document-image': {
      const { document, page, frame } = content
      const { type, country } = document
      const fields = printedOn(person, document, session, seed)
      return renderDocumentImage({ type, country, fields, seed, page, ...(frame !== undefined && { frame }) })
    }
    case 'document-fields':
      return json(readFields(printedOn(person, content.document, session, seed), content.document.spec ?? {}))
    case 'failed-fields': {
      const { type, country } = content.document
      return json({ document_type: type, issuing_country: country })
    }
    case 'expanded-fields':
      return json(
        expandedFields(readFields(printedOn(person, content.document, session, seed), content.document.spec ?? {})),
      )
    case 'empty':
      return json({})
    case 'portrait':
      return renderPortrait({ seed, fullName: person.fullName })
    case 'face':
      return renderFace({ seed, fullName: person.fullName })
    case 'facemap':
      // The format of face maps is not public, so the content is arbitrary bytes.
      return Buffer.from(`\0\xff facemap of ${session.id}`, 'latin1')
    case 'applicant-profile':
      return json(applicantProfileJson(applicant, sentProfile(session)))
    case 'generated-profile':
      return json(applicantProfileJson(applicant, sentProfile(session)))
    case 'watchlist-results': {
      const { total_hits: hits, search_config } = content.summary
      const types = search_config.categories ?? search_config.sources?.types ?? []
      return json(watchlistResultsJson(person, { id: content.mediaId, types, hits }))
    }
    case 'identity-profile': {
      return json(identityProfileJson(person, reportsOf(content, person, seed), content.isAdvanced))
    }
    case 'import-token':
      return json({ import_token: deriveId(session.id, 'import_token/content') })
    case 'share-code-profile':
      return json(shareCodeJson(person))
    case 'share-code-file':
      return renderShareCode({ applicant: person, sessionId: session.id })
    case 'given':
      return Buffer.from(content.given.base64, 'base64')
    case 'letter':
      return renderLetter({ applicant, ...letterContent(session) })
  }
}

/**
 * Renders the content of a media. The same session and seed give the same bytes.
 * @param seed the seed of the server
 */
export const renderContent = async (content: MediaContent, seed: string): Promise<Rendered> => ({
  type: contentTypeOf(content),
  bytes: await bytesOf(content, seed),
})
