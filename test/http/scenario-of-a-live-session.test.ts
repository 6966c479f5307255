import { EventEmitter, once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { openNotified } from '../support/notified.js'
import { openSessions } from '../support/open-sessions.js'
import { atHomeOrder, inBranchOrder } from '../support/orders.js'
import { readJson, readMedia } from '../support/read-media.js'
import { goodFile, type ScenarioFiles, scenarioFiles } from '../support/scenario-files.js'

const tampered = goodFile(
  'Tampered',
  `documents: [{ asked: PASSPORT, fields: { family_name: READ WRONGLY } }]
checks: { ID_DOCUMENT_AUTHENTICITY: { reject: TAMPERED } }
media: { document_id_photo: withheld }
faults: [{ operation: getSessionConfiguration, status: 503, }]
`,
)

const order = atHomeOrder({ user_tracking_id: 'scenario:ours' })

/** Options of a server that follows the directory, and a promise of its next reading of changed files. */
const following = (files: ScenarioFiles) => {
  const lines = new EventEmitter()
  const readAgain = once(lines, 'scenarios read again')
  const write = (line: string) => {
    if (line.includes('scenarios read again')) lines.emit('scenarios read again')
  }
  return { options: { scenarios: files.path, visits: 'manual', log: 'text', write } as const, readAgain }
}

test('a session lives on as its scenario was when the file is removed: visits, reads, media, faults and control', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': tampered })
  const { options, readAgain } = following(files)
  await using server = await openSessions(options)
  const id = await server.create(order)
  await rm(join(files.path, 'ours.yaml'))
  await readAgain
  expect((await server.control.scenarios.list()).map((scenario) => scenario.id)).not.toContain('ours')

  expect((await fetch(`${server.apiUrl}/sessions/${id}/configuration`)).status).toBe(503)
  expect(await server.control.sessions.get(id)).toMatchObject({ scenario: 'ours', stage: 'created' })
  await server.control.sessions.visit(id)
  const { state, checks, resources } = await readSession(server.apiUrl, id)
  expect(state).toBe('COMPLETED')
  const authenticity = checks.find(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY')
  expect(authenticity?.report?.recommendation).toEqual({ value: 'REJECT', reason: 'TAMPERED' })
  const [document] = resources.id_documents
  expect(await readJson(server.apiUrl, id, document?.document_fields?.media.id)).toMatchObject({
    family_name: 'READ WRONGLY',
  })
  expect((await readMedia(server.apiUrl, id, document?.document_id_photo?.media.id)).status).toBe(204)
  const inspected = await server.control.sessions.get(id)
  expect(inspected).toMatchObject({ scenario: 'ours', stage: 'completed', answer: { state: 'COMPLETED' } })
  expect(await server.control.sessions.list({ scenario: 'ours' })).toHaveLength(1)
  const refused = await server.post('/sessions', order)
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain("No scenario is called 'ours'")
})

test('a changed file is for sessions that are created later, and for those that are given the scenario again', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': tampered })
  const { options, readAgain } = following(files)
  await using server = await openSessions(options)
  const before = [await server.create(order), await server.create(order)] as const
  await files.write('ours.yaml', tampered.replace('TAMPERED', 'COUNTERFEIT'))
  await readAgain
  const after = await server.create(order)
  await server.control.sessions.changeScenario(before[1], 'ours')
  const reasonOf = async (id: string) => {
    await server.control.sessions.visit(id)
    const { checks } = await readSession(server.apiUrl, id)
    return checks.find(({ type }) => type === 'ID_DOCUMENT_AUTHENTICITY')?.report?.recommendation.reason
  }
  expect(await reasonOf(before[0])).toBe('TAMPERED')
  expect(await reasonOf(before[1])).toBe('COUNTERFEIT')
  expect(await reasonOf(after)).toBe('COUNTERFEIT')
})

test('the notifications of a session stay those of its scenario when the file is removed', async () => {
  const twice = goodFile('Twice', 'notifications: { session_completion: { times: 2 } }\n')
  await using files = await scenarioFiles({ 'ours.yaml': twice })
  const { options, readAgain } = following(files)
  await using server = await openNotified(options)
  const sessionId = await server.create({ topics: ['session_completion'] }, { scenario: 'ours' })
  await rm(join(files.path, 'ours.yaml'))
  await readAgain
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  expect(server.receiver.topics()).toEqual(['session_completion', 'session_completion'])
})

test('a default scenario whose file is removed refuses new sessions only', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': goodFile('Ours', 'visit: refused\n') })
  const { options, readAgain } = following(files)
  await using server = await openSessions({ ...options, scenario: 'ours' })
  const id = await server.create(inBranchOrder())
  expect((await server.instruct(id)).status).toBe(200)
  await rm(join(files.path, 'ours.yaml'))
  await readAgain
  await server.control.sessions.visit(id)
  expect((await readSession(server.apiUrl, id)).state).toBe('ONGOING')
  expect((await server.post('/sessions', inBranchOrder())).status).toBe(400)
})
