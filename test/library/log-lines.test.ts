import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

test('control characters of a request are escaped in the log: it cannot forge a line', async () => {
  const lines: string[] = []
  await using server = await startServer({ log: 'text', write: (line) => lines.push(line) })
  const digest = { 'X-Yoti-Auth-Digest': 'AAAA' }
  await fetch(`${server.apiUrl}/sessions/all-approve?sdkId=x%0AFAKE%1b[31m%C2%9B`, { headers: digest })
  const printed = lines.join('')
  expect(printed).toContain("no key is registered for the sdkId 'x\\u000aFAKE\\u001b[31m\\u009b'")
  expect(printed.includes('\u001b')).toBe(false)
  expect(printed.includes('\u009b')).toBe(false)
})
