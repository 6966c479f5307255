import { expect, test } from 'vitest'
import { builtInScenarios, Catalogue } from '../../server/engine/scenarios/catalogue.js'

test('files that are read again make new objects only for the scenarios that changed, so that sessions share theirs', () => {
  const catalogue = new Catalogue(builtInScenarios())
  const ids = ['all-approve', 'wrong-document', 'error:getSession:SERVER_ERROR'] as const
  const before = ids.map((id) => catalogue.find(id))
  const title = 'Changed'
  catalogue.replace(builtInScenarios().map((one) => (one.id === 'wrong-document' ? { ...one, title } : one)))
  const [approve, wrong, error] = ids.map((id) => catalogue.find(id))
  expect(approve).toBe(before[0])
  expect(error).toBe(before[2])
  expect(error?.answers).toEqual({ getSession: { error: 'SERVER_ERROR' } })
  expect(wrong).not.toBe(before[1])
  expect(wrong?.title).toBe('Changed')
})
