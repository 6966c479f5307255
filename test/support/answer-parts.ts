import { deriveId } from '../../server/base/ids.js'
import type { Schema } from '../../server/openapi/schema.js'

export type Answer = Schema<'SessionResult'>
export type Document = Schema<'IdDocument'>
export type Check = Schema<'Check'>
type SubCheck = Schema<'SubCheck'>
/** What documents, faces and applicant profiles have in common. */
type Resource = Pick<Document, 'id' | 'tasks' | 'source' | 'created_at' | 'last_updated'>

/** The person of every answer here: nothing of this may be found in an imported scenario. */
export const person = 'Ottoline Featherstonehaugh'

export const idOf = (name: string): string => deriveId('5e0f54e4-5b5a-5f1a-9c9d-1f2b3c4d5e6f', name)
export const minute = (at: number): string => new Date(Date.UTC(2023, 5, 12, 10, at)).toISOString().replace('.000', '')
export const media = (name: string, type: Schema<'MediaType'>, at: number): Schema<'Media'> => ({
  id: idOf(name),
  type,
  created: minute(at),
  last_updated: minute(at),
})

export const resource = (name: string, at: number, type: Schema<'Source'>['type'] = 'IBV'): Resource => ({
  id: idOf(name),
  tasks: [],
  source: { type },
  created_at: minute(at),
  last_updated: minute(at),
})

export const pagesOf = (name: string, type: string, at: number): Document['pages'] => {
  const [pages, frames] = type === 'PASSPORT' ? [1, 3] : [2, 2]
  return Array.from({ length: pages }, (_, page) => ({
    capture_method: 'CAMERA' as const,
    media: media(`${name}/${page}`, 'IMAGE', at),
    frames: Array.from({ length: frames }, (_frame, frame) => ({
      media: media(`${name}/${page}/${frame}`, 'IMAGE', at),
    })),
  }))
}

/** A document whose text was not asked for. */
export const captured = (name: string, type: string, at: number, changes: Partial<Document> = {}): Document => ({
  ...resource(name, at),
  document_type: type,
  issuing_country: 'GBR',
  pages: pagesOf(name, type, at),
  ...changes,
})

export const extraction = (name: string, state: Schema<'Task'>['state'], at: number): Schema<'Task'> => ({
  type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION',
  id: idOf(`${name}/task`),
  state,
  created: minute(at),
  last_updated: minute(at),
  generated_checks: [],
  generated_media: state === 'CREATED' ? [] : [{ id: idOf(`${name}/fields`), type: 'JSON' }],
})

/** A document whose text was read. */
export const read = (name: string, type: string, at: number, changes: Partial<Document> = {}): Document =>
  captured(name, type, at, {
    tasks: [extraction(name, 'DONE', at)],
    document_fields: { media: media(`${name}/fields`, 'JSON', at) },
    document_id_photo: { media: media(`${name}/photo`, 'IMAGE', at) },
    ...changes,
  })

export const failed = (name: string, type: string, at: number): Document =>
  captured(name, type, at, { tasks: [extraction(name, 'FAILED', at)] })

export const abandoned = (name: string, type: string, at: number): Document =>
  captured(name, type, at, {
    tasks: [extraction(name, 'CREATED', at)],
    pages: [{ frames: [{}, {}] }, { frames: [{}, {}] }],
  })

export const face = (name: string, at: number): Schema<'FaceCapture'> => ({
  ...resource(name, at),
  image: { media: media(`${name}/image`, 'IMAGE', at) },
})

export const profile: Schema<'ApplicantProfile'> = {
  ...resource('profile', 0, 'RELYING_BUSINESS'),
  media: media('profile/media', 'JSON', 0),
}

export const check = (type: Check['type'], used: readonly { id: string }[], changes: Partial<Check> = {}): Check => ({
  type,
  id: idOf(`${type}/${used[0]?.id}`),
  state: 'DONE',
  resources_used: used.map(({ id }) => id),
  generated_media: [],
  report: { recommendation: { value: 'APPROVE' }, breakdown: [] },
  created: minute(30),
  last_updated: minute(30),
  ...(type === 'DOCUMENT_SCHEME_VALIDITY_CHECK' && { scheme: 'UK_GDS' }),
  ...changes,
})

export const found = (
  sub_check: string,
  result: SubCheck['result'],
  process: NonNullable<SubCheck['process']>,
  details: Readonly<Record<string, string>> = {},
): SubCheck => ({
  sub_check,
  result,
  details: Object.entries(details).map(([name, value]) => ({ name, value })),
  process,
})

export const chip: SubCheck[] = [
  'chip_csca_trusted',
  'chip_data_integrity',
  'chip_digital_signature_verification',
  'chip_parse',
  'chip_sod_parse',
  'document_in_date',
  'fraud_list_check',
  'mrz_validation',
  'ocr_mrz_comparison',
].map((name) => found(name, 'PASS', 'AUTOMATED'))

const looked = ['hologram', 'no_sign_of_forgery', 'no_sign_of_tampering', 'other_security_features']

/** A passport without a chip as it was captured, with a harmless failure that every such answer has. */
export const withoutChip: SubCheck[] = [
  ...['document_in_date', 'fraud_list_check', 'mrz_validation', 'ocr_mrz_comparison'].map((name) =>
    found(name, 'PASS', 'AUTOMATED'),
  ),
  ...[...looked, 'hologram_movement', 'physical_document_captured'].map((name) => found(name, 'PASS', 'EXPERT_REVIEW')),
  found('yoti_fraud_list_check', 'FAIL', 'AUTOMATED', { provider_org: 'Yoti Ltd' }),
].sort((a, b) => (a.sub_check < b.sub_check ? -1 : 1))

export const report = (
  value: Schema<'Recommendation'>['value'],
  breakdown: SubCheck[],
  reason?: string,
): Schema<'Report'> => ({
  recommendation: { value, ...(reason !== undefined && { reason }) },
  breakdown,
})

export const matched: Schema<'Report'> = report('APPROVE', [
  found('ai_face_match', 'PASS', 'AUTOMATED', { confidence_score: '0.95' }),
])

export const byPeople = (result: SubCheck['result'], score: string): SubCheck[] => [
  found('ai_face_match', 'FAIL', 'AUTOMATED', { confidence_score: score }),
  found('manual_face_match', result, 'EXPERT_REVIEW'),
]

type Hybrid = {
  documents: Document[]
  used?: Document
  faces?: Schema<'FaceCapture'>[]
  authenticity?: Schema<'Report'>
  faceMatch?: Schema<'Report'>
  more?: Check[]
}

export const completed = (resources: Partial<Answer['resources']>, checks: Check[]): Answer => ({
  client_session_token_ttl: 1_200_345,
  session_id: idOf('session'),
  state: 'COMPLETED',
  resources: {
    id_documents: [],
    supplementary_documents: [],
    liveness_capture: [],
    face_capture: [],
    applicant_profiles: [profile],
    ...resources,
  },
  checks,
  user_tracking_id: person,
})

/** A session as GOV.UK One Login's: one document, a face, and five checks. */
export const hybrid = ({
  documents,
  faces = [face('face', 20)],
  authenticity,
  faceMatch,
  more = [],
  ...given
}: Hybrid): Answer => {
  const used = given.used ?? (documents[0] as Document)
  const taken = faces.find(({ image }) => image !== undefined) as Schema<'FaceCapture'>
  return completed({ id_documents: documents, face_capture: faces }, [
    check('ID_DOCUMENT_AUTHENTICITY', [used], { report: authenticity ?? report('APPROVE', chip) }),
    check('ID_DOCUMENT_FACE_MATCH', [used, taken], { report: faceMatch ?? matched }),
    check('IBV_VISUAL_REVIEW_CHECK', [used]),
    check('DOCUMENT_SCHEME_VALIDITY_CHECK', [used]),
    check('PROFILE_DOCUMENT_MATCH', [used, profile]),
    ...more,
  ])
}
