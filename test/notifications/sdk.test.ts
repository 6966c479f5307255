import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openNotified } from '../support/notified.js'

test('what the yoti package subscribes to is sent, as it asks', async () => {
  await using server = await openNotified()
  const program = fileURLToPath(new URL('../support/notified-with-sdk.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, YOTI_IDV_API_URL: server.apiUrl, RECEIVER: server.receiver.url },
  })
  const sessionId = stdout.split('\n').at(-1) ?? ''
  await server.control.sessions.visit(sessionId)
  await server.control.notifications.waitFor({ sessionId, topic: 'session_completion' })
  expect(server.receiver.topics()).toEqual([
    'resource_update',
    'task_completion',
    'check_completion',
    'check_completion',
    'session_completion',
  ])
  expect(server.receiver.received[0]?.headers.authorization).toBe('Bearer a-token')
})
