import { expect, test } from 'vitest'
import {
  type CheckOutcome,
  type CheckType,
  checkKinds,
  checkState,
  expandOutcome,
  hasEnded,
  outcomeProblems,
  refusals,
  refusalsOf,
  reportOf,
} from '../../../../server/engine/checks/index.js'

const report = (outcome: CheckOutcome) =>
  reportOf(checkKinds.ID_DOCUMENT_FACE_MATCH, { document: { type: 'PASSPORT', country: 'GBR' } }, outcome)

// Yoti docs, "Understanding the report": APPROVE has no reason; values of a recommendation.
test('a recommendation', () => {
  expect(refusals).toEqual(['reject', 'not_available', 'consider'])
  expect(report('approve').recommendation).toEqual({ value: 'APPROVE' })
  expect(report({ failing: ['ai_face_match'] }).recommendation).toEqual({ value: 'APPROVE' })
  expect(report('reject').recommendation).toEqual({ value: 'REJECT' })
  expect(report('not_available').recommendation).toEqual({ value: 'NOT_AVAILABLE' })
  expect(report('consider').recommendation).toEqual({ value: 'CONSIDER' })
  expect(report({ reject: 'MISUSE', recovery_suggestion: 'BETTER_LIGHTING' }).recommendation).toEqual({
    value: 'REJECT',
    reason: 'MISUSE',
    recovery_suggestion: 'BETTER_LIGHTING',
  })
})

test('an outcome spelled out', () => {
  expect([expandOutcome('approve'), expandOutcome('absent'), expandOutcome('reject')]).toEqual([
    {},
    {},
    { reject: 'none' },
  ])
  expect(expandOutcome({ state: 'PENDING' })).toEqual({ state: 'PENDING' })
  expect(refusalsOf({ consider: 'X', reject: 'Y' })).toEqual(['reject', 'consider'])
})

test('an own breakdown stands as written, with the usual process and no details of its own', () => {
  expect(
    report({
      breakdown: [
        { sub_check: 'manual_face_match', result: 'FAIL', process: 'AUTOMATED' },
        { sub_check: 'ai_face_match', result: 'PASS' },
        { sub_check: 'unheard_of', result: 'PASS', details: { a: '1' } },
      ],
    }).breakdown,
  ).toEqual([
    { sub_check: 'manual_face_match', result: 'FAIL', details: [], process: 'AUTOMATED' },
    { sub_check: 'ai_face_match', result: 'PASS', details: [], process: 'AUTOMATED' },
    { sub_check: 'unheard_of', result: 'PASS', details: [{ name: 'a', value: '1' }] },
  ])
})

test('an invented reason fails nothing, but what the scenario says', () => {
  expect(report({ reject: 'WRONG_COLOUR' }).breakdown.map(({ result }) => result)).toEqual(['PASS'])
  const both = report({ reject: 'WRONG_COLOUR', failing: ['manual_face_match'] }).breakdown
  expect(both.map(({ sub_check, result }) => `${sub_check} ${result}`)).toEqual([
    'ai_face_match PASS',
    'manual_face_match FAIL',
  ])
})

test('where a check stands', () => {
  expect([checkState('absent'), checkState('approve'), checkState('reject')]).toEqual([undefined, 'DONE', 'DONE'])
  expect([checkState({ state: 'PENDING' }), checkState({ reject: 'MISUSE' })]).toEqual(['PENDING', 'DONE'])
  const ended = (['CREATED', 'READY', 'PENDING', 'DONE', 'INTERNAL_ERROR'] as const).filter((state) =>
    hasEnded({ state }),
  )
  expect(ended).toEqual(['DONE', 'INTERNAL_ERROR'])
})

const invented = "Where nobody has seen Yoti send it, the scenario's provenance is 'invented'"
const problems: [CheckType, CheckOutcome, string | undefined, string][] = [
  ['LIVENESS', { reject: 'A', consider: 'B' }, 'consider', "a check is 'reject' or 'consider', not both"],
  ['LIVENESS', { state: 'READY', reject: 'A' }, 'reject', "a check that is READY has no report, so no 'reject'"],
  ['LIVENESS', { state: 'PENDING', failing: [] }, 'failing', "a check that is PENDING has no report, so no 'failing'"],
  ['LIVENESS', 'consider', 'consider', `Yoti documents no 'consider' for LIVENESS. ${invented}`],
  [
    'LIVENESS',
    { reject: 'OLD' },
    'reject',
    `Yoti gives no reason with 'reject' of LIVENESS: say 'reject' alone. ${invented}`,
  ],
  ['ID_DOCUMENT_COMPARISON', 'reject', 'reject', "'reject' of ID_DOCUMENT_COMPARISON needs a reason: MISMATCH"],
  [
    'ID_DOCUMENT_COMPARISON',
    'not_available',
    'not_available',
    "'not_available' of ID_DOCUMENT_COMPARISON needs a reason: NON_LATIN_CHARACTER_IN_NAME, NO_VALID_SUBCHECKS",
  ],
  [
    'ID_DOCUMENT_COMPARISON',
    { reject: 'MISMATHC' },
    'reject',
    `Yoti documents no reason 'MISMATHC' to 'reject' ID_DOCUMENT_COMPARISON. Did you mean 'MISMATCH'? Known: MISMATCH. ${invented}`,
  ],
  [
    'FACE_COMPARISON',
    { failing: ['face_match'] },
    'failing',
    "FACE_COMPARISON has no sub-check 'face_match'. Did you mean 'ai_face_match'? Known: ai_face_match",
  ],
  [
    'PROFILE_DOCUMENT_MATCH',
    { breakdown: [{ sub_check: 'name', result: 'PASS' }] },
    'breakdown',
    "PROFILE_DOCUMENT_MATCH has no sub-check 'name'. Known: none",
  ],
]

test.each(problems)('%s cannot be %j', (type, outcome, key, message) => {
  expect(outcomeProblems(checkKinds[type], outcome, false)).toEqual([{ key, message }])
})

test('an invented scenario may say anything that does not contradict itself', () => {
  const kind = checkKinds.LIVENESS
  expect(outcomeProblems(kind, { consider: 'X', failing: ['y'] }, true)).toEqual([])
  expect(outcomeProblems(kind, { reject: 'A', consider: 'B' }, true)).toHaveLength(1)
  expect(
    outcomeProblems(kind, { consider: 'X', failing: ['y'], breakdown: [{ sub_check: 'z', result: 'PASS' }] }, false),
  ).toHaveLength(3)
})

test.each<[CheckType, CheckOutcome]>([
  ['LIVENESS', 'approve'],
  ['LIVENESS', 'absent'],
  ['LIVENESS', 'reject'],
  ['LIVENESS', { state: 'DONE', reject: 'none' }],
  ['LIVENESS', { state: 'PENDING' }],
  ['LIVENESS', { failing: ['liveness_auth'], breakdown: [{ sub_check: 'face_processing', result: 'PASS' }] }],
  ['ID_DOCUMENT_COMPARISON', { reject: 'MISMATCH' }],
])('%s can be %j', (type, outcome) => {
  expect(outcomeProblems(checkKinds[type], outcome, false)).toEqual([])
})
