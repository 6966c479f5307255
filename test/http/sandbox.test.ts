import { expect, test } from 'vitest'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { openSandbox, rejected, reportOf } from '../support/sandbox.js'
import { demo, sendRaw } from '../support/signing.js'

test('Node, Go and PHP name the application in the path alone; its later sandbox sessions find what it says', async () => {
  await using sandbox = await openSandbox()
  const before = await sandbox.create(atHomeOrder())
  const config = { check_reports: { ID_DOCUMENT_AUTHENTICITY: [null, { result: { report: rejected } }] } }
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
  await using sandbox = await openSandbox()
  const answer = await sandbox.send('PUT', '/apps/another/response-config', '{}')
  expect(answer).toMatchObject({ status: 401, body: { code: 'BAD_SDK_ID' } })
})

test('a session whose visit is over takes no response config', async () => {
  await using sandbox = await openSandbox()
  const { session_id: id } = await sandbox.create(atHomeOrder())
  await sandbox.visit(id)
  const answer = await sandbox.send('PUT', `/sessions/${id}/response-config`, '{}')
  expect(answer).toMatchObject({ status: 409, body: { code: 'SESSION_LOCKED' } })
})

test('the agent completes a session with the documents that it is given', async () => {
  await using sandbox = await openSandbox()
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
  await using sandbox = await openSandbox()
  const { session_id, client_session_token } = await sandbox.create(inBranchOrder())
  await sandbox.say(session_id, { check_reports: { IBV_VISUAL_REVIEW_CHECK: [{ result: { report: rejected } }] } })
  const answer = await sandbox.send('POST', '/agent', JSON.stringify({ session_id, client_session_token }))
  expect(answer.status).toBe(204)
  const session = await sandbox.read(session_id)
  expect(session.state).toBe('COMPLETED')
  expect(reportOf(session, 'IBV_VISUAL_REVIEW_CHECK')).toEqual(rejected)
})

test('an identity profile follows the reports', async () => {
  await using sandbox = await openSandbox()
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
  expect(identity_profile?.result).toBe('ABORTED')
  expect(identity_profile).not.toHaveProperty('identity_profile_report')
})

test('outside the sandbox its operations are not there, and a client is told where they are', async () => {
  await using sandbox = await openSandbox()
  const answer = await sendRaw(sandbox.url, { method: 'POST', target: '/idverify/v1/agent', body: '{}' })
  expect(answer).toMatchObject({ status: 404, body: { message: expect.stringContaining('/sandbox/idverify/v1') } })
})
