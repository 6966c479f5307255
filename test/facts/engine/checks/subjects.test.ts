import { expect, test } from 'vitest'
import { branchChecks, type CheckSubject, type CheckType, checkKinds } from '../../../../server/engine/checks/index.js'

// Yoti docs, "Retrieve results" (in-branch and identity verification): order of checks and `resources_used`.
const subject: CheckSubject = {
  document: { type: 'PASSPORT', country: 'GBR', resourceId: 'passport' },
  profileId: 'profile',
  faceId: 'face',
  suppliedFaceId: 'supplied',
  livenessIds: ['liveness', 'liveness-2'],
  documentIds: ['passport', 'licence'],
  supplementaryIds: ['bill', 'statement'],
}

// The order of the answer, whatever order was asked for; how often; resources.
const facts: [CheckType, string, string[]][] = [
  ['ID_DOCUMENT_AUTHENTICITY', 'id-document', ['passport']],
  ['ID_DOCUMENT_TEXT_DATA_CHECK', 'id-document', ['passport']],
  ['LIVENESS', 'liveness', ['liveness', 'liveness-2']],
  ['FAMILIAR_FACE_SEARCH', 'session', ['liveness-2']],
  ['ID_DOCUMENT_FACE_MATCH', 'id-document', ['passport', 'face']],
  ['FACE_COMPARISON', 'session', ['supplied', 'liveness']],
  ['ID_DOCUMENT_COMPARISON', 'session', ['passport', 'licence']],
  ['THIRD_PARTY_IDENTITY', 'session', ['passport']],
  ['THIRD_PARTY_IDENTITY_FRAUD_1', 'session', []],
  ['SYNECTICS_IDENTITY_FRAUD', 'session', []],
  ['WATCHLIST_SCREENING', 'session', ['passport']],
  ['WATCHLIST_ADVANCED_CA', 'session', ['passport']],
  ['SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK', 'document', ['passport']],
  ['IBV_VISUAL_REVIEW_CHECK', 'document', ['passport']],
  ['DOCUMENT_SCHEME_VALIDITY_CHECK', 'document', ['passport']],
  ['PROFILE_DOCUMENT_MATCH', 'document', ['passport', 'profile']],
]

test('checks stand in this order', () => {
  expect(Object.keys(checkKinds)).toEqual(facts.map(([type]) => type))
})

test.each(facts)('%s is made once for each %s, of %j', (type, per, used) => {
  const kind = checkKinds[type]
  expect([kind.type, kind.per, kind.resourcesUsed(subject)]).toEqual([type, per, used])
  // Nothing was captured, nothing is used.
  expect(kind.resourcesUsed({})).toEqual([])
  expect(kind.resourcesUsed({ document: { type: 'PASSPORT', country: 'GBR' } })).toEqual([])
})

test('at home a face match looks at the last liveness capture', () => {
  const { faceId: _none, ...atHome } = subject
  expect(checkKinds.ID_DOCUMENT_FACE_MATCH.resourcesUsed(atHome)).toEqual(['passport', 'liveness-2'])
})

test('a comparison uses the first supplementary document where there is one identity document', () => {
  const kind = checkKinds.ID_DOCUMENT_COMPARISON
  expect(kind.resourcesUsed({ ...subject, documentIds: ['passport'] })).toEqual(['passport', 'bill'])
  expect(kind.resourcesUsed({ documentIds: ['passport'], supplementaryIds: [] })).toEqual(['passport'])
})

test('a branch makes three checks, without sub-checks or reasons', () => {
  expect(branchChecks).toEqual(['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH'])
  for (const type of branchChecks) {
    expect([checkKinds[type].subChecks, checkKinds[type].reasons]).toEqual([{}, {}])
    expect(checkKinds[type].attempted(subject, [])).toEqual([])
  }
})
