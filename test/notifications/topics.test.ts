import { expect, test } from 'vitest'
import { expectDocumented, readSession } from '../support/answers.js'
import { branchTopics, openNotified } from '../support/notified.js'

const everyTopic = [
  'RESOURCE_UPDATE',
  'TASK_COMPLETION',
  'CHECK_COMPLETION',
  'SESSION_COMPLETION',
  'CLIENT_SESSION_TOKEN_DELETED',
  'NEW_PDF_SUPPLIED',
  'INSTRUCTIONS_EMAIL_REQUESTED',
  'THANK_YOU_EMAIL_REQUESTED',
  'FIRST_BRANCH_VISIT',
]

test('the three callbacks of a branch visit come in their order, without a sleep', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: branchTopics.map((topic) => topic.toUpperCase()) })
  await server.control.sessions.visit(sessionId)
  const deliveries = await server.control.notifications.waitFor({ sessionId, topic: 'session_completion' })
  expectDocumented('control', 'awaitNotifications', 200, { notifications: deliveries })
  expect(server.receiver.topics()).toEqual(branchTopics)
  for (const { body, topic } of server.receiver.received) expect(body).toEqual({ session_id: sessionId, topic })
})

test('only topics that were subscribed to are sent, once each, in any case they were written', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: ['Session_Completion', 'session_completion'] })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId })
  expect(server.receiver.topics()).toEqual(['session_completion'])
})

test('each topic of a whole visit carries the one id that belongs to it', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: everyTopic })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, topic: 'session_completion' })
  const { resources, checks } = await readSession(server.apiUrl, sessionId)
  const [document] = resources.id_documents
  const about = (topic: string, id: Record<string, string | undefined> = {}) => ({
    session_id: sessionId,
    topic,
    ...id,
  })
  expect(server.receiver.received.map(({ body }) => body)).toEqual([
    about('first_branch_visit'),
    about('resource_update', { resource_id: document?.id }),
    about('task_completion', { task_id: document?.tasks[0]?.id }),
    about('resource_update', { resource_id: resources.face_capture[0]?.id }),
    about('client_session_token_deleted'),
    about('thank_you_email_requested'),
    ...checks.map(({ id }) => about('check_completion', { check_id: id })),
    about('session_completion'),
  ])
})

test('a person at home is not thanked for a visit in a branch', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: everyTopic }, { atHome: true })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, topic: 'session_completion' })
  const told = new Set(server.receiver.topics())
  expect([...told]).toEqual([
    'resource_update',
    'task_completion',
    'client_session_token_deleted',
    'check_completion',
    'session_completion',
  ])
})

test('a session that the clerk does not complete tells of the visit and of no end', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: everyTopic }, { scenario: 'wrong-document' })
  await server.control.sessions.visit(sessionId)
  await server.control.clock.advance('P30D')
  const told = await server.control.notifications.waitFor({ sessionId, count: 4 })
  expect(told.map(({ topic }) => topic)).not.toContain('session_completion')
  expect(new Set(server.receiver.topics())).toEqual(
    new Set(['first_branch_visit', 'resource_update', 'task_completion']),
  )
})

test('who sends the letter itself is told when the instructions are set and when the e-mail is asked for', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({ topics: ['INSTRUCTIONS_EMAIL_REQUESTED'] })
  const instructions = `${server.apiUrl}/sessions/${sessionId}/instructions`
  const body = JSON.stringify({
    contact_profile: { first_name: 'A', last_name: 'B', email: 'a@b.example' },
    documents: [],
    branch: { type: 'UK_POST_OFFICE', fad_code: '1010034' },
  })
  expect((await fetch(instructions, { method: 'PUT', body })).status).toBe(200)
  await server.control.notifications.waitFor({ sessionId })
  await server.control.clock.advance('PT1S')
  expect((await fetch(`${instructions}/email`, { method: 'POST' })).status).toBe(200)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  expect(server.receiver.topics()).toEqual(['instructions_email_requested', 'instructions_email_requested'])
})

test.each([
  ['BASIC', `Basic ${Buffer.from('username:password').toString('base64')}`],
  [undefined, 'Basic dXNlcm5hbWU6cGFzc3dvcmQ='],
  ['BEARER', 'Bearer username:password'],
] as const)('the token is sent as %s says', async (auth_type, expected) => {
  await using server = await openNotified()
  const sessionId = await server.create({ auth_token: 'username:password', ...(auth_type && { auth_type }) })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId })
  expect(server.receiver.received[0]?.headers).toMatchObject({
    authorization: expected,
    'content-type': 'application/json',
  })
})

test('without a token no authorization is sent', async () => {
  await using server = await openNotified()
  const sessionId = await server.create()
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId })
  expect(server.receiver.received[0]?.headers).not.toHaveProperty('authorization')
})
