import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { expectDocumented } from '../support/answers.js'
import { atHomeOrder, inBranchOrder, type Order } from '../support/orders.js'
import { startServer } from '../support/server.js'
import { demo, messageOf, sendRaw, sign } from '../support/signing.js'

const base = '/sandbox/idverify/v1'
const signedBy = `sdkId=${demo.sdkId}&nonce=7f0c6a5e-4a0b-4df3-9a52-0a1b2c3d4e5f&timestamp=1772625600000`

/** A strict server whose visits happen when the test says so, and an application that talks to its sandbox. */
const open = async () => {
  const server = await startServer({ signatures: 'strict', visits: 'manual' })
  const send = (method: string, path: string, body = '', query = signedBy, headers: Record<string, string> = {}) => {
    const digest = sign(messageOf(method, `${path}?${query}`, body))
    const target = `${base}${path}?${query}`
    return sendRaw(server.url, { method, target, headers: { ...headers, 'X-Yoti-Auth-Digest': digest }, body })
  }
  const create = async (order: Order) => {
    const { status, body } = await send('POST', '/sessions', JSON.stringify(order))
    expect([status, body]).toEqual([201, expect.anything()])
    return body as Schema<'CreatedSession'>
  }
  const read = async (id: string) => {
    const { body } = await send('GET', `/sessions/${id}`)
    expectDocumented('yoti', 'getSession', 200, body)
    return body as unknown as Schema<'SessionResult'>
  }
  const say = async (id: string, config: object) =>
    expect((await send('PUT', `/sessions/${id}/response-config`, JSON.stringify(config))).status).toBe(200)
  const visit = async (id: string) => {
    await server.control.sessions.visit(id)
    return read(id)
  }
  return { ...server, send, create, read, say, visit }
}

const reportOf = ({ checks }: Schema<'SessionResult'>, type: string) =>
  checks.find((check) => check.type === type)?.report

const rejected = {
  recommendation: { value: 'REJECT', reason: 'SOME_REASON' },
  breakdown: [{ sub_check: 'some_check', result: 'FAIL', details: [{ name: 'some', value: 'detail' }] }],
}

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
  await using sandbox = await open()
  const { session_id: id } = await sandbox.create(inBranchOrder())
  const answer = await sandbox.send('PUT', `/sessions/${id}/response-config`, body, query, headers)
  expect(answer).toMatchObject({ status: 200, type: undefined })
  const session = await sandbox.visit(id)
  expect(session.state).toBe('COMPLETED')
  expect(reportOf(session, 'ID_DOCUMENT_AUTHENTICITY')).toEqual(rejected)
  expect(reportOf(session, 'ID_DOCUMENT_FACE_MATCH')?.recommendation).toEqual({ value: 'APPROVE' })
})

test('Node, Go and PHP name the application in the path alone; its later sandbox sessions find what it says', async () => {
  await using sandbox = await open()
  const before = await sandbox.create(atHomeOrder())
  const config = { check_reports: { ID_DOCUMENT_AUTHENTICITY: [{ result: { report: rejected } }] } }
  const path = `/apps/${demo.sdkId}/response-config`
  const answer = await sandbox.send('PUT', path, JSON.stringify(config), 'nonce=1&timestamp=1772625600000')
  expect(answer.status).toBe(200)
  const [first, own] = [await sandbox.create(atHomeOrder()), await sandbox.create(atHomeOrder())]
  await sandbox.say(own.session_id, {})
  const found = async (id: string) =>
    reportOf(await sandbox.visit(id), 'ID_DOCUMENT_AUTHENTICITY')?.recommendation.value
  expect(await found(before.session_id)).toBe('APPROVE')
  expect(await found(first.session_id)).toBe('REJECT')
  expect(await found(own.session_id)).toBe('APPROVE')
  await sandbox.control.reset()
  expect(await found((await sandbox.create(atHomeOrder())).session_id)).toBe('APPROVE')
})

test('an application speaks for itself only', async () => {
  await using sandbox = await open()
  const answer = await sandbox.send('PUT', '/apps/another/response-config', '{}')
  expect(answer).toMatchObject({ status: 401, body: { code: 'BAD_SDK_ID' } })
})

test('the text that was read, the photo and the kind of document are those that were said', async () => {
  await using sandbox = await open()
  const { session_id: id } = await sandbox.create(
    atHomeOrder({ requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION' }] }),
  )
  const document_fields = { full_name: 'Jane Doe', structured_postal_address: { postal_code: 'A1' }, age: 30 }
  const data = Buffer.from('some image').toString('base64')
  const recommendation = { value: 'PROGRESS', reason: null }
  const result = {
    document_fields,
    document_id_photo: { content_type: 'image/jpeg', data },
    detected_country: 'FRA',
    detected_document_type: 'NATIONAL_ID',
    recommendation,
  }
  await sandbox.say(id, {
    task_results: {
      ID_DOCUMENT_TEXT_DATA_EXTRACTION: [
        { result: { document_fields: { full_name: 'Nobody' } }, document_filter: { document_types: ['AADHAAR'] } },
        { result, document_filter: { document_types: ['PASSPORT'], country_codes: ['GBR'] } },
      ],
    },
  })
  const { resources, checks } = await sandbox.visit(id)
  const [document] = resources.id_documents
  expect([document?.issuing_country, document?.document_type]).toEqual(['FRA', 'NATIONAL_ID'])
  expect(document?.tasks[0]?.recommendation).toEqual({ value: 'PROGRESS' })
  const media = (mediaId = '') => sandbox.send('GET', `/sessions/${id}/media/${mediaId}/content`)
  expect((await media(document?.document_fields?.media.id)).body).toEqual(document_fields)
  const photo = await media(document?.document_id_photo?.media.id)
  expect([photo.type, photo.bytes.toString()]).toEqual(['image/jpeg', 'some image'])
  expect(checks.map(({ type }) => type)).not.toContain('ID_DOCUMENT_TEXT_DATA_CHECK')
})

test('a text that must be captured again leaves no fields; a check of the text may find them', async () => {
  await using sandbox = await open()
  const unread = { ID_DOCUMENT_TEXT_DATA_EXTRACTION: [{ result_template: 'UNABLE_TO_OCR' }] }
  const order = atHomeOrder({ requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION' }] })
  const first = await sandbox.create(order)
  await sandbox.say(first.session_id, { task_results: unread })
  const [document] = (await sandbox.visit(first.session_id)).resources.id_documents
  expect(document?.document_fields).toBeUndefined()
  expect(document?.tasks[0]?.recommendation?.value).toBe('MUST_TRY_AGAIN')
  const second = await sandbox.create(order)
  const found = { result: { document_fields: { full_name: 'Found by a person' } } }
  await sandbox.say(second.session_id, {
    task_results: unread,
    check_reports: { ID_DOCUMENT_TEXT_DATA_CHECK: [found] },
  })
  const session = await sandbox.visit(second.session_id)
  const [generated] = session.resources.id_documents[0]?.tasks[0]?.generated_checks ?? []
  const check = session.checks.find(({ id }) => id === generated?.id)
  expect(check).toMatchObject({ type: 'ID_DOCUMENT_TEXT_DATA_CHECK', state: 'DONE' })
  const media = await sandbox.send(
    'GET',
    `/sessions/${session.session_id}/media/${check?.generated_media[0]?.id}/content`,
  )
  expect(media.body).toEqual(found.result.document_fields)
})

test('the first item whose filters let the matter through counts', async () => {
  await using sandbox = await open()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  const report = (reason: string) => ({ report: { recommendation: { value: 'REJECT', reason } } })
  await sandbox.say(id, {
    check_reports: {
      ID_DOCUMENT_AUTHENTICITY: [
        { result: report('LICENCE'), document_filter: { document_types: ['DRIVING_LICENCE'], country_codes: [] } },
        { result: report('FRENCH'), document_filter: { document_types: [], country_codes: ['FRA'] } },
        { result: report('FIRST') },
        { result: report('SECOND') },
      ],
      LIVENESS: [
        { result: report('FILMED'), liveness_type: 'ZOOM' },
        { result: report('PHOTOGRAPHED'), liveness_type: 'STATIC' },
      ],
    },
  })
  const session = await sandbox.visit(id)
  expect(reportOf(session, 'ID_DOCUMENT_AUTHENTICITY')?.recommendation.reason).toBe('FIRST')
  expect(reportOf(session, 'LIVENESS')?.recommendation.reason).toBe('PHOTOGRAPHED')
})

test.each([
  ['ID_DOCUMENT_AUTHENTICITY', 'SUCCESS', 'APPROVE', undefined],
  ['ID_DOCUMENT_AUTHENTICITY', 'TAMPERED', 'REJECT', 'TAMPERED'],
  ['ID_DOCUMENT_AUTHENTICITY', 'GLARE_OBSTRUCTION', 'NOT_AVAILABLE', 'GLARE_OBSTRUCTION'],
  ['ID_DOCUMENT_AUTHENTICITY', 'A_NAME_OF_TOMORROW', 'APPROVE', undefined],
  ['ID_DOCUMENT_AUTHENTICITY', 'constructor', 'APPROVE', undefined],
  ['ID_DOCUMENT_FACE_MATCH', 'MANUAL_FAIL', 'REJECT', 'DIFFERENT_PERSON'],
])('the template of %s called %s makes %s', async (type, report_template, value, reason) => {
  await using sandbox = await open()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  await sandbox.say(id, { check_reports: { [type]: [{ result: { report_template } }] } })
  expect(reportOf(await sandbox.visit(id), type)?.recommendation).toEqual({ value, ...(reason && { reason }) })
})

test('the breakdown of a template is that of its reason', async () => {
  await using sandbox = await open()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  const of = (report_template: string) => [{ result: { report_template } }]
  await sandbox.say(id, {
    check_reports: { ID_DOCUMENT_AUTHENTICITY: of('TAMPERED'), ID_DOCUMENT_FACE_MATCH: of('AUTO_FAIL') },
  })
  const session = await sandbox.visit(id)
  const failing = (type: string) =>
    reportOf(session, type)?.breakdown.flatMap(({ sub_check, result }) => (result === 'FAIL' ? [sub_check] : []))
  expect(failing('ID_DOCUMENT_AUTHENTICITY')).toContain('no_sign_of_tampering')
  expect(failing('ID_DOCUMENT_FACE_MATCH')).toEqual(['ai_face_match'])
})

test('reports come when their delay is over, and the session is completed with the last', async () => {
  await using sandbox = await open()
  await sandbox.control.clock.freeze()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  await sandbox.say(id, { check_reports: { LIVENESS: [{ response_delay: 1 }], async_report_delay: 5 } })
  const stand = ({ state, checks }: Schema<'SessionResult'>) => [
    state,
    ...checks.map(({ type, state: of, report }) => `${type} ${of}${report ? ' with report' : ''}`),
  ]
  const pending = ['ID_DOCUMENT_AUTHENTICITY PENDING', 'ID_DOCUMENT_FACE_MATCH PENDING']
  const after = async (by: string) => {
    await sandbox.control.clock.advance(by)
    return stand(await sandbox.read(id))
  }
  expect(stand(await sandbox.visit(id)).slice(0, 4)).toEqual(['ONGOING', ...pending, 'LIVENESS PENDING'])
  expect((await after('PT1S')).slice(0, 4)).toEqual(['ONGOING', ...pending, 'LIVENESS DONE with report'])
  const done = await after('PT4S')
  expect(done[0]).toBe('COMPLETED')
  expect(done.slice(1).every((check) => check.endsWith('DONE with report'))).toBe(true)
})

test('a session whose visit is over takes no response config', async () => {
  await using sandbox = await open()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  await sandbox.visit(id)
  const answer = await sandbox.send('PUT', `/sessions/${id}/response-config`, '{}')
  expect(answer).toMatchObject({ status: 409, body: { code: 'SESSION_LOCKED' } })
})

test('the agent completes a session with the documents that it is given', async () => {
  await using sandbox = await open()
  const created = await sandbox.create(atHomeOrder())
  const { session_id, client_session_token } = created
  const run = (document_type: string, token = client_session_token) => {
    const id_documents = [{ issuing_country: 'FRA', document_type, capture_method: 'UPLOAD' }]
    const body = { session_id, client_session_token: token, resources: { id_documents } }
    return sandbox.send('POST', '/agent', JSON.stringify(body))
  }
  expect(await run('UTILITY_BILL')).toMatchObject({
    status: 400,
    body: { code: 'PAYLOAD_VALIDATION', errors: [{ property: 'resources.id_documents[0]' }] },
  })
  expect(await run('PASSPORT', 'another')).toMatchObject({ status: 401, body: { code: 'BAD_TOKEN' } })
  expect(await run('PASSPORT')).toMatchObject({ status: 204, type: undefined })
  const { state, resources } = await sandbox.read(session_id)
  expect(state).toBe('COMPLETED')
  expect(resources.id_documents).toMatchObject([
    { document_type: 'PASSPORT', issuing_country: 'FRA', pages: [{ capture_method: 'UPLOAD' }] },
  ])
  expect(await run('PASSPORT')).toMatchObject({ status: 409, body: { code: 'SESSION_LOCKED' } })
  const unknown = JSON.stringify({ session_id: 'nobody', client_session_token: 'x' })
  expect(await sandbox.send('POST', '/agent', unknown)).toMatchObject({ status: 404 })
})

test('the agent bypasses the branch, and what the response config says is found', async () => {
  await using sandbox = await open()
  const { session_id, client_session_token } = await sandbox.create(inBranchOrder())
  await sandbox.say(session_id, { check_reports: { IBV_VISUAL_REVIEW_CHECK: [{ result: { report: rejected } }] } })
  const answer = await sandbox.send('POST', '/agent', JSON.stringify({ session_id, client_session_token }))
  expect(answer.status).toBe(204)
  const session = await sandbox.read(session_id)
  expect(session.state).toBe('COMPLETED')
  expect(reportOf(session, 'IBV_VISUAL_REVIEW_CHECK')).toEqual(rejected)
})

test('an identity profile follows the reports', async () => {
  await using sandbox = await open()
  const order = { identity_profile_requirements: { trust_framework: 'UK_TFIDA', scheme: { type: 'RTW' } } }
  const { session_id } = await sandbox.create(order)
  const reports = (reason: string) => [{ result: { report: { recommendation: { value: 'REJECT', reason } } } }]
  await sandbox.say(session_id, {
    check_reports: {
      ID_DOCUMENT_FACE_MATCH: reports('DIFFERENT_PERSON'),
      ID_DOCUMENT_AUTHENTICITY: reports('FRAUD_LIST_MATCH'),
    },
  })
  const { identity_profile } = await sandbox.visit(session_id)
  expect(identity_profile?.failure_reason).toMatchObject({
    reason_code: 'FRAUD_DETECTED',
    requirements_not_met_details: [
      { failure_type: 'ID_DOCUMENT_AUTHENTICITY', details: 'FRAUD_LIST_MATCH' },
      { failure_type: 'ID_DOCUMENT_FACE_MATCH', details: 'DIFFERENT_PERSON' },
    ],
  })
  expect(identity_profile?.identity_profile_report.schemes_compliance[0]?.requirements_met).toBe(false)
})

test('outside the sandbox its operations are not there, and a client is told where they are', async () => {
  await using sandbox = await open()
  const answer = await sendRaw(sandbox.url, { method: 'POST', target: '/idverify/v1/agent', body: '{}' })
  expect(answer).toMatchObject({ status: 404, body: { message: expect.stringContaining('/sandbox/idverify/v1') } })
})
