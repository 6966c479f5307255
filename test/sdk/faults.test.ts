import { expect, test } from 'vitest'
import { readWithSdk } from '../support/sdk.js'
import { startServer } from '../support/server.js'

const kinds = [
  { rule: { status: 429, headers: { 'Retry-After': '2' } }, told: /^TOO_MANY_REQUESTS - Too many requests/ },
  { rule: { code: 'SESSION_EXPIRED' }, told: /^SESSION_EXPIRED - The session has expired/ },
  { rule: { status: 502, body: '<h1>Bad gateway</h1>' }, told: /^Bad Gateway/ },
  { rule: { spoil: 'reset-before' }, told: /ECONNRESET/ },
  { rule: { spoil: 'reset-during' }, told: /ECONNRESET/ },
  { rule: { spoil: 'truncated-body' }, told: /aborted/ },
  { rule: { spoil: 'malformed-json' }, told: /JSON/ },
  { rule: { spoil: 'wrong-content-type' }, told: /^Cannot read properties of undefined/ },
  { rule: { spoil: 'empty-body' }, told: /^Cannot read properties of null/ },
] as const

test('the yoti package meets every kind of fault, one a call, and reads the session between them', async () => {
  await using server = await startServer()
  const { faults, requests } = server.control
  for (const [at, { rule }] of kinds.entries())
    await faults.add({ operation: 'getSession', after: at * 2, times: 1, ...rule })
  await faults.add({ operation: 'getSession', after: kinds.length * 2, delay: 10, slowBody: 10 })
  const calls = kinds.length * 2 + 1
  const sessions = await readWithSdk(server.apiUrl, Array(calls).fill('all-approve'))
  for (const [at, { told }] of kinds.entries()) {
    expect(sessions[at * 2]?.error, JSON.stringify(kinds[at]?.rule)).toMatch(told)
    expect(sessions[at * 2 + 1]?.state).toBe('COMPLETED')
  }
  expect(sessions.at(-1)?.state).toBe('COMPLETED')
  expect(await requests.verify({ operation: 'getSession', exactly: calls })).toBe(calls)
})
