import { expect, test } from 'vitest'
import { matcherOf } from '../../../contracts/pact/matcher-body.js'
import { isMatcher } from '../../../contracts/pact/matchers.js'

const ask = { reads: true, path: 'created', exact: [] } as const
const patternOf = (format: string, value: string) => {
  const matcher = matcherOf(value, { type: 'string', format }, ask)
  if (!isMatcher(matcher) || typeof matcher['regex'] !== 'string') throw new Error('no regex matcher')
  expect(matcher).toMatchObject({ 'pact:matcher:type': 'regex', value })
  return new RegExp(matcher['regex'])
}

// RFC 3339, section 5.6: what a field of format date-time may hold.
test.each([
  ['2026-03-04T12:00:00Z', true],
  ['2026-03-04T12:00:00.000Z', true],
  ['2026-03-04T12:00:00.123456Z', true],
  ['2026-03-04T12:00:00+01:00', true],
  ['2026-03-04T12:00:00-05:30', true],
  ['2026-03-04T12:00:00', false],
  ['2026-03-04', false],
  ['2026-03-04 12:00:00Z', false],
  ['2026-03-04T12:00Z', false],
  ['2026-03-04T12:00:00.Z', false],
  ['2026-03-04T12:00:00+0100', false],
  ['26-03-04T12:00:00Z', false],
  ['x2026-03-04T12:00:00Z', false],
  ['2026-03-04T12:00:00Zx', false],
])('the matcher of a date-time takes %s: %s', (text, isTaken) => {
  expect(patternOf('date-time', '2026-03-04T12:00:00Z').test(text)).toBe(isTaken)
})

test.each([
  ['82465bde-b36c-5527-a56a-b8dd0ecc39a1', true],
  ['82465BDE-b36c-5527-a56a-b8dd0ecc39a1', false],
  ['82465bde-b36c-5527-a56a-b8dd0ecc39a', false],
  ['82465bdeb36c5527a56ab8dd0ecc39a1', false],
  ['x82465bde-b36c-5527-a56a-b8dd0ecc39a1', false],
])('the matcher of a uuid takes %s: %s', (text, isTaken) => {
  expect(patternOf('uuid', '82465bde-b36c-5527-a56a-b8dd0ecc39a1').test(text)).toBe(isTaken)
})

test('values: exact where a consumer decides, one of a list, a pattern, else the type', () => {
  const at = (path: string, value: unknown, schema: object) => matcherOf(value, schema, { ...ask, path })
  const type = (of: string, rest: object) => ({ 'pact:matcher:type': of, ...rest })
  expect(matcherOf('DONE', { type: 'string' }, { ...ask, path: 'state', exact: ['state'] })).toEqual(
    type('equality', { value: 'DONE' }),
  )
  expect(at('x', 'A', { enum: ['A', 'B'] })).toEqual(type('regex', { regex: '^(?:A|B)$', value: 'A' }))
  expect(at('x', 'A', { type: 'string', pattern: '^A' })).toEqual(type('regex', { regex: '^A', value: 'A' }))
  expect(at('x', 'A', { type: 'string' })).toEqual(type('type', { value: 'A' }))
  expect(at('x', 3, { type: 'integer' })).toEqual(type('integer', { value: 3 }))
  expect(at('x', 3.5, { type: 'number' })).toEqual(type('type', { value: 3.5 }))
  expect(at('x', true, { type: 'boolean' })).toEqual(type('type', { value: true }))
})

test('lists: empty ones that tell results apart stay empty; alike items are one or more', () => {
  const list = { type: 'array', items: { type: 'integer' } } as const
  const at = (path: string, value: unknown) => matcherOf(value, list, { ...ask, path })
  const number = { 'pact:matcher:type': 'integer', value: 1 }
  expect([at('checks', []), at('resources.id_documents', [])]).toEqual([[], []])
  expect(at('other', [])).toEqual({ 'pact:matcher:type': 'type', value: [] })
  expect(at('other', [1, 2])).toEqual({ 'pact:matcher:type': 'type', value: [number], min: 1 })
  expect(at('other', [1, 'x'])).toMatchObject({
    'pact:matcher:type': 'arrayContains',
    variants: [number, { value: 'x' }],
  })
})
