import { expect, test } from 'vitest'
import { branchTopics, openNotified } from '../support/notified.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

test.each([
  ['webhook-twice', [...branchTopics, 'session_completion']],
  ['webhook-lost', ['first_branch_visit', 'thank_you_email_requested']],
  ['webhooks-out-of-order', ['session_completion', 'first_branch_visit', 'thank_you_email_requested']],
])('%s: a good result whose notifications go astray', async (scenario, expected) => {
  await using server = await openNotified()
  const sessionId = await server.create({}, { scenario })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: expected.length })
  expect(server.receiver.topics()).toEqual(expected)
})

test('webhook-late: the completion is told late, by the clock', async () => {
  await using server = await openNotified()
  const sessionId = await server.create({}, { scenario: 'webhook-late' })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  await server.control.clock.advance('PT19M')
  expect(await server.control.notifications.list({ sessionId })).toHaveLength(2)
  await server.control.clock.advance('PT1M')
  await server.control.notifications.waitFor({ sessionId, count: 3 })
  expect(server.receiver.topics()).toEqual(branchTopics)
})

test('a scenario of your own says it in a line', async () => {
  const odd = goodFile('Odd webhooks', 'notifications:\n  first_branch_visit: { times: 0 }\n')
  await using files = await scenarioFiles({ 'odd-webhooks.yaml': odd })
  await using server = await openNotified({ scenarios: files.path, scenario: 'odd-webhooks' })
  const sessionId = await server.create()
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  expect(server.receiver.topics()).toEqual(['thank_you_email_requested', 'session_completion'])
})

test('what comes after another topic anyway stays where it is', async () => {
  const odd = goodFile('Nothing to move', 'notifications:\n  resource_update: { after: first_branch_visit }\n')
  await using files = await scenarioFiles({ 'nothing-to-move.yaml': odd })
  await using server = await openNotified({ scenarios: files.path, scenario: 'nothing-to-move' })
  const topics = ['first_branch_visit', 'resource_update', 'task_completion']
  const sessionId = await server.create({ topics })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 4 })
  const told = ['first_branch_visit', 'resource_update', 'task_completion', 'resource_update']
  expect(server.receiver.topics()).toEqual(told)
})
