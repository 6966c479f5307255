import { expect, test } from 'vitest'
import { branchTopics, openNotified } from '../support/notified.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

const open = async (rules: string) => {
  const files = await scenarioFiles({ 'odd-webhooks.yaml': goodFile('Odd webhooks', `notifications:\n${rules}`) })
  const server = await openNotified({ scenarios: files.path })
  const close = async () => {
    await server.close()
    await files[Symbol.asyncDispose]()
  }
  return { ...server, [Symbol.asyncDispose]: close }
}

test('a scenario drops a topic and sends another one twice', async () => {
  await using server = await open('  first_branch_visit: { times: 0 }\n  session_completion: { times: 2 }\n')
  const sessionId = await server.create({}, { scenario: 'odd-webhooks' })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 3 })
  expect(server.receiver.topics()).toEqual(['thank_you_email_requested', 'session_completion', 'session_completion'])
})

test('a scenario sends a topic behind a later one', async () => {
  await using server = await open('  first_branch_visit: { after: session_completion }\n')
  const sessionId = await server.create({}, { scenario: 'odd-webhooks' })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 3 })
  expect(server.receiver.topics()).toEqual(['thank_you_email_requested', 'session_completion', 'first_branch_visit'])
})

test('a scenario sends a topic late, by the clock', async () => {
  await using server = await open('  session_completion: { delay: PT20M }\n')
  const sessionId = await server.create({}, { scenario: 'odd-webhooks' })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, count: 2 })
  await server.control.clock.advance('PT19M')
  expect(await server.control.notifications.list({ sessionId })).toHaveLength(2)
  await server.control.clock.advance('PT1M')
  await server.control.notifications.waitFor({ sessionId, count: 3 })
  expect(server.receiver.topics()).toEqual(branchTopics)
})
