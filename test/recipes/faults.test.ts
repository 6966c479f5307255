import { expect, test } from 'vitest'
import { startMockYoti } from '../../server/index.js'
import { openSessions } from '../support/open-sessions.js'
import { inBranchOrder } from '../support/orders.js'
import { readPatiently } from '../support/patient-client.js'

test('429, then success', async () => {
  await using mock = await startMockYoti()
  const sdkId = 'my-suite'
  await mock.control.faults.add({
    operation: 'getSession',
    sdkId,
    status: 429,
    headers: { 'Retry-After': '0' },
    times: 2,
  })

  const session = await readPatiently(`${mock.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)

  expect(session.state).toBe('COMPLETED')
  await mock.control.requests.verify({ sdkId, operation: 'getSession', status: 429, exactly: 2 })
  await mock.control.requests.verify({ sdkId, operation: 'getSession', status: 200, exactly: 1 })
})

test('503 on the third call', async () => {
  await using mock = await startMockYoti()
  const sdkId = 'my-suite'
  await mock.control.faults.add({ operation: 'getSession', sdkId, status: 503, after: 2, times: 1 })

  for (let poll = 1; poll <= 4; poll++) await readPatiently(`${mock.apiUrl}/sessions/missing-document?sdkId=${sdkId}`)

  const calls = await mock.control.requests.list({ sdkId, operation: 'getSession' })
  expect(calls.map(({ status }) => status)).toEqual([200, 200, 503, 200, 200])
})

test('the connection is reset', async () => {
  await using mock = await startMockYoti()
  const sdkId = 'my-suite'
  await mock.control.faults.add({ operation: 'getSession', sdkId, spoil: 'reset-before', times: 1 })
  await mock.control.faults.add({ operation: 'getSession', sdkId, spoil: 'reset-during', times: 1 })

  const session = await readPatiently(`${mock.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)

  expect(session.state).toBe('COMPLETED')
  const calls = await mock.control.requests.list({ sdkId })
  expect(calls.map(({ fault }) => fault?.spoil)).toEqual(['reset-before', 'reset-during', undefined])
})

test('the answer is no JSON', async () => {
  await using mock = await startMockYoti()
  const sdkId = 'my-suite'
  await mock.control.faults.add({ operation: 'getSession', sdkId, spoil: 'malformed-json', times: 1 })
  await mock.control.faults.add({
    operation: 'getSession',
    sdkId,
    status: 502,
    body: '<h1>Bad gateway</h1>',
    headers: { 'Content-Type': 'text/html' },
    times: 1,
  })

  const session = await readPatiently(`${mock.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)

  expect(session.state).toBe('COMPLETED')
  await mock.control.requests.verify({ sdkId, exactly: 3 })
})

test('the letter is slow, or never comes', async () => {
  await using mock = await openSessions()
  const sessionId = await mock.create(inBranchOrder())
  await mock.instruct(sessionId)
  const letter = `${mock.apiUrl}/sessions/${sessionId}/instructions/pdf`
  await mock.control.faults.add({ operation: 'getInstructionsPdf', sessionId, delay: 'PT30S', times: 1 })
  await mock.control.faults.add({ operation: 'getInstructionsPdf', sessionId, delay: 50, slowBody: 100, times: 1 })

  await expect(fetch(letter, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout')
  const slow = await fetch(letter)

  expect(slow.headers.get('content-type')).toBe('application/pdf')
  expect((await slow.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  const [abandoned, waited] = await mock.control.requests.list({ sessionId, operation: 'getInstructionsPdf' })
  expect([abandoned?.status, waited?.status]).toEqual([undefined, 200])
})
