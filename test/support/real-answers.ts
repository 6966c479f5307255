import { deriveId } from '../../server/ids.js'
import type { Schema } from '../../server/openapi/schema.js'

type Answer = Schema<'SessionResult'>
type Document = Schema<'IdDocument'>
type Check = Schema<'Check'>
type SubCheck = Schema<'SubCheck'>

/** The person of every answer here: nothing of this may be found in an imported scenario. */
export const person = 'Ottoline Featherstonehaugh'

const idOf = (name: string) => deriveId('5e0f54e4-5b5a-5f1a-9c9d-1f2b3c4d5e6f', name)
const minute = (at: number) => new Date(Date.UTC(2023, 5, 12, 10, at)).toISOString().replace('.000', '')
const media = (name: string, type: Schema<'MediaType'>, at: number): Schema<'Media'> => ({
  id: idOf(name),
  type,
  created: minute(at),
  last_updated: minute(at),
})

const resource = (name: string, at: number, type: Schema<'Source'>['type'] = 'IBV') => ({
  id: idOf(name),
  tasks: [],
  source: { type },
  created_at: minute(at),
  last_updated: minute(at),
})

const pagesOf = (name: string, type: string, at: number): Document['pages'] => {
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
const captured = (name: string, type: string, at: number, changes: Partial<Document> = {}): Document => ({
  ...resource(name, at),
  document_type: type,
  issuing_country: 'GBR',
  pages: pagesOf(name, type, at),
  ...changes,
})

const extraction = (name: string, state: Schema<'Task'>['state'], at: number): Schema<'Task'> => ({
  type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION',
  id: idOf(`${name}/task`),
  state,
  created: minute(at),
  last_updated: minute(at),
  generated_checks: [],
  generated_media: state === 'CREATED' ? [] : [{ id: idOf(`${name}/fields`), type: 'JSON' }],
})

/** A document whose text was read. */
const read = (name: string, type: string, at: number, changes: Partial<Document> = {}): Document =>
  captured(name, type, at, {
    tasks: [extraction(name, 'DONE', at)],
    document_fields: { media: media(`${name}/fields`, 'JSON', at) },
    document_id_photo: { media: media(`${name}/photo`, 'IMAGE', at) },
    ...changes,
  })

const failed = (name: string, type: string, at: number) =>
  captured(name, type, at, { tasks: [extraction(name, 'FAILED', at)] })

const abandoned = (name: string, type: string, at: number) =>
  captured(name, type, at, {
    tasks: [extraction(name, 'CREATED', at)],
    pages: [{ frames: [{}, {}] }, { frames: [{}, {}] }],
  })

const face = (name: string, at: number): Schema<'FaceCapture'> => ({
  ...resource(name, at),
  image: { media: media(`${name}/image`, 'IMAGE', at) },
})

const profile: Schema<'ApplicantProfile'> = {
  ...resource('profile', 0, 'RELYING_BUSINESS'),
  media: media('profile/media', 'JSON', 0),
}

const check = (type: Check['type'], used: readonly { id: string }[], changes: Partial<Check> = {}): Check => ({
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

const found = (
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

const chip = [
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
const withoutChip = [
  ...['document_in_date', 'fraud_list_check', 'mrz_validation', 'ocr_mrz_comparison'].map((name) =>
    found(name, 'PASS', 'AUTOMATED'),
  ),
  ...[...looked, 'hologram_movement', 'physical_document_captured'].map((name) => found(name, 'PASS', 'EXPERT_REVIEW')),
  found('yoti_fraud_list_check', 'FAIL', 'AUTOMATED', { provider_org: 'Yoti Ltd' }),
].sort((a, b) => (a.sub_check < b.sub_check ? -1 : 1))

const report = (
  value: Schema<'Recommendation'>['value'],
  breakdown: SubCheck[],
  reason?: string,
): Schema<'Report'> => ({
  recommendation: { value, ...(reason !== undefined && { reason }) },
  breakdown,
})

const matched = report('APPROVE', [found('ai_face_match', 'PASS', 'AUTOMATED', { confidence_score: '0.95' })])

const byPeople = (result: SubCheck['result'], score: string) => [
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

const completed = (resources: Partial<Answer['resources']>, checks: Check[]): Answer => ({
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
const hybrid = ({
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

const passport = read('passport', 'PASSPORT', 10)
const licence = read('licence', 'DRIVING_LICENCE', 12)
const unread = captured('passport', 'PASSPORT', 10, { tasks: [extraction('passport', 'DONE', 10)] })

const ongoing = (resources: Partial<Answer['resources']>): Answer => ({
  ...completed(resources, []),
  state: 'ONGOING',
  client_session_token: idOf('token'),
})

const bill = {
  ...captured('bill', 'UTILITY_BILL', 14),
  pages: pagesOf('bill', 'PASSPORT', 14).map((page) => ({ ...page, frames: [] })),
}

const dbsDocuments = [passport, licence].map(({ id }, index) =>
  captured(['first', 'second'][index] ?? id, index === 0 ? 'PASSPORT' : 'DRIVING_LICENCE', 10 + index),
)

const dbs = (): Answer => {
  const all = [...dbsDocuments, bill]
  return completed({ id_documents: [...dbsDocuments].reverse(), supplementary_documents: [bill] }, [
    ...all.map((document) => check('IBV_VISUAL_REVIEW_CHECK', [document])),
    ...all.map((document) => check('DOCUMENT_SCHEME_VALIDITY_CHECK', [document], { scheme: 'UK_DBS' })),
    ...all.map((document) => check('PROFILE_DOCUMENT_MATCH', [document, profile])),
  ])
}

const tampered = withoutChip.map((entry) => {
  if (entry.sub_check === 'hologram_movement') return { ...entry, result: 'FAIL' as const }
  if (entry.sub_check !== 'no_sign_of_tampering') return entry
  return found('no_sign_of_tampering', 'FAIL', 'AUTOMATED', { face_photo_integrity: 'PASS', data_integrity: 'FAIL' })
})

const expired = withoutChip.map((entry) =>
  entry.sub_check === 'document_in_date' ? { ...entry, result: 'FAIL' as const } : entry,
)

const permit = read('permit', 'RESIDENCE_PERMIT', 10)

const atHome = (name: string, state: Schema<'Task'>['state'], at: number, checks: Check[] = []): Document =>
  captured(name, 'PASSPORT', at, {
    source: { type: 'END_USER' },
    tasks: [
      {
        ...extraction(name, state, at),
        generated_checks: checks.map(({ id, type }) => ({ id, type })),
        generated_media: state === 'PENDING' ? [] : extraction(name, state, at).generated_media,
      },
    ],
  })

const withoutReport = (type: Check['type'], used: readonly { id: string }[], state: Check['state']): Check => {
  const { report: _none, ...made } = check(type, used, { state })
  return made
}

/** In progress: two attempts at a passport, the newer with a person who reads it. */
const inProgress = (): Answer => {
  const reading = withoutReport('ID_DOCUMENT_TEXT_DATA_CHECK', [{ id: idOf('newer') }], 'PENDING')
  const newer = atHome('newer', 'PENDING', 12, [reading])
  return {
    ...ongoing({ id_documents: [newer, atHome('older', 'FAILED', 8)], applicant_profiles: [] }),
    checks: [withoutReport('ID_DOCUMENT_AUTHENTICITY', [newer], 'READY'), reading],
  }
}

/** A person at home, whose face was photographed once and was not alive. */
const notAlive = (): Answer => {
  const document: Document = { ...read('home', 'PASSPORT', 10), source: { type: 'END_USER' } }
  const liveness: Schema<'LivenessCapture'> = {
    ...resource('liveness', 12, 'END_USER'),
    liveness_type: 'STATIC',
    image: { media: media('liveness/image', 'IMAGE', 12) },
    capture_type: 'PHOTOGRAPH',
  }
  const rejected = ['face_processing', 'liveness_auth', 'payload_signature_verification'].map((name) =>
    found(name, name === 'liveness_auth' ? 'FAIL' : 'PASS', 'AUTOMATED'),
  )
  const resources = { id_documents: [document], liveness_capture: [liveness], applicant_profiles: [] }
  const answer = completed(resources, [
    check('ID_DOCUMENT_AUTHENTICITY', [document], { report: report('APPROVE', chip) }),
    check('ID_DOCUMENT_FACE_MATCH', [document, liveness], { report: matched }),
    check('LIVENESS', [liveness], { report: report('REJECT', rejected) }),
  ])
  return { ...answer, biometric_consent: minute(5) }
}

/** Answers of Yoti as public code holds them, structure only: built from what is known of each, with ids of our own. */
export const realAnswers: Readonly<Record<string, Answer>> = {
  'all approved, chip read': hybrid({ documents: [passport] }),
  'all approved, no chip, a harmless failure': hybrid({
    documents: [passport],
    authenticity: report('APPROVE', withoutChip),
  }),
  'the machine saw another person, people did not': hybrid({
    documents: [passport],
    faceMatch: report('APPROVE', byPeople('PASS', '0.02')),
  }),
  'another person': hybrid({
    documents: [passport],
    faceMatch: report('REJECT', byPeople('FAIL', '0.20'), 'DIFFERENT_PERSON'),
  }),
  'a detail that is about the person': hybrid({
    documents: [passport],
    authenticity: report('APPROVE', [found('issuing_authority', 'PASS', 'AUTOMATED', { verifying_org: person })]),
  }),
  tampered: hybrid({ documents: [passport], authenticity: report('REJECT', tampered, 'TAMPERED') }),
  'expired, allowed': hybrid({ documents: [passport], authenticity: report('APPROVE', expired) }),
  'a reason that nobody documents, no sub-checks': hybrid({
    documents: [passport],
    authenticity: report('REJECT', [], 'SOMETHING_NEW'),
  }),
  'the first attempt failed': hybrid({ documents: [licence, failed('earlier', 'DRIVING_LICENCE', 8)], used: licence }),
  'an abandoned capture of another type is listed first': hybrid({
    documents: [abandoned('later', 'DRIVING_LICENCE', 16), passport],
    used: passport,
  }),
  'an unfinished face capture': hybrid({
    documents: [passport],
    faces: [resource('second-face', 22), face('face', 20)],
  }),
  'the text could not be read': hybrid({
    documents: [unread],
    more: [check('ID_DOCUMENT_TEXT_DATA_CHECK', [unread], { report: report('NOT_AVAILABLE', [], 'PHOTO_TOO_BLURRY') })],
  }),
  'at home, a person is reading the passport': inProgress(),
  'at home, not alive': notAlive(),
  'a residence permit': hybrid({ documents: [permit] }),
  'a German licence': hybrid({ documents: [read('licence', 'DRIVING_LICENCE', 10, { issuing_country: 'DEU' })] }),
  'three documents for a DBS check': dbs(),
  'turned away, nothing captured': ongoing({}),
  'turned away after one document': ongoing({ id_documents: [captured('first', 'PASSPORT', 10)] }),
  'expired with two documents': (() => {
    const { client_session_token: _none, ...answer } = ongoing({
      id_documents: dbsDocuments.slice(0, 1),
      supplementary_documents: [bill],
    })
    return { ...answer, state: 'EXPIRED' as const, client_session_token_ttl: 0 }
  })(),
}
