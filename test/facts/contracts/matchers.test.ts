import { expect, test } from 'vitest'
import {
  containing,
  equalTo,
  exampleOf,
  isMatcher,
  like,
  matching,
  someLike,
  wholeNumber,
} from '../../../contracts/pact/matchers.js'

// The Pact specification's integration format: every Pact library reads these objects.
test('matchers as Pact libraries write them', () => {
  expect(equalTo(1)).toEqual({ 'pact:matcher:type': 'equality', value: 1 })
  expect(like('a')).toEqual({ 'pact:matcher:type': 'type', value: 'a' })
  expect(wholeNumber(3)).toEqual({ 'pact:matcher:type': 'integer', value: 3 })
  expect(matching('^a$', 'a')).toEqual({ 'pact:matcher:type': 'regex', regex: '^a$', value: 'a' })
  expect(someLike('a', 'b')).toEqual({ 'pact:matcher:type': 'type', value: ['a', 'b'], min: 1 })
  expect(containing(['a'])).toEqual({ 'pact:matcher:type': 'arrayContains', variants: ['a'] })
})

test('what is a matcher, and what it shows', () => {
  expect([isMatcher(like(1)), isMatcher({}), isMatcher(null), isMatcher('x')]).toEqual([true, false, false, false])
  expect(exampleOf({ a: like({ b: matching('x', 'y') }), c: [containing([like(1), 2])], d: null })).toEqual({
    a: { b: 'y' },
    c: [[1, 2]],
    d: null,
  })
})
