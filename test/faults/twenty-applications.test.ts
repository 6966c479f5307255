import { afterAll, expect, test } from 'vitest'
import { errorTable } from '../../server/base/errors.js'
import type { Schema } from '../../server/openapi/schema.js'
import { inBranchOrder } from '../support/orders.js'
import { openTarget } from '../support/server.js'

const target = await openTarget()
const { control } = target
afterAll(() => target.close())

const scenarios = [
  'all-approve',
  'profile-mismatch-rejected',
  'wrong-document-rejected',
  'missing-document',
  'invalid-document-rejected',
] as const
const codes = ['TEMPORARILY_UNAVAILABLE', 'TOO_MANY_REQUESTS', 'SERVER_ERROR', 'SESSION_NOT_FOUND'] as const

/** Twenty applications: each scenario with each error, in numbers and at times of their own. */
const applications = scenarios.flatMap((scenario, at) =>
  codes.map((code, index) => ({ sdkId: `app-${scenario}-${code}`, scenario, code, times: index + 1, days: at + 1 })),
)

const verdictsOf = ({ state, checks }: Schema<'SessionResult'>) => [
  state,
  ...checks.map(({ type, report }) => [type, report?.recommendation?.value]),
]

const millisecondsOfDay = 86_400_000

/** One suite: everything that it sets is its own, and everything that it is answered is as it set it. */
const runSuite = async ({ sdkId, scenario, code, times, days }: (typeof applications)[number]) => {
  const before = Date.parse((await control.clock.get({ sdkId })).now)
  await control.clock.advance(`P${days}D`, { sdkId })
  await control.nextSession({ scenario, sdkId })
  const fault = await control.faults.add({ operation: 'getSession', code, sdkId, times })
  const call = (path: string, init?: RequestInit) => fetch(`${target.apiUrl}${path}?sdkId=${sdkId}`, init)
  const created = await call('/sessions', { method: 'POST', body: JSON.stringify(inBranchOrder()) })
  const { session_id } = (await created.json()) as Schema<'CreatedSession'>
  await control.sessions.visit(session_id)
  const answered: unknown[] = []
  for (let read = 0; read < times; read++) {
    const response = await call(`/sessions/${session_id}`)
    answered.push([response.status, ((await response.json()) as Schema<'Error'>).code])
  }
  const response = await call(`/sessions/${session_id}`)
  const session = (await response.json()) as Schema<'SessionResult'>
  const recorded = await control.requests.list({ sdkId })
  return {
    created: created.status,
    before,
    answered,
    status: response.status,
    session,
    recorded,
    fault: await control.faults.get(fault.id),
  }
}

test('twenty applications at once, with scenarios, faults and clocks of their own, never meet', async () => {
  const suites = await Promise.all(applications.map(runSuite))
  const alone = await Promise.all(
    scenarios.map(async (scenario) => {
      const response = await fetch(`${target.scenarioUrl(scenario)}/sessions`, {
        method: 'POST',
        body: JSON.stringify(inBranchOrder()),
      })
      const { session_id } = (await response.json()) as Schema<'CreatedSession'>
      const { answer } = await control.sessions.visit(session_id)
      return verdictsOf(answer as Schema<'SessionResult'>)
    }),
  )
  for (const [at, { code, times, scenario, days }] of applications.entries()) {
    const suite = suites[at]
    expect(suite?.created).toBe(201)
    expect(suite?.answered).toEqual(Array(times).fill([errorTable[code].status, code]))
    expect(suite?.status).toBe(200)
    expect(suite && verdictsOf(suite.session)).toEqual(alone[scenarios.indexOf(scenario)])
    expect(suite?.fault).toMatchObject({ matched: times + 1, applied: times })
    expect(suite?.recorded.map(({ operation, status, scenario: of }) => [operation, status, of])).toEqual([
      ['createSession', 201, scenario],
      ...Array(times).fill(['getSession', errorTable[code].status, scenario]),
      ['getSession', 200, scenario],
    ])
    const [profile] = suite?.session.resources.applicant_profiles ?? []
    const passed = Date.parse(profile?.created_at ?? '') - (suite?.before ?? 0)
    expect(Math.floor(passed / millisecondsOfDay)).toBe(days)
  }
  expect(new Set(suites.map(({ session }) => session.session_id)).size).toBe(20)
})

test('of one application everything is forgotten by a reset, of the others nothing', async () => {
  for (const sdkId of ['reset-a', 'reset-b']) {
    await control.faults.add({ sdkId, status: 500 })
    await control.clock.freeze({ sdkId })
    await fetch(`${target.apiUrl}/sessions/all-approve?sdkId=${sdkId}`)
  }
  await control.reset({ sdkId: 'reset-a' })
  const remembered = async (sdkId: string) => [
    (await control.faults.list({ sdkId })).length,
    (await control.requests.list({ sdkId })).length,
    (await control.clock.get({ sdkId })).frozen,
  ]
  expect(await remembered('reset-a')).toEqual([0, 0, false])
  expect(await remembered('reset-b')).toEqual([1, 1, true])
  await control.reset({ sdkId: 'reset-b' })
})
