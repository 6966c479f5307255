import type { Schema } from '../../server/openapi/schema.js'
import {
  type Answer,
  abandoned,
  byPeople,
  type Check,
  captured,
  check,
  chip,
  completed,
  type Document,
  extraction,
  face,
  failed,
  found,
  hybrid,
  idOf,
  matched,
  media,
  minute,
  pagesOf,
  person,
  profile,
  read,
  report,
  resource,
  withoutChip,
} from './answer-parts.js'

const passport = read('passport', 'PASSPORT', 10)
const licence = read('licence', 'DRIVING_LICENCE', 12)
const unread = captured('passport', 'PASSPORT', 10, { tasks: [extraction('passport', 'DONE', 10)] })

const ongoing = (of: Partial<Answer['resources']>): Answer => {
  const { resources, checks, user_tracking_id, ...answer } = completed(of, [])
  const client_session_token = idOf('token')
  return {
    ...answer,
    state: 'ONGOING',
    client_session_token,
    resources,
    checks,
    ...(user_tracking_id !== undefined && { user_tracking_id }),
  }
}

const bill = {
  ...captured('bill', 'UTILITY_BILL', 14),
  pages: pagesOf('bill', 'PASSPORT', 14).map(({ frames: _none, ...page }) => page),
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
  const task = { ...extraction('home', 'DONE', 10), recommendation: { value: 'PROGRESS' as const } }
  const document: Document = { ...read('home', 'PASSPORT', 10), tasks: [task], source: { type: 'END_USER' } }
  const liveness: Schema<'LivenessCapture'> = {
    ...resource('liveness', 12, 'END_USER'),
    image: { media: media('liveness/image', 'IMAGE', 12) },
    liveness_type: 'STATIC',
    capture_type: 'PHOTOGRAPH',
  }
  const rejected = ['face_processing', 'liveness_auth', 'payload_signature_verification'].map((name) =>
    found(name, name === 'liveness_auth' ? 'FAIL' : 'PASS', 'AUTOMATED'),
  )
  const resources = { id_documents: [document], liveness_capture: [liveness], applicant_profiles: [] }
  const answer = completed(resources, [
    check('ID_DOCUMENT_AUTHENTICITY', [document], { report: report('APPROVE', chip) }),
    check('LIVENESS', [liveness], { report: report('REJECT', rejected) }),
    check('ID_DOCUMENT_FACE_MATCH', [document, liveness], { report: matched }),
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
