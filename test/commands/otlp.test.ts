import { expect, test } from 'vitest'
import { connectMockYoti, startMockYoti } from '../../server/index.js'
import { runCommand, serveCommand } from '../support/command.js'
import { openCollector } from '../support/otlp-collector.js'
import { openReceiver } from '../support/receiver.js'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const parentId = '00f067aa0ba902b7'

test('requests and webhooks are spans, as OpenTelemetry defines them', async () => {
  await using collector = await openCollector()
  await using receiver = await openReceiver([503])
  const server = await serveCommand(['serve', '--otlp'], {
    OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-team=of%20ours',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=ci',
  })
  const { control, apiUrl } = connectMockYoti(server.url)
  await fetch(`${apiUrl}/sessions/profile-mismatch?sdkId=mine`, {
    headers: { traceparent: `00-${traceId}-${parentId}-01` },
  })
  await fetch(`${apiUrl}/sessions/all-approve`, { headers: { traceparent: `00-${traceId}-${parentId}-00` } })
  await fetch(`${server.url}/nowhere`)
  await control.faults.add({ operation: 'getSession', status: 503, times: 1 })
  await fetch(`${apiUrl}/sessions/all-approve`)
  const notifications = { endpoint: `${receiver.url}?secret=1`, topics: ['first_branch_visit'] }
  const session = await control.sessions.start({ scenario: 'all-approve', kind: 'in-branch', notifications })
  await control.sessions.visit(session.session_id, { step: 'scan-letter' })
  await control.notifications.retryNow({ sessionId: session.session_id })
  await control.notifications.waitFor({ sessionId: session.session_id, status: 'delivered' })
  await server.stop()

  expect(collector.problems).toEqual([])
  const [first] = collector.requests
  expect(first).toMatchObject({
    path: '/v1/traces',
    headers: { 'content-type': 'application/json', 'x-team': 'of ours' },
    resource: { 'service.name': 'mock-yoti', 'deployment.environment.name': 'ci' },
  })
  const spans = collector.spans()
  expect(
    spans.map(({ name, kind, status, values }) => [name, kind, status.code, values['http.response.status_code']]),
  ).toEqual([
    ['GET /idverify/v1/sessions/{sessionId}', 2, undefined, '200'],
    ['GET', 2, undefined, '404'],
    ['GET /idverify/v1/sessions/{sessionId}', 2, 2, '503'],
    ['POST', 3, 2, '503'],
    ['POST', 3, undefined, '200'],
  ])
  const [read, , , failed, again] = spans
  expect(read).toMatchObject({ traceId, parentSpanId: parentId, spanId: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(read?.values).toEqual({
    'http.request.method': 'GET',
    'http.route': '/idverify/v1/sessions/{sessionId}',
    'http.response.status_code': '200',
    'url.path': '/idverify/v1/sessions/profile-mismatch',
    'url.scheme': 'http',
    'mock_yoti.operation': 'getSession',
    'mock_yoti.scenario': 'profile-mismatch',
    'mock_yoti.session_id': 'profile-mismatch',
    'mock_yoti.sdk_id': 'mine',
    'mock_yoti.verdict': 'unsigned',
    'mock_yoti.request': '1',
  })
  const took = Number(BigInt(read?.endTimeUnixNano ?? 0) - BigInt(read?.startTimeUnixNano ?? 0))
  expect(took).toBeGreaterThan(0)
  expect(took).toBeLessThan(60e9)
  expect(failed?.values).toMatchObject({
    'url.path': '/yoti',
    'server.address': '127.0.0.1',
    'error.type': '503',
    'mock_yoti.topic': 'first_branch_visit',
    'mock_yoti.session_id': session.session_id,
  })
  expect(again?.values['http.request.resend_count']).toBe('1')
  expect(JSON.stringify(spans)).not.toContain('secret')
})

test('spans are sent together, and the rest when the server ends', async () => {
  await using collector = await openCollector()
  const server = await serveCommand(['serve', '--otlp'], { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
  await Promise.all(Array.from({ length: 600 }, () => fetch(`${server.url}/idverify/v1/sessions/all-approve`)))
  await server.stop()
  expect(collector.requests.map(({ spans }) => spans.length)).toEqual([512, 88])
})

test('a collector that is away is told once, and what it missed is counted', async () => {
  const server = await serveCommand(['serve', '--otlp'], { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
  await Promise.all(Array.from({ length: 1100 }, () => fetch(`${server.url}/idverify/v1/sessions/all-approve`)))
  const dropped = async () => {
    const text = await (await fetch(`${server.url}/__mock/metrics`)).text()
    return /^mock_yoti_spans_dropped_total (\d+)$/m.exec(text)?.[1]
  }
  await expect.poll(dropped, { timeout: 20_000 }).toBe('1100')
  const { code, stdout } = await server.stop()
  expect(code).toBe(0)
  expect(stdout.match(/spans are dropped: http:\/\/127\.0\.0\.1:9\/v1\/traces: .*ECONNREFUSED/g)).toHaveLength(1)
})

test.each([
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL is grpc; spans are sent as JSON over HTTP'],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    "names a collector such as http://localhost:4318; got 'collector:4318'",
  ],
  [
    { OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '1s' },
    "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT takes milliseconds from 1 to 999999; got '1s'",
  ],
  [
    { OTEL_EXPORTER_OTLP_HEADERS: 'token' },
    "OTEL_EXPORTER_OTLP_HEADERS takes key=value, joined by commas; got 'token'",
  ],
])('variables that cannot be used end it with a sentence: %j', async (env, sentence) => {
  const { code, stderr } = await runCommand(['serve', '--otlp', '--port', '0'], env)
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
})

test('a server in a test sends no spans', async () => {
  const options = { otlp: true } as object
  await expect(startMockYoti(options)).rejects.toThrow('otlp')
})
