import { expect, test } from 'vitest'
import { explainLoss, findPactJsVersion, isLossy } from '../../../contracts/pact/lossy-pact-js.js'

// Seen with each of these versions; the cause is https://github.com/pact-foundation/pact-core-mock-server/issues/13.
test.each([
  ['13.2.0', false],
  ['15.0.1', false],
  ['16.2.0', false],
  ['16.3.1', true],
  ['16.4.0', true],
  ['16.5.0', true],
  ['17.0.1', true],
  ['17.1.4', false],
  ['', false],
])('pact-js %s may lose a request: %s', (version, isLost) => {
  expect(isLossy(version)).toBe(isLost)
})

test('the installed version is found', () => {
  expect(findPactJsVersion()).toBe('16.2.0')
})

const missed = new Error('The following request was expected but not received: GET /idverify/v1/sessions/1')

test('a request that such a version calls missing may have been sent, and the message says what to install', () => {
  expect(explainLoss(missed, '16.5.0')).toHaveProperty(
    'message',
    `The following request was expected but not received: GET /idverify/v1/sessions/1

If your client did send it: pact-js 16.5.0 loses a request now and then. Install @pact-foundation/pact@16.2.0, or 17.1 or newer`,
  )
})

test('nothing is added with other versions, and to other errors', () => {
  expect(explainLoss(missed, '17.1.4')).toBe(missed)
  const other = new Error('expected fail to be pass')
  expect(explainLoss(other, '16.5.0')).toBe(other)
})
