import { expect, test } from 'vitest'
import { expectedOf, groupOf } from '../../gauntlet/policy.js'

const ordered = ['ID_DOCUMENT_AUTHENTICITY', 'LIVENESS']
const check = (type: string, value?: string, reason?: string, state = 'DONE') => ({
  type,
  state,
  ...(value !== undefined && { report: { recommendation: { value, ...(reason && { reason }) } } }),
})
const both = (one: string, other: string) => [check('ID_DOCUMENT_AUTHENTICITY', one), check('LIVENESS', other)]

test.each([
  ['pass', { state: 'COMPLETED', checks: both('APPROVE', 'APPROVE') }],
  ['fail', { state: 'COMPLETED', checks: both('APPROVE', 'REJECT') }],
  ['fail or pending or error', { state: 'COMPLETED', checks: both('APPROVE', 'NOT_AVAILABLE') }],
  ['fail or pending or error', { state: 'COMPLETED', checks: both('CONSIDER', 'APPROVE') }],
  ['fail or pending or error', { state: 'COMPLETED', checks: [check('LIVENESS', 'APPROVE')] }],
  ['fail or pending or error', { state: 'COMPLETED', checks: [] }],
  ['fail or pending or error', { state: 'COMPLETED', checks: both('APPROVE', 'MAYBE') }],
  ['fail or pending or error', { state: 'EXPIRED', checks: both('APPROVE', 'APPROVE') }],
  ['fail or pending or error', { state: 'SUSPENDED', checks: both('APPROVE', 'APPROVE') }],
  ['fail or pending or error', undefined],
  ['pending', { state: 'ONGOING', checks: both('APPROVE', 'APPROVE') }],
  ['pending', { state: 'ONGOING', checks: [] }],
  ['pending or fail', { state: 'ONGOING', checks: both('REJECT', 'APPROVE') }],
])('%s is right for %j', (decisions, answer) => {
  const group = groupOf(answer, ordered)
  expect(expectedOf(answer, { scenario: 'any', group, rules: [] }).decisions.join(' or ')).toBe(decisions)
})

test("a team's own rule goes before the policy, the first that fits", () => {
  const answer = { state: 'COMPLETED', checks: [check('LIVENESS', 'NOT_AVAILABLE', 'POOR_LIGHT')] }
  const rules = [
    { when: { scenario: 'liveness-rejected:*' }, decisions: ['fail' as const], because: 'another scenario' },
    {
      when: { check: 'LIVENESS', reason: 'POOR_LIGHT' },
      decisions: ['pass' as const],
      because: 'somebody looks at it',
    },
    { when: { situation: 'nothing can be said' }, decisions: ['error' as const], because: 'too late' },
  ]
  expect(expectedOf(answer, { scenario: 'liveness-not-available', group: 'nothing can be said', rules })).toEqual({
    decisions: ['pass'],
    because: 'somebody looks at it',
  })
})
