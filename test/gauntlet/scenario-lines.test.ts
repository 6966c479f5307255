import { expect, test } from 'vitest'
import { linesOf, spelledOut, withoutLines } from '../../gauntlet/scenario-lines.js'

const nothingChecked = {
  extends: 'all-approve',
  checks: { LIVENESS: 'absent', ID_DOCUMENT_AUTHENTICITY: 'absent', ID_DOCUMENT_FACE_MATCH: { state: 'PENDING' } },
}

test('what a scenario says of checks can be left out one by one', () => {
  expect(linesOf(nothingChecked)).toEqual([
    'checks.LIVENESS',
    'checks.ID_DOCUMENT_AUTHENTICITY',
    'checks.ID_DOCUMENT_FACE_MATCH',
  ])
  expect(withoutLines(nothingChecked, ['checks.LIVENESS', 'checks.ID_DOCUMENT_FACE_MATCH'])).toEqual({
    checks: { ID_DOCUMENT_AUTHENTICITY: 'absent' },
  })
})

test('what a scenario of the catalogue says of documents can be left out, captures and checks of them too', () => {
  const rejected = { extends: 'wrong-document-rejected' }
  expect(linesOf(rejected)).toEqual(['documents.0', 'documents.0.checks.IBV_VISUAL_REVIEW_CHECK', 'documents.1'])
  expect(withoutLines(rejected, ['documents.1'])).toEqual({
    documents: [
      {
        asked: 'PASSPORT',
        brought: { type: 'DRIVING_LICENCE' },
        checks: { IBV_VISUAL_REVIEW_CHECK: { reject: 'IBV_VISUAL_REVIEW_CHECK' } },
      },
    ],
  })
  expect(withoutLines(rejected, ['documents.0.checks.IBV_VISUAL_REVIEW_CHECK', 'documents.1'])).toEqual({
    documents: [{ asked: 'PASSPORT', brought: { type: 'DRIVING_LICENCE' } }],
  })
  const abandoned = { extends: 'capture-abandoned' }
  expect(linesOf(abandoned)).toEqual(['documents.0.captures.0', 'documents.0.captures.1'])
  expect(withoutLines(abandoned, ['documents.0.captures.0'])).toEqual({
    order: 'hybrid',
    documents: [{ asked: 'PASSPORT', captures: [{ outcome: 'abandoned', type: 'DRIVING_LICENCE' }] }],
  })
})

test('a scenario of one line has nothing to leave out', () => {
  expect(linesOf({ extends: 'authenticity-rejected:TAMPERED' })).toEqual([])
  expect(linesOf({ extends: 'all-approve' })).toEqual([])
})

test('a scenario is spelled out with what its base says, and without the defaults', () => {
  expect(spelledOut({ extends: 'wrong-document-expired' })).toEqual({
    documents: [{ asked: 'PASSPORT', brought: { type: 'DRIVING_LICENCE' } }, { asked: 'UTILITY_BILL' }],
    visit: 'refused',
    expired: true,
  })
})
