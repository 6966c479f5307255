import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../../../support/answers.js'
import { startServer } from '../../../support/server.js'
import { outlineOf } from './outline.js'

// Yoti docs, "Retrieve results" (in-branch): newest document first; a booklet has one page of three frames, a card two
// pages of two, a supplementary document one page; one check of each type for each document, in Yoti's order. Failed and
// abandoned captures, and checks that a person still makes, as in the answers captured by GOV.UK One Login's stub.
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test.each<[string, string[]]>([
  [
    'all-approve',
    [
      'COMPLETED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames]',
      'UTILITY_BILL GBR IBV [CAMERA IMAGE 0 frames]',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (supplementary) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_DBS',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (supplementary) APPROVE UK_DBS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
      'PROFILE_DOCUMENT_MATCH DONE (supplementary profile) APPROVE',
    ],
  ],
  ['missing-document', ['ONGOING', 'PASSPORT GBR IBV [CAMERA IMAGE 3 frames]']],
  [
    'missing-document-rejected',
    [
      'COMPLETED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames]',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE () REJECT IBV_VISUAL_REVIEW_CHECK',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_DBS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
    ],
  ],
  [
    'wrong-document',
    [
      'ONGOING',
      'DRIVING_LICENCE GBR IBV [CAMERA IMAGE 2 frames, CAMERA IMAGE 2 frames]',
      'UTILITY_BILL GBR IBV [CAMERA IMAGE 0 frames]',
    ],
  ],
  ['refused-at-first-document', ['ONGOING']],
  [
    'refused-at-last-document',
    [
      'ONGOING',
      'DRIVING_LICENCE GBR IBV [CAMERA IMAGE 2 frames, CAMERA IMAGE 2 frames]',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames]',
    ],
  ],
  ['letter-never-scanned', ['ONGOING']],
  [
    'capture-abandoned',
    [
      'COMPLETED',
      'DRIVING_LICENCE GBR IBV [not captured no image 2 frames, not captured no image 2 frames]',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION CREATED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id-2) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id-2 face) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id-2) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id-2) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id-2 profile) APPROVE',
    ],
  ],
  [
    'capture-failed-then-repeated',
    [
      'COMPLETED',
      'DRIVING_LICENCE GBR IBV [CAMERA IMAGE 2 frames, CAMERA IMAGE 2 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'DRIVING_LICENCE GBR IBV [CAMERA IMAGE 2 frames, CAMERA IMAGE 2 frames]',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION FAILED JSON',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id-1) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id-1 face) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id-1) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id-1) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id-1 profile) APPROVE',
    ],
  ],
  [
    'capture-repeated',
    [
      'COMPLETED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id-2) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id-2 face) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id-2) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id-2) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id-2 profile) APPROVE',
    ],
  ],
  [
    'face-capture-unfinished',
    [
      'COMPLETED',
      'NATIONAL_ID FRA IBV [CAMERA IMAGE 2 frames, CAMERA IMAGE 2 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'face IBV no image',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id face-2) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
    ],
  ],
  [
    'text-not-extracted',
    [
      'COMPLETED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE makes ID_DOCUMENT_TEXT_DATA_CHECK',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id face) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
      'ID_DOCUMENT_TEXT_DATA_CHECK DONE (id) NOT_AVAILABLE PHOTO_TOO_BLURRY',
    ],
  ],
  [
    'text-read-by-a-person',
    [
      'COMPLETED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE makes ID_DOCUMENT_TEXT_DATA_CHECK JSON',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id face) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
      'ID_DOCUMENT_TEXT_DATA_CHECK DONE (id) APPROVE JSON',
    ],
  ],
  [
    'checks-pending',
    [
      'ONGOING',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames]',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION PENDING makes ID_DOCUMENT_TEXT_DATA_CHECK',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY READY (id)',
      'ID_DOCUMENT_FACE_MATCH PENDING (id face)',
      'IBV_VISUAL_REVIEW_CHECK PENDING (id)',
      'DOCUMENT_SCHEME_VALIDITY_CHECK PENDING (id) UK_GDS',
      'PROFILE_DOCUMENT_MATCH PENDING (id profile)',
      'ID_DOCUMENT_TEXT_DATA_CHECK PENDING (id)',
    ],
  ],
  [
    'check-with-a-human',
    [
      'ONGOING',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id) APPROVE',
      'ID_DOCUMENT_FACE_MATCH PENDING (id face)',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
    ],
  ],
  [
    'check-internal-error',
    [
      'COMPLETED',
      'PASSPORT GBR IBV [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'face IBV IMAGE',
      'ID_DOCUMENT_AUTHENTICITY INTERNAL_ERROR (id)',
      'ID_DOCUMENT_FACE_MATCH DONE (id face) APPROVE',
      'IBV_VISUAL_REVIEW_CHECK DONE (id) APPROVE',
      'DOCUMENT_SCHEME_VALIDITY_CHECK DONE (id) APPROVE UK_GDS',
      'PROFILE_DOCUMENT_MATCH DONE (id profile) APPROVE',
    ],
  ],
  [
    'at-home-approved:ZOOM',
    [
      'COMPLETED',
      'PASSPORT GBR END_USER [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'liveness ZOOM END_USER BINARY 7 frames',
      'ID_DOCUMENT_AUTHENTICITY DONE (id) APPROVE',
      'LIVENESS DONE (liveness) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id liveness) APPROVE',
    ],
  ],
  [
    'at-home-approved:STATIC',
    [
      'COMPLETED',
      'PASSPORT GBR END_USER [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'liveness STATIC END_USER IMAGE',
      'ID_DOCUMENT_AUTHENTICITY DONE (id) APPROVE',
      'LIVENESS DONE (liveness) APPROVE',
      'ID_DOCUMENT_FACE_MATCH DONE (id liveness) APPROVE',
    ],
  ],
  [
    'documents-compared:WITH_SUPPLEMENTARY',
    [
      'COMPLETED',
      'PASSPORT GBR END_USER [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'UTILITY_BILL GBR END_USER [CAMERA IMAGE 0 frames]',
      'ID_DOCUMENT_COMPARISON DONE (id supplementary) APPROVE',
    ],
  ],
  [
    'watchlist-potential-match:ADVANCED',
    [
      'COMPLETED',
      'PASSPORT GBR END_USER [CAMERA IMAGE 3 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'WATCHLIST_ADVANCED_CA DONE (id) CONSIDER POTENTIAL_MATCH JSON',
    ],
  ],
  [
    'third-party-identity-considered:NO_MATCH',
    [
      'COMPLETED',
      'DRIVING_LICENCE GBR END_USER [CAMERA IMAGE 2 frames, CAMERA IMAGE 2 frames] fields photo',
      '  ID_DOCUMENT_TEXT_DATA_EXTRACTION DONE JSON',
      'THIRD_PARTY_IDENTITY DONE (id) CONSIDER NO_MATCH JSON',
    ],
  ],
])('%s', async (scenario, outline) => {
  expect(outlineOf(await readSession(server.apiUrl, scenario))).toEqual(outline)
})
