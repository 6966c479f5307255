import type { Schema } from '../../openapi/schema.js'
import type { FaceImage } from '../model/face-register.js'
import type { GivenMedia, Session } from '../model/session.js'
import type { ScenarioDocument } from '../scenarios/scenario.js'
import { render } from './render.js'
import { type ReportEvidence, reportEvidence } from './report-evidence.js'

/** The properties of a document that its media show. */
export type DocumentSubject = {
  readonly type: string
  readonly country: string
  readonly resourceId: string
  /** The scenario's description of the document. */
  readonly spec?: ScenarioDocument
}

/** The content of a media, which is rendered to bytes when it is sent. */
export type MediaContent =
  | {
      readonly kind: 'document-image'
      readonly document: DocumentSubject
      readonly page: number
      readonly frame?: number
      readonly session: Session
    }
  | { readonly kind: 'document-fields'; readonly document: DocumentSubject; readonly session: Session }
  | { readonly kind: 'failed-fields'; readonly document: DocumentSubject; readonly session: Session }
  | { readonly kind: 'expanded-fields'; readonly document: DocumentSubject; readonly session: Session }
  | { readonly kind: 'empty'; readonly session: Session }
  | { readonly kind: 'portrait'; readonly session: Session }
  | { readonly kind: 'face'; readonly session: Session }
  | { readonly kind: 'facemap'; readonly session: Session }
  | { readonly kind: 'applicant-profile'; readonly session: Session }
  | {
      readonly kind: 'identity-profile'
      readonly frameworks: readonly Pick<
        NonNullable<Schema<'IdentityProfile'>['identity_profile_report']>,
        'trust_framework' | 'schemes_compliance'
      >[]
      readonly made: string
      readonly isAdvanced: boolean
      /** What the report rests on, and what the scenario says of each document. */
      readonly evidence: ReportEvidence
      readonly specOf: (resourceId: string) => ScenarioDocument | undefined
      readonly session: Session
    }
  | { readonly kind: 'import-token'; readonly session: Session }
  | { readonly kind: 'share-code-profile'; readonly session: Session }
  | { readonly kind: 'share-code-file'; readonly session: Session }
  | { readonly kind: 'given'; readonly given: GivenMedia; readonly session: Session }
  | { readonly kind: 'generated-profile'; readonly session: Session }
  | {
      readonly kind: 'watchlist-results'
      readonly mediaId: string
      readonly summary: Schema<'WatchlistSummary'>
      readonly session: Session
    }
  | { readonly kind: 'letter'; readonly session: Session }
  | { readonly kind: 'applicant-face'; readonly image: FaceImage }

const contentTypes: Partial<Readonly<Record<MediaContent['kind'], string>>> = {
  'document-image': 'image/png',
  portrait: 'image/png',
  face: 'image/png',
  facemap: 'application/octet-stream',
  'share-code-file': 'application/pdf',
  letter: 'application/pdf',
}

/** The content type of a media: JSON unless it is an image or a file. */
export const contentTypeOf = (content: MediaContent): string =>
  content.kind === 'given' ? content.given.type : (contentTypes[content.kind] ?? 'application/json')

type Found = { readonly id: string; readonly content: MediaContent }
type AnyDocument = Schema<'IdDocument'> | Schema<'SupplementaryDocument'>

const referenced = (
  reference: { readonly media: { readonly id?: string } } | undefined,
  content: MediaContent,
): Found[] => (reference?.media.id === undefined ? [] : [{ id: reference.media.id, content }])

const mediaOfDocument =
  (session: Session, spec: ScenarioDocument | undefined) =>
  (resource: AnyDocument): Found[] => {
    const document = {
      type: resource.document_type,
      country: resource.issuing_country,
      resourceId: resource.id,
      ...(spec && { spec }),
    }
    const image = (page: number, frame?: number): MediaContent => ({
      kind: 'document-image',
      document,
      page,
      ...(frame !== undefined && { frame }),
      session,
    })
    return [
      ...resource.pages.flatMap(({ media, frames = [] }, page) => [
        ...(media ? [{ id: media.id, content: image(page) }] : []),
        ...frames.flatMap((frame, index) => (frame.media ? [{ id: frame.media.id, content: image(page, index) }] : [])),
      ]),
      ...referenced(resource.document_fields, { kind: 'document-fields', document, session }),
      ...resource.tasks.flatMap(({ state, generated_media }) => {
        const kind = state === 'FAILED' ? ('failed-fields' as const) : ('document-fields' as const)
        return generated_media.map(({ id }) => ({ id, content: { kind, document, session } }))
      }),
      ...('file' in resource ? referenced(resource.file, image(0)) : []),
      ...('document_id_photo' in resource ? referenced(resource.document_id_photo, { kind: 'portrait', session }) : []),
      ...('expanded_document_fields' in resource
        ? referenced(resource.expanded_document_fields, { kind: 'expanded-fields', document, session })
        : []),
    ]
  }

const mediaOfLiveness =
  (session: Session) =>
  (liveness: Schema<'LivenessCapture'>): Found[] =>
    liveness.liveness_type === 'ZOOM'
      ? [
          ...referenced(liveness.facemap, { kind: 'facemap', session }),
          ...liveness.frames.flatMap(({ media }) =>
            media ? [{ id: media.id, content: { kind: 'face' as const, session } }] : [],
          ),
        ]
      : referenced(liveness.image, { kind: 'face', session })

const mediaOfShareCode =
  (session: Session) =>
  ({ lookup_profile, returned_profile, id_photo, file }: Schema<'ShareCode'>): Found[] => [
    ...referenced(lookup_profile, { kind: 'share-code-profile', session }),
    ...referenced(returned_profile, { kind: 'share-code-profile', session }),
    ...referenced(id_photo, { kind: 'portrait', session }),
    ...referenced(file, { kind: 'share-code-file', session }),
  ]

const mediaOfProfiles = (
  session: Session,
  result: Schema<'SessionResult'>,
  specOf: (resourceId: string) => ScenarioDocument | undefined,
): Found[] => {
  const { identity_profile: profile, advanced_identity_profile: advanced, import_token } = result
  const reports = [
    {
      reports: [profile?.identity_profile_report, result.identity_profile_preview],
      isAdvanced: false,
      frameworks: profile?.identity_profile_report ? [profile.identity_profile_report] : [],
    },
    {
      reports: [advanced?.identity_profile_report, result.advanced_identity_profile_preview],
      isAdvanced: true,
      frameworks: advanced?.identity_profile_report?.compliance ?? [],
    },
  ]
  const evidence = reportEvidence(result)
  const found = reports.flatMap(({ reports: made, isAdvanced, frameworks }) =>
    made.flatMap((report) =>
      referenced(report, {
        kind: 'identity-profile',
        frameworks,
        isAdvanced,
        evidence,
        specOf,
        made: report?.media.created ?? '',
        session,
      }),
    ),
  )
  const token = import_token?.media
  return token === undefined ? found : [...found, { id: token.id, content: { kind: 'import-token', session } }]
}

/** The content of a media that a sandbox client set. */
const findGiven = (session: Session, mediaId: string): MediaContent | undefined => {
  for (const event of session.events) {
    const given = 'given' in event ? event.given?.[mediaId] : undefined
    if (given !== undefined) return { kind: 'given', given, session }
  }
  return undefined
}

const mediaOfCheck =
  (session: Session) =>
  ({ generated_profile, report }: Schema<'Check'>): Found[] => {
    const summary = report?.watchlist_summary
    const { media } = summary?.raw_results ?? {}
    return [
      ...referenced(generated_profile, { kind: 'generated-profile', session }),
      ...(summary && media
        ? [{ id: media.id, content: { kind: 'watchlist-results' as const, mediaId: media.id, summary, session } }]
        : []),
    ]
  }

/**
 * The content of a media of a session, if the session has it at this instant.
 * @param specOf the scenario's description of the document with a resource id
 */
export const findMedia = (
  session: Session,
  mediaId: string,
  now: number,
  specOf: (resourceId: string) => ScenarioDocument | undefined,
): MediaContent | undefined => {
  if (session.deletedMedia.includes(mediaId)) return undefined
  const result = render(session, now)
  const { resources } = result
  const documents = [...resources.id_documents, ...resources.supplementary_documents]
  const media = [
    ...documents.flatMap((document) => mediaOfDocument(session, specOf(document.id))(document)),
    ...resources.face_capture.flatMap(({ image }) => referenced(image, { kind: 'face', session })),
    ...resources.liveness_capture.flatMap(mediaOfLiveness(session)),
    ...resources.applicant_profiles.flatMap((profile) => referenced(profile, { kind: 'applicant-profile', session })),
    ...(resources.share_codes ?? []).flatMap(mediaOfShareCode(session)),
    ...result.checks.flatMap(mediaOfCheck(session)),
    ...mediaOfProfiles(session, result, specOf),
  ]
  const found = media.find(({ id }) => id === mediaId)?.content
  return found && (findGiven(session, mediaId) ?? found)
}
