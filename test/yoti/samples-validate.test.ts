import { test } from 'vitest'
import { idOf } from '../support/answer-parts.js'
import { expectDocumented } from '../support/answers.js'

// Keys and types as Yoti's pages and captured answers have them; values are ours. No answer of mock-yoti is as bare.

const dates = { created: '2022-03-01T09:30:00Z', last_updated: '2022-03-01T09:30:00Z' }
const media = (id: string, type = 'IMAGE') => ({ media: { id: idOf(id), type, ...dates } })

/** The answer of 2022 on the page about DBS and right to work: resources had no dates then. */
const sessionOf2022 = {
  client_session_token_ttl: 8490,
  session_id: idOf('session'),
  state: 'COMPLETED',
  resources: {
    id_documents: [
      {
        id: idOf('passport'),
        tasks: [
          {
            type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION',
            id: idOf('task'),
            state: 'DONE',
            ...dates,
            generated_checks: [],
            generated_media: [{ id: idOf('fields'), type: 'JSON' }],
          },
        ],
        source: { type: 'END_USER' },
        document_type: 'PASSPORT',
        issuing_country: 'GBR',
        pages: [{ capture_method: 'CAMERA', ...media('page'), frames: [media('1'), media('2'), media('3')] }],
        document_fields: media('fields', 'JSON'),
        document_id_photo: media('photo'),
      },
    ],
    supplementary_documents: [],
    liveness_capture: [
      {
        id: idOf('zoom'),
        tasks: [],
        source: { type: 'END_USER' },
        frames: [media('4'), media('5'), media('6'), {}, {}, {}, {}],
        liveness_type: 'ZOOM',
        facemap: media('facemap', 'BINARY'),
      },
    ],
    face_capture: [],
    applicant_profiles: [],
  },
  checks: [
    {
      type: 'ID_DOCUMENT_AUTHENTICITY',
      id: idOf('check'),
      state: 'DONE',
      resources_used: [idOf('zoom'), idOf('passport')],
      generated_media: [],
      report: { recommendation: { value: 'APPROVE' }, breakdown: [] },
      ...dates,
    },
  ],
  biometric_consent: '2022-03-01T09:30:00.000Z',
  identity_profile: {
    result: 'DONE',
    identity_profile_report: {
      trust_framework: 'UK_TFIDA',
      media: { id: idOf('report'), type: 'JSON', ...dates },
      schemes_compliance: [
        { scheme: { type: 'DBS', objective: 'BASIC' }, requirements_met: true },
        { scheme: { type: 'RTW' }, requirements_met: true },
      ],
    },
  },
}

/** Yoti, "Failure scenarios" (identity profiles): no report, and entries with no more keys than they need. */
const aborted = {
  ...sessionOf2022,
  identity_profile: {
    result: 'ABORTED',
    failure_reason: {
      reason_code: 'MISSING_LIVENESS',
      requirements_not_met_details: [{ failure_type: 'LIVENESS', details: 'USER_FAILED_LIVENESS' }],
    },
  },
}

/** Yoti, "Retrieve results" (in-branch): the page of a utility bill has no frames. */
const inBranch = {
  ...sessionOf2022,
  resources: {
    ...sessionOf2022.resources,
    supplementary_documents: [
      {
        id: idOf('bill'),
        tasks: [],
        source: { type: 'IBV' },
        created_at: dates.created,
        last_updated: dates.last_updated,
        document_type: 'UTILITY_BILL',
        issuing_country: 'GBR',
        pages: [{ capture_method: 'CAMERA', ...media('bill') }],
      },
    ],
  },
}

test.each([
  ['the answer of 2022', 'getSession', 200, sessionOf2022],
  ['an aborted identity profile', 'getSession', 200, aborted],
  ['a utility bill from a branch', 'getSession', 200, inBranch],
  ['a refused order without a message', 'createSession', 400, { code: 'PAYLOAD_VALIDATION' }],
  ['a malformed request without a message', 'getSessionConfiguration', 400, { code: 'MALFORMED_REQUEST' }],
])('%s is what openapi.yaml allows', (_what, operation, status, body) => {
  expectDocumented('yoti', operation, status, body)
})
