import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { runCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { goodFile, type ScenarioFiles, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

const family = `varies: checks.PROFILE_DOCUMENT_MATCH.reject
members: [NAME_DIFFERS, BORN_ON_ANOTHER_DAY]
`
const documents = `extends: our-no:NAME_DIFFERS
varies: documents
members:
  PASSPORT: [{ asked: PASSPORT }]
  LICENCE_AND_BILL: [{ asked: DRIVING_LICENCE }, { asked: UTILITY_BILL }]
`

let files: ScenarioFiles
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  files = await scenarioFiles({
    'our-no.yaml': goodFile('The profile differs', family),
    'our-documents.yaml': goodFile('Documents', documents),
  })
  server = await startServer({ scenarios: files.path })
})
afterAll(async () => {
  await server.close()
  await files[Symbol.asyncDispose]()
})

const reasonOf = async (id: string, url = server.apiUrl) => {
  const { checks } = await readSession(url, id)
  return checks.at(-1)?.report?.recommendation.reason
}

test('each member of a family is a scenario: listed, with its value, its own title and its own session', async () => {
  const list = await server.control.scenarios.list()
  const members = list.filter(({ id }) => id.startsWith('our-no'))
  expect(members.map(({ id, title, group }) => ({ id, title, group }))).toEqual([
    { id: 'our-no:NAME_DIFFERS', title: 'The profile differs: NAME_DIFFERS', group: 'own' },
    { id: 'our-no:BORN_ON_ANOTHER_DAY', title: 'The profile differs: BORN_ON_ANOTHER_DAY', group: 'own' },
  ])
  expect(new Set(members.map(({ session_id }) => session_id)).size).toBe(2)
  expect(await reasonOf('our-no:BORN_ON_ANOTHER_DAY')).toBe('BORN_ON_ANOTHER_DAY')
  expect(await reasonOf(members[0]?.session_id ?? '')).toBe('NAME_DIFFERS')
})

test('a member is addressed wherever a scenario is', async () => {
  const member = 'our-no:BORN_ON_ANOTHER_DAY'
  for (const url of [server.scenarioUrl(member), `${server.url}/scenario/our-no%3ABORN_ON_ANOTHER_DAY/idverify/v1`])
    expect(await reasonOf('any', url)).toBe('BORN_ON_ANOTHER_DAY')
  expect((await server.control.scenarios.get(member)).id).toBe(member)

  const create = () => request(server.apiUrl).post('/sessions')
  const scenarioOf = async ({ body }: { body: { session_id: string } }) =>
    (await server.control.sessions.visit(body.session_id)).scenario
  expect(await scenarioOf(await create().set('X-Mock-Yoti-Scenario', member).send(inBranchOrder()))).toBe(member)
  const tracked = inBranchOrder({ user_tracking_id: `scenario:${member}` })
  expect(await scenarioOf(await create().send(tracked))).toBe(member)
  await server.control.nextSession({ scenario: member })
  expect(await scenarioOf(await create().send(inBranchOrder()))).toBe(member)
})

test('members may have values that are no names, and a base that is a member', async () => {
  const { resources, checks } = await readSession(server.apiUrl, 'our-documents:LICENCE_AND_BILL')
  expect(resources.id_documents.map(({ document_type }) => document_type)).toEqual(['DRIVING_LICENCE'])
  expect(checks.at(-1)?.report?.recommendation.reason).toBe('NAME_DIFFERS')
})

test('the bare id of a family is refused, naming its members, and an unknown member names the nearest', async () => {
  const { body } = await request(server.apiUrl)
    .post('/sessions')
    .set('X-Mock-Yoti-Scenario', 'our-no')
    .send(inBranchOrder())
  expect(body.errors[0].message).toBe(
    "'our-no' is a family of scenarios. Name one of its members: our-no:NAME_DIFFERS, our-no:BORN_ON_ANOTHER_DAY",
  )
  await expect(server.control.scenarios.get('our-no:NAME_DIFERS')).rejects.toThrow(
    "The nearest is 'our-no:NAME_DIFFERS'",
  )
})

test('mock-yoti scenarios lists and shows members', async () => {
  const { stdout } = await runCommand(['scenarios', '--wide', '--scenarios', files.path])
  expect(stdout).toMatch(/our-no:NAME_DIFFERS +own +The profile differs: NAME_DIFFERS/)
  const shown = await runCommand(['scenarios', 'show', 'our-no:NAME_DIFFERS', '--scenarios', files.path])
  expect(shown.stdout).toContain('"reason": "NAME_DIFFERS"')
  const refused = await runCommand(['scenarios', 'show', 'our-no', '--scenarios', files.path])
  expect(refused.stderr).toContain('Name one of its members')
})
