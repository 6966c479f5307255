import { expect, test } from 'vitest'
import { judge } from '../../gauntlet/judge.js'
import type { Call, StoryRun } from '../../gauntlet/run.js'
import { plainStory } from '../../gauntlet/story.js'

const approved = {
  id: 'all-approve',
  story: plainStory('all-approve'),
  situation: { id: 'all-approve', title: 'Approved', group: 'approved', scenario: {} },
  group: 'approved',
  truth: undefined,
  expected: { decisions: ['pass'] },
  decision: 'pass',
  word: 'verified',
  begun: { id: '1', status: 201, answer: '' },
  milliseconds: 1000,
  settledAt: 100,
  calls: [],
  webhooks: [],
  alarms: [],
  moments: [],
} as const satisfies StoryRun

const runOf = (parts: Partial<StoryRun>): StoryRun => ({ ...approved, ...parts })
const found = (parts: Partial<StoryRun>, mustDelete = false) =>
  judge(runOf(parts), mustDelete).map(({ kind, detail }) => `${kind}: ${detail}`)

const call = (at: number, status: number | undefined, more: Partial<Call> = {}): Call => ({
  at,
  operation: 'getSession',
  method: 'GET',
  path: '/sessions/1',
  status,
  isFault: false,
  ...more,
})
const withTrouble = (trouble: string) => ({ ...approved.story, trouble })

test('a right decision has no fault', () => {
  expect(found({})).toEqual([])
})

test.each<[string, Partial<StoryRun>]>([
  ['passed-refused: it passed the person; Yoti says: refused', { group: 'refused', expected: { decisions: ['fail'] } }],
  [
    'passed-unchecked: it passed the person; Yoti says: expired',
    { group: 'expired', expected: { decisions: ['fail', 'pending', 'error'] } },
  ],
  ['refused-approved: it refused the person; Yoti says: approved', { decision: 'fail' }],
  [
    'refused-early: it refused the person; Yoti says: in progress',
    { decision: 'fail', group: 'in progress', expected: { decisions: ['pending'] } },
  ],
  ['lost-result: it read the result, and it stays pending', { decision: 'pending', calls: [call(150, 200)] }],
  [
    'lost-result: it was told of the result, never read it, and it stays pending',
    { decision: 'pending', webhooks: [{ at: 120, topic: 'session_completion', status: 204 }] },
  ],
  ["stuck-for-ever: it never read the result, and it says 'hm'", { decision: undefined, word: 'hm' }],
  ['recorded-twice: it recorded the decision 2 times', { count: 2 }],
  ['passed-unchecked: it passed the person while an expert was still looking at it', { interim: 'pass' }],
])('a wrong decision has its name: %s', (fault, parts) => {
  expect(found(parts)).toEqual([fault])
})

test.each<[string, Partial<StoryRun>]>([
  ['its process ended with exit code 1', { exited: 'exit code 1', decision: undefined, word: 'ECONNREFUSED' }],
  ['its log says: Traceback (most recent call last):', { alarms: ['Traceback (most recent call last):'] }],
  [
    'it did not answer the request that begins the verification (no answer within 15000 ms)',
    { begun: { id: undefined, status: 0, answer: 'no answer within 15000 ms' } },
  ],
  ['it answered 500 to the request that begins the verification', { begun: { id: '1', status: 500, answer: '' } }],
  ['it did not answer when it was asked for the decision (verified)', { observedStatus: 0 }],
  ['it answered 500 when it was asked for the decision', { observedStatus: 500 }],
  ['it did not answer the person who came back', { returnedStatus: 0 }],
  ['it answered 502 to the person who came back', { returnedStatus: 502 }],
  [
    'it answered 500 to the webhook session_completion',
    { webhooks: [{ at: 120, topic: 'session_completion', status: 500 }] },
  ],
])('a crash: %s', (detail, parts) => {
  expect(found(parts)).toEqual([`crashed: ${detail}`])
})

test('an honest 5xx while Yoti fails is no crash', () => {
  const creating = {
    story: withTrouble('createSession:503-for-ever'),
    begun: { id: undefined, status: 503, answer: '' },
  }
  expect(found(creating)).toEqual([])
  expect(found({ story: withTrouble('getSession:503-for-ever'), observedStatus: 502 })).toEqual([])
  expect(found({ story: withTrouble('getSession:503-for-ever'), observedStatus: 500 })).toEqual([
    'crashed: it answered 500 when it was asked for the decision',
  ])
  const webhooks = [{ at: 120, topic: 'session_completion', status: 503 }]
  expect(found({ story: withTrouble('getSession:503-once'), webhooks })).toEqual([])
})

test('who asks before Retry-After is over, or storms, is impolite; who waits is not', () => {
  const refused = call(0, 429, { retryAfter: 1000 })
  expect(found({ calls: [refused, call(300, 200)] })).toEqual([
    'impolite: it called getSession again after 0.3 s; Retry-After said 1.0 s',
  ])
  expect(found({ calls: [refused, call(1000, 200)] })).toEqual([])
  // It did not take the webhook, was told again, and looked.
  const story = withTrouble('getSession:429')
  const notTaken = [{ at: 20, topic: 'session_completion', status: 500 }]
  expect(found({ story, calls: [refused, call(300, 200)], webhooks: notTaken })).toEqual([])
  const taken = [{ at: 310, topic: 'session_completion', status: 204 }]
  expect(found({ story, calls: [refused, call(300, 200)], webhooks: taken }).length).toBe(1)
  const storm = [call(0, 503), ...[50, 100, 150, 200, 250, 300].map((at) => call(at, 503))]
  expect(found({ calls: storm })).toEqual(['impolite: it called getSession 6 times in the second after it failed'])
  const backOff = [call(0, 503), ...[100, 300, 700, 1500].map((at) => call(at, 503))]
  expect(found({ calls: backOff })).toEqual([])
  expect(found({ calls: [call(0, undefined), ...storm.slice(1)] }).length).toBe(1)
})

test('a session that was to be deleted must be', () => {
  expect(found({}, true)).toEqual(['kept-session: it decided, and the session is still at Yoti'])
  expect(found({ calls: [call(500, 204, { operation: 'deleteSession', method: 'DELETE' })] }, true)).toEqual([])
  expect(found({ calls: [call(500, 503, { operation: 'deleteSession', method: 'DELETE' })] }, true)).toEqual([
    'kept-session: it decided, and the session is still at Yoti',
  ])
  expect(found({ decision: 'pending', expected: { decisions: ['pending'] } }, true)).toEqual([])
})
