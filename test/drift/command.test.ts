import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DriftReport } from '../../drift/drift.js'
import { summarise } from '../../server/engine/results/summarise.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { startMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { runCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-drift-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

const resultOf = (id: string) => {
  const scenario = builtInScenarios().find((one) => one.id === id)
  if (scenario === undefined) throw new Error(`no scenario ${id}`)
  return summarise(scenario, Date.parse('2026-03-04T12:00:00Z')).answer as Schema<'SessionResult'>
}

const renamed = () => {
  const result = resultOf('all-approve')
  for (const check of result.checks)
    Object.assign(check, { report: { verdict: check.report?.recommendation, breakdown: [] } })
  return result
}

const write = async (name: string, value: unknown) => {
  await writeFile(at(name), JSON.stringify(value))
  return at(name)
}

const pacts = ['--pact-dir', 'contracts/pacts']

test('what would break a consumer comes first, with the pact that says so', async () => {
  const file = await write('renamed.json', renamed())
  const { code, stdout } = await runCommand(['drift', file, ...pacts, '--json', '-'])
  const { findings } = JSON.parse(stdout) as DriftReport
  expect(findings.map(({ rank, kind }) => `${rank} ${kind}`)).toEqual([
    'breaks contracts',
    'breaks contracts',
    'unknown document',
    'unknown document',
    'unknown catalogue',
    'unknown catalogue',
    'unseen document',
  ])
  expect(findings[0]).toMatchObject({
    title: `counter-service: getSession: checks[].report.recommendation: expected {"value":"APPROVE"}, got nothing`,
    details: ["its pact, 'getSession answers mandatory-check-absent'"],
    consumers: ['counter-service'],
    files: [file],
  })
  expect(findings.slice(2, 4).map(({ title, count }) => [title, count])).toEqual([
    ['getSession 200: checks[].report.verdict is not in openapi.yaml', 6],
    ['getSession 200: checks[].report.recommendation is missing', 6],
  ])
  expect(code).toBe(1)
})

test('the terminal shows each finding in plain words and 80 columns', async () => {
  const file = await write('renamed.json', renamed())
  const { code, stdout } = await runCommand(['drift', file, '--against', 'openapi'])
  expect(stdout).toBe(`1 exchange and 0 notifications, compared with openapi

Unknown to us (2)
  ! getSession 200: checks[].report.verdict is not in openapi.yaml
      6 times, first in renamed.json
  ! getSession 200: checks[].report.recommendation is missing
      6 times, first in renamed.json

Never seen (1)
  · getSession 200: 74 things of openapi.yaml not seen

2 findings: 0 would break a consumer, 2 unknown to us
`)
  expect(code).toBe(1)
  const all = await runCommand(['drift', file, ...pacts])
  for (const line of all.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('a result that no scenario can express comes with a scenario file that can be used', async () => {
  const result = { ...resultOf('profile-mismatch-rejected'), risk_score: 17 }
  const file = await write('new-field.json', result)
  const { code, stdout } = await runCommand([
    'drift',
    file,
    '--against',
    'catalogue',
    '--write-scenarios',
    at('scenarios'),
  ])
  expect(stdout).toContain("! no scenario can express it: risk_score is not in the scenario's answer")
  expect(stdout).toContain('the nearest scenario is profile-mismatch-rejected')
  expect(stdout).toContain(`Wrote ${at('scenarios')}/observed-1.yaml`)
  expect(code).toBe(1)
  expect(await readdir(at('scenarios'))).toEqual(['observed-1.yaml'])
  expect(await readFile(at('scenarios/observed-1.yaml'), 'utf8')).toContain('\nprovenance: observed\n')
  const { code: problems, stdout: lint } = await runCommand(['scenarios', 'lint', at('scenarios')])
  expect({ problems, lint }).toMatchObject({ problems: 0 })
})

test('a branch order without data of the applicant is nothing new', async () => {
  await using yoti = await startMockYoti({ visits: 'manual' })
  const { resources: _profile, ...order } = inBranchOrder()
  const created = await fetch(`${yoti.apiUrl}/sessions`, { method: 'POST', body: JSON.stringify(order) })
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  const { answer } = await yoti.control.sessions.visit(session_id)
  expect(answer).toMatchObject({ state: 'COMPLETED', resources: { applicant_profiles: [] } })
  const findingsOf = async (result: object) => {
    const file = await write('no-applicant.json', result)
    const { stdout } = await runCommand(['drift', file, '--against', 'catalogue', '--json', '-'])
    return (JSON.parse(stdout) as DriftReport).findings.map(({ title }) => title)
  }
  expect(await findingsOf(answer)).toEqual([])
  const { checks, ...rest } = answer as Schema<'SessionResult'>
  const withoutResources = checks.map((check) => ({ ...check, resources_used: [] }))
  expect(await findingsOf({ ...rest, checks: withoutResources })).not.toEqual([])
})

test('every form of the report says the same, and nothing of the person', async () => {
  const result = { ...renamed(), user_tracking_id: 'Quirinius Vandersloot', Vandersloot: { name: 'Quirinius' } }
  const file = await write('forms.json', result)
  const forms = ['json', 'html', 'junit'].flatMap((form) => [`--${form}`, at(`report.${form}`)])
  const { stdout } = await runCommand(['drift', file, ...pacts, ...forms])
  const [json = '', html = '', junit = ''] = await Promise.all(
    ['json', 'html', 'junit'].map((form) => readFile(at(`report.${form}`), 'utf8')),
  )
  for (const text of [stdout, json, html, junit]) {
    expect(text).toContain('checks[].report.verdict is not in openapi.yaml')
    expect(text).not.toMatch(/quirinius|vandersloot/i)
  }
  expect((JSON.parse(json) as DriftReport).tool).toBe('mock-yoti drift')
  expect(html).not.toMatch(/<(?:link|img|script)|https?:\/\//)
  expect(junit).toContain('<testcase classname="drift.document" name="getSession 200: checks[].report.verdict is not')
  expect(junit).toMatch(/<testsuite name="drift" tests="(\d+)" failures="\1">/)
})

test('where nothing has changed every comparison has passed', async () => {
  const file = await write('same.json', resultOf('all-approve'))
  const { code, stdout } = await runCommand(['drift', file, ...pacts, '--junit', at('passed.xml')])
  expect(stdout).toContain('No drift: everything that was recorded is as expected')
  expect(stdout).toContain('  counter-service: 1 answer as expected, 0 other results, 0 would break it\n')
  expect(code).toBe(0)
  expect(await readFile(at('passed.xml'), 'utf8')).toContain(`<testsuite name="drift" tests="3" failures="0">
    <testcase classname="drift" name="compared with openapi"/>
    <testcase classname="drift" name="compared with catalogue"/>
    <testcase classname="drift" name="compared with pacts"/>`)
})

const har = (...entries: readonly object[]) => ({ log: { version: '1.2', entries } })

const entry = (answer: unknown) => ({
  startedDateTime: '2026-03-04T12:00:00Z',
  request: { method: 'GET', url: 'https://api.yoti.com/sandbox/idverify/v1/sessions/one?sdkId=x', headers: [] },
  response: {
    status: 200,
    headers: [],
    content: {
      mimeType: 'application/json',
      encoding: 'base64',
      text: Buffer.from(JSON.stringify(answer)).toString('base64'),
    },
  },
})

test('archives are read as they are', async () => {
  const other = { ...entry({}), request: { method: 'GET', url: 'https://example.org/', headers: [] } }
  const file = await write('some.har', har(entry({ ...resultOf('all-approve'), state: 'ON_HOLD' }), other))
  const { code, stdout } = await runCommand(['drift', file, '--against', 'openapi'])
  expect(stdout).toContain('1 exchange and 0 notifications')
  expect(stdout).toContain('! getSession 200: state is ON_HOLD, which openapi.yaml does not list')
  expect(code).toBe(1)
})

test('a webhook that does not come is missed, once others have come', async () => {
  const api = 'https://api.yoti.com/idverify/v1'
  const json = (value: object) => ({ mimeType: 'application/json', text: JSON.stringify(value) })
  const headers = [
    { name: 'content-type', value: 'application/json' },
    { name: 'x-request-id', value: 'one' },
  ]
  const at = (minute: number, method: string, url: string, sent: object, status: number, answer: object) => ({
    startedDateTime: `2026-03-04T12:0${minute}:00Z`,
    request: { method, url, headers, postData: json(sent) },
    response: { status, headers, content: json(answer) },
  })
  const { session_id } = resultOf('all-approve')
  const topics = ['SESSION_COMPLETION', 'THANK_YOU_EMAIL_REQUESTED']
  const branch = ['IBV_VISUAL_REVIEW_CHECK', 'DOCUMENT_SCHEME_VALIDITY_CHECK', 'PROFILE_DOCUMENT_MATCH']
  const requested_checks = branch.map((type) => ({ type, config: { manual_check: 'IBV' } }))
  const created = { session_id, client_session_token: session_id, client_session_token_ttl: 600 }
  const result = at(3, 'GET', `${api}/sessions/${session_id}`, {}, 200, resultOf('all-approve'))
  const told = at(2, 'POST', 'https://example.org/hook', { session_id, topic: 'thank_you_email_requested' }, 200, {})
  const before = [
    at(1, 'POST', `${api}/sessions`, { notifications: { topics }, requested_checks }, 201, created),
    told,
    result,
  ]
  const titles = async (name: string, ...more: readonly object[]) => {
    const file = await write(name, har(...before, ...more))
    const { stdout } = await runCommand(['drift', file, '--against', 'catalogue', '--json', '-'])
    return (JSON.parse(stdout) as DriftReport).findings.map(({ title }) => title)
  }
  expect(await titles('soon.har')).toEqual([])
  expect(await titles('late.har', { ...result, startedDateTime: '2026-03-04T12:05:00Z' })).toEqual([
    'session_completion was not notified within a minute of a session being read as COMPLETED',
  ])
})

test.each([
  [[], 'Which recordings?'],
  [['none'], 'Cannot read none: ENOENT'],
  [['test/drift/fixtures-that-are-not-there', '--against', 'pacts'], '--against pacts needs the pacts: --pact-dir DIR'],
  [['x', '--against', 'opnapi'], "--against takes openapi, catalogue, pacts; got 'opnapi'. Did you mean 'openapi'?"],
  [['x', '--html', '/nowhere/at/all/x.html'], 'there is no folder /nowhere/at/all'],
])('what cannot be meant is exit 2 with a sentence: %j', async (argv, message) => {
  const { code, stderr } = await runCommand(['drift', ...argv])
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('a folder without recordings is no drift that was not found', async () => {
  const empty = await mkdtemp(join(folder, 'empty-'))
  const { code, stderr } = await runCommand(['drift', empty])
  expect(stderr).toContain(`There is no recording in ${empty}`)
  expect(code).toBe(2)
})

test('a folder without pacts is no consumer that nothing would break', async () => {
  const empty = await mkdtemp(join(folder, 'no-pacts-'))
  const { code, stderr } = await runCommand(['drift', 'package.json', '--pact-dir', empty])
  expect(stderr).toContain(`There is no pact in ${empty}`)
  expect(code).toBe(2)
})
