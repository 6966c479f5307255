import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openSessions } from '../support/open-sessions.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

const threeDocuments = inBranchOrder({
  required_documents: [
    { type: 'ID_DOCUMENT' },
    { type: 'ID_DOCUMENT' },
    { type: 'SUPPLEMENTARY_DOCUMENT', objective: { type: 'UK_DBS' } },
  ],
})

test('sessions are listed newest first, by application, stage and scenario', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const create = (sdkId: string, scenario: string) =>
    server.create(inBranchOrder({ user_tracking_id: `scenario:${scenario}` }), {}, server.apiUrl, `?sdkId=${sdkId}`)
  const first = await create('one', 'all-approve')
  const second = await create('one', 'missing-document')
  const third = await create('two', 'missing-document')
  await server.control.sessions.visit(first)
  const { list } = server.control.sessions
  const ids = async (...filter: Parameters<typeof list>) => (await list(...filter)).map((found) => found.session_id)
  expect(await ids()).toEqual([third, second, first])
  expect(await ids({ limit: 1 })).toEqual([third])
  expect(await ids({ sdkId: 'one' })).toEqual([second, first])
  expect(await ids({ scenario: 'missing-document' })).toEqual([third, second])
  expect(await ids({ stage: 'completed' })).toEqual([first])
  expect(await ids({ stage: 'created', sdkId: 'one' })).toEqual([second])
  expect((await list({ sdkId: 'two' }))[0]).toMatchObject({
    sdk_id: 'two',
    user_tracking_id: 'scenario:missing-document',
    scenario: 'missing-document',
    stage: 'created',
    state: 'ONGOING',
    in_branch: true,
    created_at: '2026-03-04T12:00:00Z',
  })
})

test.each([
  ['stage', 'sleeping'],
  ['limit', '0'],
  ['limit', '1001'],
  ['limit', 'many'],
  ['stages', 'created'],
])('a list with %s=%s is refused', async (name, value) => {
  await using server = await openSessions()
  const response = await fetch(`${server.url}/__mock/sessions?${name}=${value}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ property: expect.stringContaining(name) }] })
})

test('a session shows what has happened to it and what is to come', async () => {
  await using server = await openSessions({ visitDelay: 60 })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder())
  await server.instruct(id)
  const before = await server.control.sessions.get(id)
  expect(before.stage).toBe('instructed')
  expect(before.happened.map(({ type }) => type)).toEqual(['profile-supplied', 'instructions-email-requested'])
  const visit = ['letter-scanned', 'id-document-captured', 'face-captured', 'checked', 'completed']
  expect(before.coming.map(({ type }) => type)).toEqual(visit)
  expect(before.requirements).toMatchObject([
    { kind: 'ID_DOCUMENT', accepted: ['GBR DRIVING_LICENCE'], captured: false },
  ])
  await server.control.clock.advance('PT60S')
  const during = await server.control.sessions.get(id)
  expect(during.stage).toBe('capturing')
  expect(during.happened.at(-1)).toMatchObject({ type: 'id-document-captured', document: 'GBR PASSPORT' })
  expect(during.requirements[0]?.captured).toBe(true)
  expect(during.answer).toEqual(await readSession(server.apiUrl, id))
  await server.control.clock.advance('PT1S')
  expect(await server.control.sessions.get(id)).toMatchObject({ stage: 'completed', coming: [] })
})

test('a named session can be looked at, and not deleted', async () => {
  await using server = await openSessions()
  expect(await server.control.sessions.get('missing-document')).toMatchObject({ stage: 'refused', state: 'ONGOING' })
  expect((await server.control.sessions.get('missing-document-expired')).stage).toBe('expired')
  await expect(server.control.sessions.delete('missing-document')).rejects.toThrow('read-only')
})

test('a visit can be made step by step, each visible in the answer as Yoti shows it', async () => {
  await using server = await openSessions()
  await server.control.clock.freeze()
  const id = await server.create(threeDocuments)
  await server.instruct(id)
  const { visit } = server.control.sessions
  expect((await visit(id, { step: 'scan-letter' })).stage).toBe('visited')
  expect((await server.instruct(id)).status).toBe(409)
  const resources = async () => {
    const { id_documents, supplementary_documents, face_capture } = (await readSession(server.apiUrl, id)).resources
    return [id_documents.length, supplementary_documents.length, face_capture.length]
  }
  expect(await resources()).toEqual([0, 0, 0])
  expect((await visit(id, { step: 'capture-document' })).stage).toBe('capturing')
  expect(await resources()).toEqual([1, 0, 0])
  await visit(id, { step: 'capture-document', document: 3 })
  expect(await resources()).toEqual([1, 1, 0])
  await visit(id, { step: 'capture-face' })
  expect(await resources()).toEqual([1, 1, 1])
  await visit(id, { step: 'capture-document' })
  expect(await resources()).toEqual([2, 1, 1])
  await server.control.clock.advance('P1D')
  const waiting = await readSession(server.apiUrl, id)
  expect({ state: waiting.state, checks: waiting.checks }).toEqual({ state: 'ONGOING', checks: [] })
  expect(waiting).toHaveProperty('client_session_token')
  expect((await visit(id, { step: 'complete' })).stage).toBe('completed')
  const completed = await readSession(server.apiUrl, id)
  expect(completed).toMatchObject({ state: 'COMPLETED', resources: waiting.resources })
  const known = [...completed.resources.id_documents, ...completed.resources.supplementary_documents]
  expect(completed.checks.length).toBeGreaterThan(5)
  const used = completed.checks.flatMap(({ resources_used }) => resources_used)
  const ids = [...known, ...completed.resources.face_capture, ...completed.resources.applicant_profiles].map(
    (r) => r.id,
  )
  expect(used.filter((resource) => !ids.includes(resource))).toEqual([])
})

test('what is left of a visit can happen at once, and so can the whole of one that was to come by itself', async () => {
  await using server = await openSessions({ visitDelay: 60 })
  const id = await server.create(threeDocuments)
  await server.control.sessions.visit(id, { step: 'capture-document', document: 2 })
  const { stage, happened } = await server.control.sessions.visit(id)
  expect(stage).toBe('completed')
  expect(happened.filter(({ type }) => type.endsWith('captured'))).toHaveLength(4)
  const home = await server.create(atHomeOrder())
  expect((await server.control.sessions.visit(home, { step: 'capture-face' })).coming).toEqual([])
  expect((await server.control.sessions.visit(home, { step: 'complete' })).stage).toBe('completed')
})

test('the clerk can refuse, with a reason, and the session then waits for its deadline', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const id = await server.create(inBranchOrder())
  await server.control.sessions.visit(id, { step: 'capture-document' })
  const refused = await server.control.sessions.visit(id, {
    step: 'refuse',
    reason: 'The photograph is of somebody else',
  })
  expect(refused).toMatchObject({ stage: 'refused', state: 'ONGOING', coming: [] })
  expect(refused.happened.at(-1)).toMatchObject({ type: 'refused', reason: 'The photograph is of somebody else' })
  await expect(server.control.sessions.visit(id)).rejects.toThrow('the visit of the session is over')
  await server.control.clock.advance('P14D')
  expect(await server.control.sessions.get(id)).toMatchObject({ stage: 'expired', state: 'EXPIRED' })
})

test('a step that cannot be taken says why', async () => {
  await using server = await openSessions({ visits: 'manual' })
  const { visit } = server.control.sessions
  const id = await server.create(inBranchOrder())
  await expect(visit(id, { step: 'capture-document', document: 2 })).rejects.toThrow('There is no document 2')
  await expect(visit(id, { step: 'scan-letter' })).rejects.toThrow(
    'there is no letter: the session has no instructions',
  )
  await server.instruct(id)
  await visit(id, { step: 'scan-letter' })
  await expect(visit(id, { step: 'scan-letter' })).rejects.toThrow('it happened already')
  const nobody = await server.create(inBranchOrder({ user_tracking_id: 'scenario:missing-document' }))
  await expect(visit(nobody, { step: 'complete' })).rejects.toThrow("the scenario 'missing-document' has it not happen")
  await visit(id)
  await expect(visit(id)).rejects.toThrow('the visit of the session is over')
  const fresh = await server.create(inBranchOrder())
  // @ts-expect-error half an order
  await expect(visit(fresh, { document: 1 })).rejects.toThrow('document belongs to {"step":"capture-document"}')
  await expect(visit(fresh, { step: 'scan-letter', reason: 'x' })).rejects.toThrow(
    'reason belongs to {"step":"refuse"}, not to \'scan-letter\'',
  )
  const atHome = await server.create(atHomeOrder())
  await expect(visit(atHome, { step: 'refuse' })).rejects.toThrow('no clerk is there to refuse')
  const expired = await fetch(`${server.url}/__mock/sessions/${fresh}/expire`, { method: 'POST', body: '{"at":"now"}' })
  expect([expired.status, await expired.text()]).toEqual([
    400,
    expect.stringContaining('is not known: there is no body'),
  ])
  expect((await server.control.sessions.get(fresh)).stage).toBe('created')
  const danced = await fetch(`${server.url}/__mock/sessions/${id}/visit`, { method: 'POST', body: '{"step":"dance"}' })
  expect([danced.status, await danced.text()]).toEqual([400, expect.stringContaining('PAYLOAD_VALIDATION')])
})

test('a session can be given another scenario; what has happened stays', async () => {
  await using server = await openSessions({ visitDelay: 60 })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder())
  await server.instruct(id)
  const { changeScenario, get, visit } = server.control.sessions
  const coming = (await get(id)).coming[0]?.at
  const changed = await changeScenario(id, 'wrong-document')
  expect(changed).toMatchObject({ scenario: 'wrong-document', coming: [{ at: coming }, {}, {}, { type: 'refused' }] })
  await server.control.clock.advance('PT60S')
  const captured = (await readSession(server.apiUrl, id)).resources
  await changeScenario(id, 'profile-mismatch-rejected')
  await visit(id)
  const result = await readSession(server.apiUrl, id)
  expect(result.resources.id_documents).toEqual(captured.id_documents)
  expect(result.checks.map(({ report }) => report?.recommendation.value)).toContain('REJECT')
  await changeScenario(id, 'error-server-error')
  expect((await fetch(`${server.apiUrl}/sessions/${id}`)).status).toBe(500)
  expect((await changeScenario(id, 'all-approve')).answer).toEqual(result)
})

test('a person who was never to come can be sent after all', async () => {
  await using files = await scenarioFiles({ 'no-show.yaml': goodFile('Nobody comes', 'visit: none\n') })
  await using server = await openSessions({ visitDelay: 60, scenarios: files.path, scenario: 'no-show' })
  await server.control.clock.freeze()
  const id = await server.create(inBranchOrder())
  await server.instruct(id)
  expect((await server.control.sessions.visit(id)).stage).toBe('instructed')
  await server.control.sessions.changeScenario(id, 'all-approve')
  await server.control.clock.advance('PT61S')
  expect((await server.control.sessions.get(id)).stage).toBe('completed')
})

test('a scenario that does not exist, a named session and an unknown one are refused', async () => {
  await using server = await openSessions()
  const id = await server.create(inBranchOrder())
  await expect(server.control.sessions.changeScenario(id, 'all-aprove')).rejects.toThrow("The nearest is 'all-approve'")
  await expect(server.control.sessions.changeScenario('all-approve', 'all-approve')).rejects.toThrow('read-only')
  await expect(server.control.sessions.changeScenario('nobody', 'all-approve')).rejects.toThrow('SESSION_NOT_FOUND')
})

test('a visit that is over waits for its checks, also where it was made step by step', async () => {
  await using server = await openSessions({ visits: 'manual', scenario: 'face-match-takes-19-minutes' })
  const id = await server.create(inBranchOrder())
  const { visit, waitFor } = server.control.sessions
  await visit(id, { step: 'capture-document' })
  expect((await visit(id, { step: 'complete' })).stage).toBe('checking')
  await expect(visit(id)).rejects.toThrow('the visit of the session is over')
  const completed = waitFor(id, 'completed')
  await server.control.clock.advance('PT19M')
  expect((await completed).state).toBe('COMPLETED')
})

test('a session can be forgotten at any stage', async () => {
  await using server = await openSessions({ visitDelay: 60 })
  const id = await server.create(atHomeOrder())
  await server.control.sessions.delete(id)
  expect((await fetch(`${server.apiUrl}/sessions/${id}`)).status).toBe(404)
  await expect(server.control.sessions.delete(id)).rejects.toThrow('SESSION_NOT_FOUND')
  await expect(server.control.sessions.get(id)).rejects.toThrow('SESSION_NOT_FOUND')
})
