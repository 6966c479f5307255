import { expect, test } from 'vitest'
import { checkKinds, reportOf } from '../../../../server/engine/checks/index.js'
import { linesOf } from './lines.js'

// Yoti docs, "Face match report", "Liveness report", "Face comparison"; scores as in captured answers.
const document = { type: 'PASSPORT', country: 'GBR' }
const alike = 'ai_face_match PASS AUTOMATED confidence_score=0.95'
const notAlike = 'ai_face_match FAIL AUTOMATED confidence_score=0.20'
const byPerson = (result: string) => `manual_face_match ${result} EXPERT_REVIEW`

test('a machine that finds faces alike needs no person, unless the order wants one always', () => {
  const type = 'ID_DOCUMENT_FACE_MATCH'
  expect(linesOf(type, { document }, 'approve')).toEqual([alike])
  expect(linesOf(type, { document, asked: { manual_check: 'FALLBACK' } }, 'approve')).toEqual([alike])
  expect(linesOf(type, { document, asked: { manual_check: 'NEVER' } }, 'approve')).toEqual([alike])
  expect(linesOf(type, { document, asked: { manual_check: 'ALWAYS' } }, 'approve')).toEqual([alike, byPerson('PASS')])
})

test('where the machine failed, a person looked', () => {
  expect(linesOf('ID_DOCUMENT_FACE_MATCH', { document }, { failing: ['ai_face_match'] })).toEqual([
    notAlike,
    byPerson('PASS'),
  ])
})

test.each(['FACE_NOT_GENUINE', 'LARGE_AGE_GAP', 'PHOTO_OF_MASK', 'PHOTO_OF_PHOTO', 'DIFFERENT_PERSON'])(
  'REJECT %s: machine and person both say no',
  (reason) => {
    expect(linesOf('ID_DOCUMENT_FACE_MATCH', { document }, { reject: reason })).toEqual([notAlike, byPerson('FAIL')])
  },
)

test.each([
  'PHOTO_OVEREXPOSED',
  'PHOTO_TOO_DARK',
  'PHOTO_TOO_BLURRY',
  'FACE_NOT_FOUND',
  'GLARE_OBSTRUCTION',
  'OBJECT_OBSTRUCTION',
  'DOCUMENT_NOT_FOUND',
  'PARTIAL_PHOTO',
  'FACE_PHOTO_LOW_RESOLUTION',
  'MISUSE',
  'INVALID',
])('NOT_AVAILABLE %s: there is no score', (reason) => {
  expect(linesOf('ID_DOCUMENT_FACE_MATCH', { document }, { not_available: reason })).toEqual([
    'ai_face_match FAIL AUTOMATED',
    byPerson('FAIL'),
  ])
})

test('these are all the reasons of a face match', () => {
  const { reject = {}, not_available = {}, consider } = checkKinds.ID_DOCUMENT_FACE_MATCH.reasons
  expect([Object.keys(reject).length, Object.keys(not_available).length, consider]).toEqual([5, 11, undefined])
})

test('a comparison with a supplied face is made by a machine alone, and rejects without a reason', () => {
  expect(linesOf('FACE_COMPARISON', {}, 'approve')).toEqual([alike])
  expect(linesOf('FACE_COMPARISON', {}, 'reject')).toEqual([notAlike])
  expect(checkKinds.FACE_COMPARISON.reasons).toEqual({ reject: { none: expect.anything() } })
})

test('ZOOM liveness has one sub-check, STATIC three', () => {
  const [face, auth, payload] = [
    'face_processing PASS AUTOMATED',
    'liveness_auth PASS AUTOMATED',
    'payload_signature_verification PASS AUTOMATED',
  ]
  expect(linesOf('LIVENESS', { livenessType: 'ZOOM' }, 'approve')).toEqual([auth])
  expect(linesOf('LIVENESS', {}, 'approve')).toEqual([auth])
  expect(linesOf('LIVENESS', { livenessType: 'STATIC' }, 'approve')).toEqual([face, auth, payload])
  expect(linesOf('LIVENESS', { livenessType: 'STATIC' }, 'reject')).toEqual([
    face,
    'liveness_auth FAIL AUTOMATED',
    payload,
  ])
  expect(linesOf('LIVENESS', { livenessType: 'ZOOM' }, 'not_available')).toEqual(['liveness_auth FAIL AUTOMATED'])
})

test('liveness gives no reason', () => {
  expect(reportOf(checkKinds.LIVENESS, {}, 'reject').recommendation).toEqual({ value: 'REJECT' })
  expect(reportOf(checkKinds.LIVENESS, {}, 'not_available').recommendation).toEqual({ value: 'NOT_AVAILABLE' })
  expect(Object.values(checkKinds.LIVENESS.reasons).map((reasons) => Object.keys(reasons))).toEqual([
    ['none'],
    ['none'],
  ])
})
