import { expect, test } from 'vitest'
import { describeShapes } from '../../contracts/pact/describe-shapes.js'
import { operationShapes, resultShapes } from '../../contracts/pact/index.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { sandboxOperations, yotiOperations } from '../../server/openapi/generated/operations.js'
import document from '../../server/openapi/generated/yoti.json' with { type: 'json' }
import { loadRequestCheck } from '../../server/openapi/validators.js'

const others = yotiOperations
  .map(({ operationId }) => operationId)
  .filter((operation) => operation !== 'getSession' && !sandboxOperations.includes(operation))

test.each(others)('%s has a shape of its success', (operation) => {
  const successes = operationShapes.of(operation).filter(({ answers }) => !('error' in answers.maximum))
  expect(successes.length).toBeGreaterThan(0)
})

test('every error that openapi.yaml gives an operation is a shape of it', () => {
  const { 409: locked } = document.paths['/sessions/{sessionId}'].delete.responses
  expect(locked.$ref).toBe('#/components/responses/UnfinishedChecks')
  const codes = Object.keys(document.components.responses.UnfinishedChecks.content['application/json'].examples)
  const shapes = operationShapes.of('deleteSession').map(({ answers }) => answers.maximum)
  const conflicts = shapes.flatMap((answer) => ('error' in answer && answer.status === 409 ? [answer.error.code] : []))
  expect(conflicts).toEqual(codes)
  expect(codes).toEqual(['RESOURCE_LOCKED'])
})

test('no two shapes share an id, a description, or a state with its parameters', () => {
  const all = [...resultShapes.all, ...operationShapes.all]
  for (const key of [
    ...[all.map(({ id }) => id), all.map(({ description }) => description)],
    all.map(({ state, params }) => JSON.stringify([state, params])),
  ])
    expect(new Set(key).size).toBe(all.length)
})

test('media are told apart by what they are, and by whether they may be handed out', () => {
  const kinds = operationShapes
    .of('getMediaContent')
    .map(({ answers }) => answers.maximum)
    .flatMap((answer) => ('error' in answer ? [] : [[answer.status, 'contentType' in answer && answer.contentType]]))
  expect(kinds).toEqual(
    expect.arrayContaining([
      [200, 'image/png'],
      [200, 'application/json'],
      [200, 'application/octet-stream'],
      [204, false],
    ]),
  )
})

test('what openapi.yaml shows as a request is one, and names the ids of the session that its examples are about', async () => {
  const check = await loadRequestCheck()
  for (const { operation, sends, values } of operationShapes.all.filter((shape) => shape.sends !== undefined)) {
    expect(check('yoti', operation, () => ({ path: values, query: {}, body: sends }))).toEqual({
      parameters: [],
      body: [],
    })
  }
  const [instructions] = operationShapes.only('put-instructions-in-branch-created')
  expect(JSON.stringify(instructions?.sends)).toContain(instructions?.values['requirementId2'])
})

test('an unknown group, operation or shape is refused with the nearest', () => {
  expect(() => operationShapes.group('instuctions')).toThrow("Did you mean 'instructions'?")
  expect(() => operationShapes.of('putInstruction')).toThrow("Did you mean 'putInstructions'?")
  expect(() => operationShapes.only('create-sesion')).toThrow("Did you mean 'create-session'?")
})

test('a contract of a configuration asks for exactly the documents that the session takes', () => {
  const shape = describeShapes(builtInScenarios()).find(({ operation }) => operation === 'getSessionConfiguration')
  const [, taken = ''] = JSON.stringify(shape?.matchers['maximum']).split('"supported_documents":')
  expect(taken).toMatch(/^[^}]*"type":\{"pact:matcher:type":"equality","value":"PASSPORT"\}/)
})
