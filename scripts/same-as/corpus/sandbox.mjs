// The sandbox: what a client says is found, and the agent.

import { atHome, everything, identityProfile, inBranch } from '../../requests/orders.mjs'
import { api, callsOf } from './calls.mjs'

const base = `/sandbox${api}`
const report = {
  recommendation: { value: 'REJECT', reason: 'SOME_REASON' },
  breakdown: [{ sub_check: 'some_check', result: 'FAIL', details: [{ name: 'some', value: 'detail' }] }],
}
const template = (name, more = {}) => [{ result: { report_template: name }, ...more }]

const configs = [
  {},
  { check_reports: { ID_DOCUMENT_AUTHENTICITY: [null, { result: { report } }], async_report_delay: 5 } },
  { check_reports: { ID_DOCUMENT_AUTHENTICITY: template('TAMPERED'), ID_DOCUMENT_FACE_MATCH: template('AUTO_FAIL') } },
  {
    check_reports: {
      ID_DOCUMENT_AUTHENTICITY: template('TAMPERED', { document_filter: { document_types: ['DRIVING_LICENCE'] } }),
    },
  },
  { check_reports: { LIVENESS: [{ result: { report }, liveness_type: 'ZOOM', response_delay: 7 }] } },
  {
    task_results: {
      ID_DOCUMENT_TEXT_DATA_EXTRACTION: [
        {
          result: {
            document_fields: { full_name: 'Somebody Else' },
            detected_country: 'FRA',
            detected_document_type: 'PASSPORT',
          },
        },
      ],
    },
  },
  {
    task_results: {
      ID_DOCUMENT_TEXT_DATA_EXTRACTION: [
        { result: { recommendation: { value: 'MUST_TRY_AGAIN', reason: { value: 'QUALITY', detail: 'dark' } } } },
      ],
    },
  },
  { task_results: { ID_DOCUMENT_TEXT_DATA_EXTRACTION: template('UNABLE_TO_OCR') }, unknown: 1 },
  { check_reports: { ID_DOCUMENT_AUTHENTICITY: 'nonsense' } },
  { check_reports: null, task_results: null },
  [],
]

export const replaySandbox = async (pair) => {
  const calls = callsOf(pair)
  calls.begin('sandbox')
  for (const config of configs)
    for (const order of [atHome(), inBranch(), identityProfile()]) {
      const session = await calls.create(order, { base })
      await calls.call('PUT', `${session.path}/response-config`, config)
      await calls.visit(session)
      await calls.call('GET', session.path)
      await calls.advance('PT10S')
      await calls.readAll(session, { images: false })
      await calls.call('PUT', `${session.path}/response-config`, config)
    }
  await calls.call('PUT', `${base}/apps/an-application/response-config`, configs[2])
  await calls.call('PUT', `${api}/apps/an-application/response-config`, configs[2])
  const ofApplication = await calls.create(everything(), { base, query: '?sdkId=an-application' })
  await calls.visit(ofApplication)
  await calls.advance('PT1H')
  await calls.readAll(ofApplication)
  for (const id_documents of [
    undefined,
    [],
    [{ issuing_country: 'FRA', document_type: 'PASSPORT', capture_method: 'UPLOAD' }],
    [{ issuing_country: 'FRA', document_type: 'UTILITY_BILL' }],
    'x',
  ])
    for (const order of [atHome(), inBranch(), everything()]) {
      const session = await calls.create(order, { base })
      const body = { session_id: session.id, client_session_token: session.token, resources: { id_documents } }
      await calls.call('POST', `${base}/agent`, { ...body, client_session_token: 'another' })
      for (let nth = 0; nth < 2; nth += 1) await calls.call('POST', `${base}/agent`, body)
      await calls.advance('PT1H')
      await calls.readAll(session, { images: false })
    }
  await calls.call('POST', `${base}/agent`, { session_id: 'nobody', client_session_token: 'x' })
  await calls.finish()
}
