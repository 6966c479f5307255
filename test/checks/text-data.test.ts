import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSession } from '../support/answers.js'
import { goodFile, type ScenarioFiles, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

const text = (told: string) => goodFile('Text', `order: hybrid\ndocuments: [{ asked: PASSPORT, ${told} }]\n`)

let files: ScenarioFiles
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  files = await scenarioFiles({
    'read.yaml': text('text: read'),
    'reviewed.yaml': text('text: reviewed'),
    'failed.yaml': text('text: failed'),
    'pending.yaml': text('text: pending'),
    'glare.yaml': text('text: failed, checks: { ID_DOCUMENT_TEXT_DATA_CHECK: { not_available: GLARE_OBSTRUCTION } }'),
  })
  server = await startServer({ scenarios: files.path })
})
afterAll(async () => {
  await server.close()
  await files[Symbol.asyncDispose]()
})

const textCheckOf = async (scenario: string) => {
  const { checks, resources, state } = await readSession(server.apiUrl, scenario)
  const check = checks.find(({ type }) => type === 'ID_DOCUMENT_TEXT_DATA_CHECK')
  return { check, state, fields: resources.id_documents[0]?.document_fields?.media?.id }
}

test('a text that a machine read makes no check', async () => {
  expect((await textCheckOf('read')).check).toBeUndefined()
})

test('a text that a person read is the media of their check', async () => {
  const { check, fields } = await textCheckOf('reviewed')
  expect(check?.report?.recommendation).toEqual({ value: 'APPROVE' })
  expect(check?.generated_media).toEqual([{ id: fields, type: 'JSON' }])
})

test.each([
  ['failed', 'PHOTO_TOO_BLURRY'],
  ['glare', 'GLARE_OBSTRUCTION'],
])('a text that nobody could read (%s) is NOT_AVAILABLE for a reason: %s', async (scenario, reason) => {
  const { check, fields } = await textCheckOf(scenario)
  expect(check?.report?.recommendation).toEqual({ value: 'NOT_AVAILABLE', reason })
  expect(check?.report?.breakdown).toMatchObject([{ sub_check: 'text_data_readable', result: 'FAIL' }])
  expect(check?.generated_media).toEqual([])
  expect(fields).toBeUndefined()
})

test('while a person is reading, their check has no report and the session is not completed', async () => {
  const { check, state } = await textCheckOf('pending')
  expect(check).toMatchObject({ state: 'PENDING' })
  expect(check).not.toHaveProperty('report')
  expect(state).toBe('ONGOING')
})
