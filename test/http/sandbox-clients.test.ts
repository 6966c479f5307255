import { expect, test } from 'vitest'
import { inBranchOrder } from '../support/orders.js'
import { openSandbox, rejected, reportOf, signedBy } from '../support/sandbox.js'
import { demo } from '../support/signing.js'

const nobody = { document_types: [], country_codes: [] }

/** The same wish, in the bytes of each sandbox SDK. */
const clients: readonly (readonly [string, string, string, Record<string, string>])[] = [
  [
    'Node',
    signedBy,
    JSON.stringify({
      task_results: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: [], SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION: [] },
      check_reports: {
        ID_DOCUMENT_AUTHENTICITY: [{ result: { report: rejected } }],
        ID_DOCUMENT_FACE_MATCH: [],
        LIVENESS: [],
      },
    }),
    { 'X-Yoti-SDK': 'Node', 'Content-Type': 'application/json', Accept: 'application/json' },
  ],
  [
    'Go, whose parameters come in any order and whose filters are empty',
    `timestamp=1772625600000&sdkId=${demo.sdkId}&nonce=7F0C6A5E-4A0B-4DF3-9A52-0A1B2C3D4E5F`,
    JSON.stringify({
      task_results: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: [{ document_filter: nobody, result: {} }] },
      check_reports: {
        ID_DOCUMENT_AUTHENTICITY: [{ result: { report: rejected }, document_filter: nobody }],
        ID_DOCUMENT_FACE_MATCH: [{ result: { report: {} }, document_filter: nobody }],
      },
    }),
    { 'X-Yoti-SDK': 'Go', 'X-Yoti-SDK-Version': '3.15.0', 'Content-Type': 'application/json' },
  ],
  [
    'PHP, with null recommendations',
    signedBy,
    JSON.stringify({
      task_results: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: [] },
      check_reports: {
        ID_DOCUMENT_AUTHENTICITY: [{ result: { report: rejected } }],
        ID_DOCUMENT_FACE_MATCH: [{ result: { report: { recommendation: null, breakdown: [] } } }],
      },
    }),
    { 'X-Yoti-SDK': 'PHP', 'Content-Type': 'application/json', Accept: 'application/json' },
  ],
  [
    'Java, with nulls for everything that is not said',
    signedBy,
    JSON.stringify({
      task_results: {
        ID_DOCUMENT_TEXT_DATA_EXTRACTION: [
          { result: { document_fields: null, document_id_photo: null, recommendation: null }, result_template: null },
        ],
      },
      check_reports: {
        ID_DOCUMENT_AUTHENTICITY: [
          {
            result: {
              report_template: null,
              report: { ...rejected, recommendation: { ...rejected.recommendation, recovery_suggestion: null } },
            },
            document_filter: null,
          },
        ],
        ID_DOCUMENT_FACE_MATCH: [{ result: { report: null, report_template: null }, document_filter: null }],
        THIRD_PARTY_IDENTITY: null,
        async_report_delay: null,
      },
    }),
    { 'X-Yoti-SDK': 'Java', 'Content-Type': 'application/json', Accept: '*; q=.2, */*; q=.2' },
  ],
]

test.each(clients)('the sandbox client of %s says what a session finds', async (_client, query, body, headers) => {
  await using sandbox = await openSandbox()
  const { session_id: id } = await sandbox.create(inBranchOrder())
  const answer = await sandbox.send('PUT', `/sessions/${id}/response-config`, body, query, headers)
  expect(answer).toMatchObject({ status: 200, type: undefined })
  const session = await sandbox.visit(id)
  expect(session.state).toBe('COMPLETED')
  expect(reportOf(session, 'ID_DOCUMENT_AUTHENTICITY')).toEqual(rejected)
  expect(reportOf(session, 'ID_DOCUMENT_FACE_MATCH')?.recommendation).toEqual({ value: 'APPROVE' })
})
