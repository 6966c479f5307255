import { readFileSync } from 'node:fs'
import request from 'supertest'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDirectory } from '../../server/engine/scenarios/read-directory.js'
import { expectDocumented } from '../support/answers.js'
import { inBranchOrder } from '../support/orders.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

const twiceThenWell = goodFile(
  'Twice unavailable',
  `faults:
  - { operation: createSession, status: 503, times: 1 }
  - { operation: getSession, status: 503, times: 2 }
`,
)

test('a scenario fails so many times for each session, and interleaved sessions do not disturb each other', async () => {
  await using files = await scenarioFiles({ 'twice.yaml': twiceThenWell })
  await using server = await startServer({ scenarios: files.path })
  const create = async () => {
    const { status, body } = await request(`${server.scenarioUrl('twice')}/sessions`)
      .post('')
      .send(inBranchOrder())
    return { status, id: body.session_id as string }
  }
  const refused = await create()
  const one = await create()
  const refusedAgain = await create()
  const other = await create()
  expect([refused.status, one.status, refusedAgain.status, other.status]).toEqual([503, 201, 503, 201])
  const found: [string, number][] = []
  for (const id of [one.id, other.id, one.id, other.id, one.id, other.id])
    found.push([id, (await fetch(`${server.apiUrl}/sessions/${id}`)).status])
  for (const { id } of [one, other])
    expect(found.filter(([session]) => session === id).map(([, status]) => status)).toEqual([503, 503, 200])
  const [first] = await server.control.requests.list({ sessionId: one.id, status: 503 })
  expect(first?.fault?.id).toBe('twice#2')
  const { body: listed } = await request(server.url).get('/__mock/faults').expect(200)
  expectDocumented('control', 'listFaults', 200, listed)
  expect(listed.ofScenarios).toContainEqual(
    expect.objectContaining({ id: 'twice#2', scenario: 'twice', sessionId: one.id, matched: 3, applied: 2 }),
  )
})

test('a reset counts anew', async () => {
  await using files = await scenarioFiles({ 'twice.yaml': twiceThenWell })
  await using server = await startServer({ scenarios: files.path })
  const read = async () => (await fetch(`${server.apiUrl}/sessions/twice`)).status
  expect([await read(), await read(), await read()]).toEqual([503, 503, 200])
  await server.control.reset()
  expect(await read()).toBe(503)
})

test('a rule of a scenario that cannot be used is told with its line and the nearest name', async () => {
  await using files = await scenarioFiles({
    'bad.yaml': goodFile('Bad', 'faults:\n  - { operation: getSesion, status: 503 }\n  - { operation: getSession }\n'),
  })
  const { problems } = await readDirectory(files.path)
  expect(problems.map(({ line }) => line)).toEqual([6, 7])
  expect(problems[0]?.message).toContain(
    "faults.0.operation no operation is called 'getSesion'. Did you mean 'getSession'?",
  )
  expect(problems[1]?.message).toContain('faults.1 does nothing')
})

test('a scenario takes the same keys as the control API, but for those that say whose', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const { components } = parse(read('server/control/control.openapi.yaml'))
  const { $defs } = JSON.parse(read('scenarios/scenario.schema.json'))
  const { sdkId: _sdkId, sessionId: _sessionId, ...shared } = components.schemas.FaultRule.properties
  expect(Object.keys($defs.fault.properties)).toEqual(Object.keys(shared))
  expect($defs.fault.properties.spoil.enum).toEqual(components.schemas.Spoil.enum)
})
