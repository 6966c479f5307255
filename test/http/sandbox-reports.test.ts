import { expect, test } from 'vitest'
import type { Schema } from '../../server/openapi/schema.js'
import { atHomeOrder } from '../support/orders.js'
import { openSandbox, reportOf } from '../support/sandbox.js'

test('the text that was read, the photo and the kind of document are those that were said', async () => {
  await using sandbox = await openSandbox()
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
  await using sandbox = await openSandbox()
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
  await using sandbox = await openSandbox()
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
  await using sandbox = await openSandbox()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  await sandbox.say(id, { check_reports: { [type]: [{ result: { report_template } }] } })
  expect(reportOf(await sandbox.visit(id), type)?.recommendation).toEqual({ value, ...(reason && { reason }) })
})

test('the breakdown of a template is that of its reason', async () => {
  await using sandbox = await openSandbox()
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
  await using sandbox = await openSandbox()
  await sandbox.control.clock.freeze()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  await sandbox.say(id, { check_reports: { LIVENESS: [{ response_delay: 1 }], async_report_delay: 5 } })
  const stand = ({ state, checks }: Schema<'SessionResult'>) => [
    state,
    ...checks.map(({ type, state: of, report }) => `${type} ${of}${report ? ' with report' : ''}`),
  ]
  const pending = ['ID_DOCUMENT_AUTHENTICITY PENDING', 'ID_DOCUMENT_TEXT_DATA_CHECK PENDING']
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
