import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Verifier } from '@pact-foundation/pact'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webhookShapes } from '../../contracts/pact/index.js'
import { topics } from '../../server/engine/model/topics.js'
import { runCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { openPactFolder } from '../support/pacts.js'
import { openReceiver, type Receiver } from '../support/receiver.js'
import { startServer } from '../support/server.js'

const file = fileURLToPath(
  new URL('../../contracts/pacts/webhooks/counter-service-yoti-idv-mock-webhooks.json', import.meta.url),
)

let server: Awaited<ReturnType<typeof startServer>>
let receiver: Receiver
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
  receiver = await openReceiver()
})
afterAll(async () => {
  await server.close()
  await receiver[Symbol.asyncDispose]()
})

/** What the server really posts of each topic. */
const sentBodies = async (): Promise<Record<string, unknown>> => {
  const notifications = { endpoint: receiver.url, topics: topics.map((topic) => topic.toUpperCase()) }
  const { body } = await request(server.apiUrl).post('/sessions').send(inBranchOrder({ notifications }))
  const sessionId = body.session_id
  for (const topic of ['instructions_email_requested', 'new_pdf_supplied'])
    await server.control.notifications.notifyNow({ sessionId, topic })
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, topic: 'session_completion' })
  return Object.fromEntries(receiver.received.map(({ topic, body: sent }) => [topic, sent]))
}

test('the kit has every topic, and an unknown one is told with the nearest', () => {
  expect(webhookShapes.all.map(({ topic }) => topic).sort()).toEqual([...topics].sort())
  expect(() => webhookShapes.only('session_completed')).toThrow("Did you mean 'session_completion'?")
})

test('what the server posts is what the committed pact of notifications asks for', async () => {
  const sent = await sentBodies()
  const { interactions } = JSON.parse(readFileSync(file, 'utf8')) as { interactions: { description: string }[] }
  expect(interactions).toHaveLength(topics.length)
  const handlers = Object.fromEntries(
    webhookShapes.all.map(({ topic, description }) => [description, async () => sent[topic]]),
  )
  await new Verifier({
    provider: 'yoti-idv-mock-webhooks',
    pactUrls: [file],
    messageProviders: handlers,
    logLevel: 'error',
  } as never).verifyProvider()
})

test('mock-yoti verify --webhooks verifies it, and fails for a message that nobody sends', async () => {
  const verify = (pact: string) => runCommand(['verify', '--webhooks', '--pact-file', pact], quietEnvironment())
  const kept = await verify(file)
  expect(kept.stdout).toContain(`${topics.length} interactions, 0 failed`)
  expect(kept.code).toBe(0)

  await using folder = await openPactFolder()
  const text = readFileSync(file, 'utf8').replace('a notification of first_branch_visit', 'a notification of nothing')
  await writeFile(folder.at('pact.json'), text)
  const broken = await verify(folder.at('pact.json'))
  expect(broken.stdout).toContain(`${topics.length} interactions, 1 failed`)
  expect(broken.code).toBe(1)
})

test('a verifier of messages is told what there is', async () => {
  expect(await server.control.makeMessage('a notification of session_completion')).toMatchObject({
    topic: 'session_completion',
  })
  await expect(server.control.makeMessage('a notification of session_complete')).rejects.toThrow(
    "Did you mean 'a notification of session_completion'?",
  )
})
