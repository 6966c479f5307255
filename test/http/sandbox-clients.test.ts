import { expect, test } from 'vitest'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { openSandbox, rejected, reportOf, signedBy } from '../support/sandbox.js'
import { demo } from '../support/signing.js'

const nobody = { document_types: [], country_codes: [] }

const pythonHeaders = {
  'X-Yoti-SDK': 'Python',
  'X-Yoti-SDK-Version': 'Python-2.14.6',
  'Content-Type': 'application/json',
  Accept: 'application/json',
}

/** Python writes blanks, a null for each reason and delay that was not said, and third parties as a list. */
const pythonBody =
  '{"task_results": {"ID_DOCUMENT_TEXT_DATA_EXTRACTION": [{"result": {"document_fields": {"full_name": "J\\u00fcrgen Doe"}}, ' +
  '"document_filter": {"document_types": ["DRIVING_LICENCE"], "country_codes": ["GBR"]}}]}, ' +
  '"check_reports": {"ID_DOCUMENT_AUTHENTICITY": [{"result": {"report": {"recommendation": {"value": "REJECT", ' +
  '"reason": "SOME_REASON", "recovery_suggestion": null}, "breakdown": [{"sub_check": "some_check", "result": "FAIL", ' +
  '"details": [{"name": "some", "value": "detail"}]}]}}, "document_filter": {"document_types": ["DRIVING_LICENCE"], ' +
  '"country_codes": ["GBR"]}}], "ID_DOCUMENT_TEXT_DATA_CHECK": [], "ID_DOCUMENT_FACE_MATCH": [], ' +
  '"LIVENESS": [{"result": {"report": {"recommendation": {"value": "APPROVE", "reason": null, ' +
  '"recovery_suggestion": null}, "breakdown": []}}, "liveness_type": "ZOOM"}], "ID_DOCUMENT_COMPARISON": [], ' +
  '"SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK": [], "THIRD_PARTY_IDENTITY": [], "async_report_delay": null}}'

const rubyHeaders = {
  'X-Yoti-SDK': 'Ruby',
  'X-Yoti-SDK-Version': 'Ruby-1.10.0',
  'Content-Type': 'application/x-www-form-urlencoded',
  Accept: '*/*',
}

/** Ruby leaves out what is nil, and its parameters end with sdkId. */
const rubyBody =
  '{"task_results":{"ID_DOCUMENT_TEXT_DATA_EXTRACTION":[{"result":{"document_fields":{"full_name":"J\u00fcrgen Doe"}},' +
  '"document_filter":{"document_types":["DRIVING_LICENCE"],"country_codes":["GBR"]}}],' +
  '"SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION":[]},' +
  '"check_reports":{"ID_DOCUMENT_TEXT_DATA_CHECK":[],"ID_DOCUMENT_AUTHENTICITY":[{"result":{"report":{"recommendation":' +
  '{"value":"REJECT","reason":"SOME_REASON"},"breakdown":[{"sub_check":"some_check","result":"FAIL",' +
  '"details":[{"name":"some","value":"detail"}]}]}},"document_filter":{"document_types":["DRIVING_LICENCE"],' +
  '"country_codes":["GBR"]}}],"ID_DOCUMENT_FACE_MATCH":[],"LIVENESS":[{"result":{"report":{"recommendation":' +
  '{"value":"APPROVE"},"breakdown":[]}},"liveness_type":"ZOOM"}],"ID_DOCUMENT_COMPARISON":[],' +
  '"SUPPLEMENTARY_DOCUMENT_TEXT_DATA_CHECK":[],"THIRD_PARTY_IDENTITY":[]}}'

const nonce = '7f0c6a5e-4a0b-4df3-9a52-0a1b2c3d4e5f'

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
  ['Python', signedBy, pythonBody, pythonHeaders],
  ['Ruby', `nonce=${nonce}&timestamp=1772625600&sdkId=${demo.sdkId}`, rubyBody, rubyHeaders],
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

test.each([
  ['Python', `nonce=${nonce}&timestamp=1772625600000`, pythonBody, pythonHeaders],
  ['Ruby', `nonce=${nonce}&timestamp=1772625600`, rubyBody, rubyHeaders],
])(
  'the sandbox client of %s says it for an application, without an sdkId in the query',
  async (_client, query, body, headers) => {
    await using sandbox = await openSandbox()
    const answer = await sandbox.send('PUT', `/apps/${demo.sdkId}/response-config`, body, query, headers)
    expect(answer).toMatchObject({ status: 200, type: undefined })
    const { session_id: id } = await sandbox.create(inBranchOrder())
    const session = await sandbox.visit(id)
    expect(reportOf(session, 'ID_DOCUMENT_AUTHENTICITY')).toEqual(rejected)
    const media = session.resources.id_documents[0]?.document_fields?.media.id
    const { body: fields } = await sandbox.send('GET', `/sessions/${id}/media/${media}/content`)
    expect(fields).toEqual({ full_name: 'Jürgen Doe' })
  },
)

test('a list of one item, as Python and Ruby send it for third parties, counts as the item does', async () => {
  await using sandbox = await openSandbox()
  const { session_id: id } = await sandbox.create(atHomeOrder({ requested_checks: [{ type: 'THIRD_PARTY_IDENTITY' }] }))
  await sandbox.say(id, { check_reports: { THIRD_PARTY_IDENTITY: [{ result: { report: rejected } }] } })
  expect(reportOf(await sandbox.visit(id), 'THIRD_PARTY_IDENTITY')).toEqual(rejected)
})
