import { spawnSync } from 'node:child_process'
import parsePrometheus from 'parse-prometheus-text-format'
import { expect, test } from 'vitest'
import { openNotified } from '../support/notified.js'
import { atHomeOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

const read = async (url: string) => {
  const response = await fetch(`${url}/__mock/metrics`)
  const text = await response.text()
  // The parser drops the labels of histograms: their lines are read as they are, one by one.
  const families = parsePrometheus(text.replaceAll(/^# TYPE \S+ histogram$/gm, ''))
  return { text, type: response.headers.get('content-type'), families, histograms: parsePrometheus(text) }
}

type Families = Awaited<ReturnType<typeof read>>['families']

/** The samples of a family, as label=value lists with their value. */
const samplesOf = (families: Families, name: string) =>
  families
    .filter((family) => family.name === name)
    .flatMap(({ metrics }) => metrics)
    .map(({ labels = {}, value }) => [
      Object.entries(labels)
        .map(([label, text]) => `${label}=${text}`)
        .join(' '),
      value,
    ])

test('Prometheus reads requests by route, and everything else by its name', async () => {
  await using server = await startServer({ visits: 'manual' })
  for (const path of ['', '?sdkId=mine']) await fetch(`${server.apiUrl}/sessions/all-approve${path}`)
  await fetch(`${server.scenarioUrl('missing-document')}/sessions/anything`)
  await fetch(`${server.sandboxUrl}/sessions/nobody`)
  await fetch(`${server.url}/elsewhere`, { method: 'PURGE' })
  await fetch(`${server.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(atHomeOrder()) })
  await server.control.sessions.start({ scenario: 'wrong-document' })
  await server.control.faults.add({ operation: 'getSession', status: 503, times: 1 })
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  const { families, type, text } = await read(server.url)
  expect(type).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(text.endsWith('\n')).toBe(true)
  const get = 'http_request_method=GET http_route='
  expect(samplesOf(families, 'http_server_request_duration_seconds_count')).toEqual([
    [`${get}/idverify/v1/sessions/{sessionId} http_response_status_code=200 url_scheme=http`, '2'],
    [
      `${get}/scenario/{scenarioId}/idverify/v1/sessions/{sessionId} http_response_status_code=200 url_scheme=http`,
      '1',
    ],
    [`${get}/sandbox/idverify/v1/sessions/{sessionId} http_response_status_code=404 url_scheme=http`, '1'],
    ['http_request_method=_OTHER http_response_status_code=404 url_scheme=http', '1'],
    ['http_request_method=POST http_route=/idverify/v1/sessions http_response_status_code=201 url_scheme=http', '1'],
    [`${get}/idverify/v1/sessions/{sessionId} http_response_status_code=503 url_scheme=http error_type=503`, '1'],
  ])
  const all = (name: string) => samplesOf(families, name)
  expect(all('mock_yoti_sessions').filter(([, value]) => value !== '0')).toEqual([
    ['stage=created', '1'],
    ['stage=instructed', '1'],
  ])
  expect(all('mock_yoti_sessions_created_total')).toEqual([
    ['scenario=all-approve', '1'],
    ['scenario=wrong-document', '1'],
  ])
  expect(all('mock_yoti_unmatched_requests_total')).toEqual([['', '1']])
  expect(all('mock_yoti_faults_applied_total')).toEqual([['effect=status', '1']])
  expect(all('mock_yoti_signature_verdicts_total')).toEqual([['verdict=unsigned', '6']])
  expect(all('mock_yoti_journal_entries')).toEqual([['', '7']])
  expect(all('mock_yoti_journal_dropped_total')).toEqual([['', '0']])
  expect(all('mock_yoti_event_clients')).toEqual([['', '0']])
  expect(all('mock_yoti_build_info')[0]?.[0]).toMatch(/^version=\d+\.\d+\.\d+\S* node=v\d+/)
  for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'process_start_time_seconds'])
    expect(Number(all(name)[0]?.[1])).toBeGreaterThan(0)
})

test('the buckets of a histogram grow to its count', async () => {
  await using server = await startServer()
  for (let nth = 0; nth < 3; nth++) await fetch(`${server.apiUrl}/sessions/all-approve`)
  const { histograms } = await read(server.url)
  const [metric] = histograms.find(({ name }) => name === 'http_server_request_duration_seconds')?.metrics ?? []
  const buckets = metric?.buckets ?? {}
  const bounds = ['0.005', '0.01', '0.025', '0.05', '0.075', '0.1', '0.25', '0.5', '0.75', '1', '2.5', '5', '7.5', '10']
  expect(Object.keys(buckets).sort()).toEqual([...bounds, '+Inf'].sort())
  const counts = bounds.map((bound) => Number(buckets[bound]))
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect([counts.at(-1), buckets['+Inf']]).toEqual([3, '3'])
})

test('attempts of webhooks are counted by topic and outcome, a repeated one once', async () => {
  await using server = await openNotified({}, [503])
  const session = await server.create()
  await server.control.sessions.visit(session)
  await server.control.notifications.retryNow()
  await server.control.notifications.waitFor({ topic: 'session_completion' })
  await server.control.notifications.hold()
  await server.control.notifications.release()
  const { families } = await read(server.url)
  expect(samplesOf(families, 'mock_yoti_notification_attempts_total')).toEqual([
    ['topic=first_branch_visit outcome=refused', '1'],
    ['topic=first_branch_visit outcome=delivered', '1'],
    ['topic=thank_you_email_requested outcome=delivered', '1'],
    ['topic=session_completion outcome=delivered', '1'],
  ])
  expect(samplesOf(families, 'mock_yoti_notifications')).toContainEqual(['status=delivered', '3'])
  expect(samplesOf(families, 'http_client_request_duration_seconds_count').map(([labels]) => labels)).toEqual([
    'http_request_method=POST http_response_status_code=503 error_type=503',
    'http_request_method=POST http_response_status_code=200',
  ])
})

test('a reset keeps the counters, and what reads metrics is not counted', async () => {
  await using server = await startServer()
  await fetch(`${server.apiUrl}/sessions/all-approve`)
  await server.control.reset()
  await read(server.url)
  const { families } = await read(server.url)
  expect(samplesOf(families, 'http_server_request_duration_seconds_count')).toHaveLength(1)
  expect(samplesOf(families, 'mock_yoti_journal_entries')).toEqual([['', '0']])
})

test('callers cannot make labels grow without bound', async () => {
  await using server = await startServer()
  const methods = ['PURGE', 'LINK', 'COPY', 'REPORT', 'SEARCH']
  for (const [nth, method] of methods.entries()) await fetch(`${server.url}/path-${nth}?sdkId=${nth}`, { method })
  const { families } = await read(server.url)
  expect(samplesOf(families, 'http_server_request_duration_seconds_count')).toEqual([
    ['http_request_method=_OTHER http_response_status_code=404 url_scheme=http', '5'],
  ])
})

test('with a control token the metrics ask for it, as Prometheus sends it', async () => {
  await using server = await startServer({ controlToken: 'secret' })
  expect((await fetch(`${server.url}/__mock/metrics`)).status).toBe(401)
  const headers = { Authorization: 'Bearer secret', Accept: 'text/plain;version=0.0.4' }
  expect((await fetch(`${server.url}/__mock/metrics`, { headers })).status).toBe(200)
})

const hasPromtool = spawnSync('promtool', ['--version']).status === 0

test.skipIf(!hasPromtool)('promtool finds nothing to complain of (skipped where it is not installed)', async () => {
  await using server = await openNotified({}, [503])
  await server.control.sessions.visit(await server.create())
  await server.control.notifications.waitFor({ status: 'waiting' })
  const { text } = await read(server.url)
  const { stdout, stderr, status } = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })
  expect([stdout, stderr, status]).toEqual(['', '', 0])
})
