import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ControlError } from '../../server/index.js'
import { expectDocumented } from '../support/answers.js'
import { allScenarios } from '../support/results.js'
import { openTarget } from '../support/server.js'

let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test('health and version answer', async () => {
  expect(await target.control.health()).toEqual({ status: 'ok' })
  expect(await target.control.version()).toMatchObject({ name: 'mock-yoti', version: expect.stringMatching(/^\d+\./) })
})

test('the list has every scenario with what a reader needs to choose one', async () => {
  const { body } = await request(target.url).get('/__mock/scenarios').expect(200)
  expectDocumented('control', 'listScenarios', 200, body)
  const list = await target.control.scenarios.list()
  expect(list).toEqual(body.scenarios)
  expect(list.map(({ id }) => id)).toEqual(expect.arrayContaining([...allScenarios]))
  expect(list.find(({ id }) => id === 'all-approve')?.shape).toBe('COMPLETED, 6 APPROVE')
  for (const id of allScenarios.filter((name) => name.endsWith('-rejected')))
    expect(list.find((scenario) => scenario.id === id)?.provenance).toBe('invented')
})

test('one scenario comes with the answer that its named session gives', async () => {
  const scenario = await target.control.scenarios.get('profile-mismatch')
  expectDocumented('control', 'getScenario', 200, scenario)
  const { body } = await request(target.url).get(`/idverify/v1/sessions/${scenario.session_id}`).expect(200)
  expect(scenario.answer).toEqual(body)
})

test('an unknown scenario is an error that names the nearest', async () => {
  const { status, body } = await request(target.url).get('/__mock/scenarios/all-aprove')
  expectDocumented('control', 'getScenario', status, body)
  await expect(target.control.scenarios.get('all-aprove')).rejects.toThrow(ControlError)
  await expect(target.control.scenarios.get('all-aprove')).rejects.toThrow("The nearest is 'all-approve'")
})

test.each([
  ['POST', '/__mock/reset?sdkId=mine', 'query.sdkId belongs in the body: {"sdkId": …}'],
  ['POST', '/__mock/sessions/all-approve/visit?step=scan-letter', 'query.step belongs in the body: {"step": …}'],
  ['GET', '/__mock/clock?sdkid=mine', "query.sdkid is not known. Did you mean 'sdkId'? Known: sdkId"],
  ['GET', '/__mock/scenarios?group=counter', 'query.group is not known. Known: documents'],
])('%s %s is refused: it would not do what was meant', async (method, path, told) => {
  const response = await fetch(`${target.url}${path}`, { method })
  const { errors } = (await response.json()) as { errors: { property: string; message: string }[] }
  expect([response.status, errors.map(({ property, message }) => `${property} ${message}`)]).toEqual([400, [told]])
})
