import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { yotiOperations } from '../../server/openapi/generated/operations.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

const schema = JSON.parse(readFileSync(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8')) as {
  $defs: { answers: { properties: Record<string, unknown> } }
}

test('a scenario can fix the answer of every operation', () => {
  const known = yotiOperations.map(({ operationId }) => operationId)
  expect(Object.keys(schema.$defs.answers.properties).sort()).toEqual([...known, 'everyOperation'].sort())
})

test('each operation fails on its own, the others work', async () => {
  await using files = await scenarioFiles({
    'late-letter.yaml': goodFile('Late letter', 'answers:\n  getInstructionsPdf: { error: TEMPORARILY_UNAVAILABLE }\n'),
    'no-permission.yaml': goodFile('No permission', 'answers:\n  createSession: { error: INSUFFICIENT_PERMISSION }\n'),
  })
  await using server = await startServer({ scenarios: files.path })
  const letter = await fetch(`${server.apiUrl}/sessions/late-letter/instructions/pdf`)
  expect([letter.status, await letter.json()]).toMatchObject([503, { code: 'TEMPORARILY_UNAVAILABLE' }])
  expect((await fetch(`${server.apiUrl}/sessions/late-letter`)).status).toBe(200)
  const created = await fetch(`${server.scenarioUrl('no-permission')}/sessions`, {
    method: 'POST',
    body: '{"requested_checks":[{"type":"LIVENESS","config":{"liveness_type":"ZOOM"}}]}',
  })
  expect([created.status, await created.json()]).toMatchObject([403, { code: 'INSUFFICIENT_PERMISSION' }])
})
