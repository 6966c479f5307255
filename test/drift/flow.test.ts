import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DriftReport } from '../../drift/drift.js'
import type { Schema } from '../../server/openapi/schema.js'
import { runCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'
import { type Change, inJson, openChangedYoti } from './changed-yoti.js'
import { openRecorder } from './recorder.js'

let mock: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  const { now } = Date
  mock = await startServer({ visits: 'manual', clock: { now: () => now() } })
})
afterAll(() => mock.close())

const topics = [
  ...['resource_update', 'task_completion', 'check_completion', 'session_completion'],
  ...['client_session_token_deleted', 'thank_you_email_requested', 'first_branch_visit'],
]

const homeOrder = {
  requested_checks: [
    { type: 'ID_DOCUMENT_AUTHENTICITY', config: {} },
    { type: 'LIVENESS', config: { liveness_type: 'ZOOM', max_retries: 3 } },
    { type: 'ID_DOCUMENT_FACE_MATCH', config: { manual_check: 'NEVER' } },
  ],
  requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION', config: { manual_check: 'NEVER' } }],
  required_documents: [{ type: 'ID_DOCUMENT' }],
}

type Driven = { readonly order?: object; readonly before?: string; readonly after?: string; readonly scenario?: string }

/** Orders, has the person come, and reads the result, with the clock of the Yoti moved before and after the visit. */
const drive = async (url: string, endpoint: string, { order = inBranchOrder(), before, after, scenario }: Driven) => {
  const body = JSON.stringify({ ...order, notifications: { endpoint, topics } })
  const created = await fetch(`${url}/sessions`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  const { session_id: id } = (await created.json()) as Schema<'CreatedSession'>
  await fetch(`${url}/sessions/${id}`)
  if (scenario !== undefined) await mock.control.sessions.changeScenario(id, scenario)
  if (before !== undefined) await mock.control.clock.advance(before)
  await mock.control.sessions.visit(id)
  await fetch(`${url}/sessions/${id}`)
  if (after !== undefined) await mock.control.clock.advance(after)
  await mock.control.notifications.waitFor({ sessionId: id, topic: 'session_completion' })
  await fetch(`${url}/sessions/${id}`)
}

const findingsOf = async (change: Change, driven: readonly Driven[], ...argv: readonly string[]) => {
  let receiver = ''
  await using yoti = await openChangedYoti(mock.url, () => receiver, change)
  await using recorder = await openRecorder(yoti.apiUrl)
  receiver = `${recorder.url}/notifications`
  for (const one of driven) await drive(recorder.url, yoti.hook, one)
  await recorder.recordings()
  const args = ['drift', recorder.folder, '--against', 'catalogue', '--json', '-', ...argv]
  const { stdout, stderr } = await runCommand(args)
  expect(stderr).toBe('')
  return (JSON.parse(stdout) as DriftReport).findings.filter(({ kind }) => kind === 'flow')
}

const titlesOf = async (...given: Parameters<typeof findingsOf>) =>
  (await findingsOf(...given)).map(({ title }) => title)

const unchanged: Change = () => undefined

test('nothing is found of a Yoti as mock-yoti is, also when its clock is moved between the steps', async () => {
  const driven = [
    {},
    { order: homeOrder },
    { before: 'P2D' },
    { order: homeOrder, after: 'PT5H' },
    { after: 'PT3H' },
    { scenario: 'face-match-takes-19-minutes', after: 'PT20M' },
    { scenario: 'check-appears-late:AFTER', after: 'PT3H' },
    { scenario: 'profile-mismatch-rejected' },
  ]
  expect(await findingsOf(unchanged, driven)).toEqual([])
})

const session = /^\/sessions\/[^/]+$/

const later = (minutes: number) =>
  inJson(session, (result: Schema<'SessionResult'>) => {
    for (const check of result.checks ?? [])
      if (check.type === 'ID_DOCUMENT_FACE_MATCH')
        check.last_updated = `${new Date(Date.parse(check.last_updated) + minutes * 60_000).toISOString().slice(0, 19)}Z`
  })

test('a check that takes longer than its scenario promises is found, with both durations', async () => {
  const [finding, ...others] = await findingsOf(later(95), [{}])
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    title: 'the check ID_DOCUMENT_FACE_MATCH is longer than its scenario promises',
    details: [expect.stringMatching(/^it is 2 h; \S+ promises 0 s to \d+ s, and 30 min more or less are tolerated$/)],
  })
})

test('the tolerance is given in minutes', async () => {
  expect(await titlesOf(later(25), [{}])).toEqual([])
  expect(await titlesOf(later(25), [{}], '--tolerance', '1')).toEqual([
    'the check ID_DOCUMENT_FACE_MATCH is longer than its scenario promises',
  ])
  const { code, stderr } = await runCommand(['drift', 'x', '--tolerance', 'long'])
  expect(stderr).toContain("--tolerance takes minutes, such as 30 or 0.5; got 'long'")
  expect(code).toBe(2)
})

const withoutTopic =
  (topic: string): Change =>
  (message) =>
    message.path === '/notifications' && message.body.includes(topic) ? [] : undefined

test.each(['first_branch_visit', 'check_completion', 'resource_update'])(
  'a topic that was subscribed to and does not come is found: %s',
  async (topic) => {
    expect(await titlesOf(withoutTopic(topic), [{}])).toEqual([
      `${topic} was subscribed to, and not notified of a completed session`,
    ])
  },
)

test('a topic that such a session never has is found', async () => {
  const more: Change = (message) => {
    if (message.path !== '/notifications' || !message.body.includes('session_completion')) return undefined
    const body = Buffer.from(message.body.toString().replace('session_completion', 'thank_you_email_requested'))
    return [{ ...message, body }, message]
  }
  expect(await titlesOf(more, [{ order: homeOrder }])).toEqual([
    'thank_you_email_requested was notified, and a session with such a result has none',
  ])
})

test('an order that a scenario promises is told as that of this scenario', async () => {
  const checks = ['IBV_VISUAL_REVIEW_CHECK', 'PROFILE_DOCUMENT_MATCH', 'DOCUMENT_SCHEME_VALIDITY_CHECK']
  const requested_checks = inBranchOrder().requested_checks?.filter(({ type }) => checks.includes(type)) ?? []
  const required_documents = [
    { type: 'ID_DOCUMENT' as const },
    { type: 'SUPPLEMENTARY_DOCUMENT' as const, objective: { type: 'PROOF_OF_ADDRESS' as const } },
  ]
  const order = inBranchOrder({ requested_checks, required_documents, requested_tasks: [] })
  const findings = await findingsOf(unchanged, [{ order, scenario: 'webhook-twice' }])
  expect(findings).toMatchObject([
    {
      title: 'session_completion was notified twice',
      details: [expect.stringMatching(/^the nearest scenario, \S+, has it otherwise$/), 'webhook-twice has it so'],
    },
  ])
})
