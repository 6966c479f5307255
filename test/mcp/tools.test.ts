import { readFileSync } from 'node:fs'
import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMcpServer } from '../../cli/mcp/mcp-server.js'
import { startServer } from '../support/server.js'

let server: Awaited<ReturnType<typeof startServer>>
let client: Client
beforeAll(async () => {
  server = await startServer({ visits: 'manual' })
  client = await connect(server)
})
afterAll(async () => {
  await client.close()
  await server.close()
})

const connect = async (driven: Parameters<typeof createMcpServer>[0]) => {
  const connected = new Client({ name: 'test', version: '1' })
  const [mine, its] = InMemoryTransport.createLinkedPair()
  await createMcpServer(driven).connect(its)
  await connected.connect(mine)
  return connected
}

type Content = readonly { readonly type: string; readonly text?: string }[]

// Each test knows what the tool that it calls answers.
// biome-ignore lint/suspicious/noExplicitAny: the client has checked it against the tool's schema
type Output = Record<string, any>

/** Calls a tool; its structured output, which the client has held against the schema that the tool lists. */
const call = async (name: string, args: Record<string, unknown> = {}) => {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: args })
  expect([isError, content]).toEqual([undefined, [{ type: 'text', text: JSON.stringify(structuredContent) }]])
  return structuredContent as Output
}

/** The message of a tool that fails. */
const fail = async (name: string, args: Record<string, unknown>) => {
  const { isError, content } = await client.callTool({ name, arguments: args })
  expect(isError).toBe(true)
  return (content as Content)[0]?.text
}

test('there are twelve tools by intent, with schemas, and those that only read say so', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.destructiveHint])).toEqual(
    [
      ['get_status', true, undefined],
      ['control_server', false, true],
      ['faults', false, false],
      ['read_docs', true, undefined],
      ['find_scenarios', true, undefined],
      ['choose_scenario', false, false],
      ['start_session', false, false],
      ['inspect_sessions', true, undefined],
      ['drive_session', false, false],
      ['find_requests', true, undefined],
      ['verify_requests', true, undefined],
      ['webhooks', false, false],
    ],
  )
  for (const { name, outputSchema, description } of tools)
    expect([name, outputSchema?.['type'], (description ?? '').length > 40]).toEqual([name, 'object', true])
  // What an agent reads before it has done anything.
  expect(JSON.stringify(tools).length).toBeLessThan(14_000)
})

test('an agent finds a scenario, chooses it, and sees what the code under test sent', async () => {
  const { scenarios } = await call('find_scenarios', { text: 'missing document', limit: 3 })
  expect(scenarios.map(({ id }: { id: string }) => id)).toContain('missing-document')
  const one = await call('find_scenarios', { id: 'missing-document' })
  const answer = await (await fetch(`${one['session_url']}?sdkId=agent`)).json()
  expect(one['scenario'].answer).toEqual(answer)
  expect(await call('choose_scenario', { scenario: 'missing-document', scope: 'next', sdkId: 'agent' })).toEqual({
    holds: 'for the next 1 created session',
    scenario: 'missing-document',
    sdkId: 'agent',
    times: 1,
  })
  const { requests, total } = await call('find_requests', { sdkId: 'agent' })
  expect([total, requests[0].operation, requests[0].headers]).toEqual([1, 'getSession', undefined])
  const full = await call('find_requests', { sdkId: 'agent', detail: 'full' })
  expect(full['requests'][0].headers.host).toBe(new URL(server.url).host)
  expect(await call('verify_requests', { sdkId: 'agent', operation: 'getSession', exactly: 1 })).toEqual({
    ok: true,
    count: 1,
  })
  const { ok, message } = await call('verify_requests', { sdkId: 'agent', operation: 'getSession', exactly: 2 })
  expect([ok, message]).toEqual([false, expect.stringContaining('Expected exactly 2 requests')])
})

test('why a request was refused is told with the hint that its sender never sees', async () => {
  await fetch(`${server.apiUrl}/session/x?sdkId=lost`)
  const { requests } = await call('find_requests', { sdkId: 'lost' })
  expect(requests[0]).toMatchObject({ status: 404, nearMiss: "'session' is not 'sessions'" })
  const { attention } = await call('get_status')
  expect(attention.unmatched.last.at(-1)).toMatchObject({ path: '/idverify/v1/session/x' })
})

test('a session is started, driven step by step, looked at and waited for', async () => {
  const { session_id, session } = await call('start_session', { scenario: 'all-approve', sdkId: 'agent' })
  expect([session.stage, session.answer]).toEqual(['instructed', undefined])
  const scanned = await call('drive_session', { session_id, action: 'scan-letter' })
  expect(scanned['session'].stage).toBe('visited')
  await call('drive_session', { session_id, action: 'visit' })
  expect((await call('drive_session', { session_id, action: 'wait' }))['session'].stage).toBe('completed')
  const seen = await call('inspect_sessions', { session_id, include: ['answer', 'requests', 'webhooks'] })
  expect([seen['answer'].state, seen['requests'], seen['webhooks']]).toEqual(['COMPLETED', [], []])
  const { sessions } = await call('inspect_sessions', { sdkId: 'agent', stage: 'completed' })
  expect(sessions.map((one: { session_id: string }) => one.session_id)).toEqual([session_id])
  expect(await call('drive_session', { session_id, action: 'delete' })).toEqual({ deleted: session_id })
})

test('faults, webhooks, the clock and a reset', async () => {
  const { added } = await call('faults', { action: 'add', rule: { operation: 'getSession', status: 503, times: 1 } })
  expect((await fetch(`${server.apiUrl}/sessions/all-approve`)).status).toBe(503)
  expect((await call('faults', { action: 'list' }))['faults'][0]).toMatchObject({ id: added.id, applied: 1 })
  await call('faults', { action: 'remove', id: added.id })
  const { session_id } = await call('start_session', {
    scenario: 'all-approve',
    notifications_endpoint: `${server.url}/nowhere`,
  })
  const { deliveries } = await call('webhooks', {
    action: 'notify',
    sessionId: session_id,
    topic: 'session_completion',
  })
  expect(deliveries[0]).toMatchObject({ sessionId: session_id, attempts: [{ status: 404 }] })
  expect((await call('webhooks', { action: 'list', sessionId: session_id }))['deliveries']).toHaveLength(1)
  const { clock } = await call('control_server', { action: 'advance', by: 'PT1H' })
  expect(clock.now).toBe('2026-03-04T13:00:00Z')
  await call('control_server', { action: 'reset' })
  expect((await call('get_status'))['counts']).toEqual({ requests: 0, sessions: 0, deliveries: 0 })
})

test.each([
  ['find_scenarios', { id: 'all-aprove' }, "The nearest is 'all-approve'"],
  ['start_session', { scenario: 'none-such' }, 'No scenario is called'],
  ['inspect_sessions', { session_id: 'nobody' }, 'SESSION_NOT_FOUND'],
  ['drive_session', { session_id: 'all-approve', action: 'visit' }, 'read-only'],
  ['drive_session', { session_id: 'x', action: 'change-scenario' }, 'needs scenario'],
  ['control_server', { action: 'advance' }, 'PT1H'],
  ['control_server', { action: 'advance', by: 'tomorrow' }, 'by'],
  ['webhooks', { action: 'send' }, 'needs id'],
  ['faults', { action: 'remove' }, 'needs id'],
  ['faults', { action: 'add', rule: { statuz: 1 } }, "Did you mean 'status'"],
  ['read_docs', { name: 'signature' }, "Did you mean 'signatures'"],
  ['choose_scenario', { scenario: 'all-approve', scope: 'application' }, 'needs sdkId'],
  ['drive_session', { session_id: 'x', action: 'explode' }, 'action'],
  ['find_requests', { limit: 1000 }, 'limit'],
  ['find_requests', { sdkID: 'x' }, "Did you mean 'sdkId'?"],
])('%s %j fails with the remedy', async (name, args, told) => {
  expect(await fail(name, args)).toContain(told)
})

test('a server that does not run is said with the way to start it', async () => {
  const { connectMockYoti } = await import('../../server/index.js')
  const lost = await connect(connectMockYoti('http://127.0.0.1:9'))
  const { isError, content } = await lost.callTool({ name: 'get_status', arguments: {} })
  expect([isError, (content as Content)[0]?.text]).toEqual([true, expect.stringContaining('npx mock-yoti')])
})

test('documents, scenarios, sessions and pages are resources', async () => {
  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toEqual(
    expect.arrayContaining(['mock-yoti://openapi', 'mock-yoti://control-openapi', 'mock-yoti://docs/control']),
  )
  const read = async (uri: string) => {
    const [first] = (await client.readResource({ uri })).contents
    return String((first as { text?: string } | undefined)?.text)
  }
  expect(JSON.parse(await read('mock-yoti://openapi')).openapi).toBe('3.1.0')
  expect(await read('mock-yoti://docs/faults')).toBe(
    readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8'),
  )
  expect(JSON.parse(await read('mock-yoti://scenario/wrong-document')).id).toBe('wrong-document')
  expect(JSON.parse(await read('mock-yoti://session/all-approve')).state).toBe('COMPLETED')
  await expect(read('mock-yoti://docs/..%2F..%2Fpackage')).rejects.toThrow('No page is called')
  const ref = { type: 'ref/resource', uri: 'mock-yoti://scenario/{id}' } as const
  const { completion } = await client.complete({ ref, argument: { name: 'id', value: 'missing-document' } })
  expect(completion.values).toContain('missing-document-rejected')
})

test('two prompts lead an agent through the tools that there are', async () => {
  const names = (await client.listTools()).tools.map(({ name }) => name)
  const { prompts } = await client.listPrompts()
  expect(prompts.map(({ name }) => name)).toEqual(['test_a_result', 'why_refused'])
  for (const [name, args] of [
    ['test_a_result', { result: 'the photo was changed', language: 'Go' }],
    ['why_refused', { request_id: '412' }],
  ] as const) {
    const { messages } = await client.getPrompt({ name, arguments: args })
    const said = JSON.stringify(messages)
    for (const value of Object.values(args)) expect(said).toContain(value)
    const mentioned = [...said.matchAll(/\b[a-z]+_[a-z]+\b/g)].map(([word]) => word)
    expect(mentioned.filter((word) => !names.includes(word))).toEqual([])
  }
})
