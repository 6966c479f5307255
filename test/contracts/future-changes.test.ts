import { expect, test } from 'vitest'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import { openEnums } from '../../server/shapes/future.js'
import { everyShape, futureChanges, newTopic, schemaNamed } from '../../server/shapes/index.js'

const session = {
  session_id: 'a3f6a2b0-0000-4000-8000-000000000001',
  state: 'COMPLETED',
  resources: {
    id_documents: [
      { id: 'a3f6a2b0-0000-4000-8000-000000000002', document_type: 'PASSPORT', source: { type: 'IBV' }, pages: [] },
    ],
  },
  checks: [
    { type: 'PROFILE_DOCUMENT_MATCH', state: 'DONE', created: '2026-03-03T11:03:00Z' },
    { type: 'IBV_VISUAL_REVIEW_CHECK', state: 'DONE', created: '2026-03-03T11:04:00Z' },
  ],
}
type Session = typeof session & { readonly [key: string]: unknown }

const changed = (name: string, seed?: string): Session => {
  const found = futureChanges(seed).find((change) => change.name === name)
  if (found === undefined) throw new Error(`there is no change '${name}'`)
  return found.change(session, schemaNamed('SessionResult')) as Session
}

const addedTo = (before: object, after: object) => Object.keys(after).filter((key) => !Object.hasOwn(before, key))

test('every object has a field more, and keeps its own', () => {
  const made = changed('unknown-fields')
  expect(made).toMatchObject(session)
  expect(addedTo(session, made)).toHaveLength(1)
  expect(addedTo(session.resources, made.resources)).toHaveLength(1)
  const [document] = made.resources.id_documents
  expect(addedTo(session.resources.id_documents[0] ?? {}, document ?? {})).toHaveLength(1)
  expect(addedTo({ type: '' }, document?.source ?? {})).toHaveLength(1)
})

test('a check and a document of types that nobody knows come last', () => {
  const { checks } = changed('unknown-check')
  expect(checks.slice(0, 2)).toEqual(session.checks)
  expect(checks[2]).toMatchObject({ state: 'DONE', type: expect.stringMatching(/^[A-Z_]+_\d+_CHECK$/) })
  const { id_documents } = changed('unknown-document').resources
  expect(id_documents[0]).toEqual(session.resources.id_documents[0])
  expect(id_documents[1]).toMatchObject({ document_type: expect.stringMatching(/^[A-Z_]+_\d+_DOCUMENT$/) })
  expect(id_documents[1]?.id).not.toBe(session.resources.id_documents[0]?.id)
})

test('lists are longer, stand in another order, and times have milliseconds', () => {
  expect(changed('longer-lists').checks.map(({ type }) => type)).toEqual([
    'PROFILE_DOCUMENT_MATCH',
    'IBV_VISUAL_REVIEW_CHECK',
    'IBV_VISUAL_REVIEW_CHECK',
  ])
  expect(changed('another-order').checks).toEqual([session.checks[1], session.checks[0]])
  expect(changed('milliseconds').checks.map(({ created }) => created)).toEqual([
    '2026-03-03T11:03:00.123Z',
    '2026-03-03T11:04:00.123Z',
  ])
})

test('an open enum has a word that nobody knows, and nothing else is different', () => {
  const { resources, ...rest } = changed('unknown-value:Source.type')
  expect(rest).toEqual({ session_id: session.session_id, state: session.state, checks: session.checks })
  const [document] = resources.id_documents
  expect(document?.source.type).toMatch(/^[A-Z_]+_\d+$/)
  expect(document).toMatchObject({ document_type: 'PASSPORT' })
})

test('the words are those of the seed', () => {
  const word = (seed: string) => changed('unknown-value:SessionState', seed).state
  expect(word('a')).toBe(word('a'))
  expect(new Set(['a', 'b', 'c', 'd'].map(word)).size).toBe(4)
  expect(newTopic('a')).toMatch(/^[a-z_]+_\d+$/)
})

test('the enums that Yoti may add to are marked in openapi.yaml', () => {
  for (const open of [
    'SessionState',
    'CheckType',
    'CheckState',
    'Recommendation.value',
    'SubCheck.result',
    'SubCheck.process',
    'Source.type',
    'Task.state',
    'MediaType',
    'NotificationTopic',
  ])
    expect(openEnums()).toContain(open)
  // What clients send is no matter of tomorrow.
  expect(openEnums().filter((open) => open.startsWith('CreateSession') || open.startsWith('Requested'))).toEqual([])
})

test('each change is a shape of the group future, and its answer differs from the result that it is made of', () => {
  const shapes = everyShape(builtInScenarios()).filter(({ group }) => group === 'future')
  expect(shapes.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'unknown-fields',
      'unknown-check',
      'unknown-document',
      'longer-lists',
      'another-order',
      'milliseconds',
      'unknown-value-source-type',
      'unknown-value-sub-check-result',
    ]),
  )
  const results = new Map(
    everyShape(builtInScenarios()).map((shape) => [shape.id, JSON.stringify(shape.answers.maximum)]),
  )
  for (const { id, params, answers } of shapes)
    expect([id, JSON.stringify(answers.maximum) === results.get(params['result'] ?? '')]).toEqual([id, false])
})
