import { expect, test } from 'vitest'
import { connectMockYoti, fixedClock, startMockYoti, UsageError } from '../../server/index.js'
import { startServer } from '../support/server.js'

// Nothing listens there: what is refused was never sent.
const { control } = connectMockYoti('http://127.0.0.1:9')

/** A call as JavaScript makes it, where no compiler looks: the verb, its arguments and the sentence that it is refused with. */
type Case = readonly [verb: string, args: readonly unknown[], says: string]

const callOf = (verb: string) => {
  const [room = '', name] = verb.split('.')
  const rooms: Readonly<Record<string, unknown>> = control
  const found = rooms[room] as Record<string, unknown>
  return (name === undefined ? found : found[name]) as (...args: readonly unknown[]) => Promise<unknown>
}

const id = 'b3b5a1de-0000-4000-8000-000000000001'

const misspelt: readonly Case[] = [
  ['events', [{ type: ['request'] }], "Unknown name 'type' in the options of events. Did you mean 'types'?"],
  ['events', [{ sdkID: 'a' }], "Did you mean 'sdkId'?"],
  ['scenarios.list', [{ document: true }], "Did you mean 'documents'?"],
  ['clock.get', [{ sdkID: 'a' }], "Did you mean 'sdkId'?"],
  ['clock.advance', ['P1D', { skdId: 'a' }], "Did you mean 'sdkId'?"],
  ['clock.freeze', [{ sdk: 'a' }], "Did you mean 'sdkId'?"],
  ['clock.resume', [{ sdkid: 'a' }], "Did you mean 'sdkId'?"],
  ['clock.set', ['2027-01-01T00:00:00Z', { sdkIds: 'a' }], "Did you mean 'sdkId'?"],
  ['sessions.list', [{ stages: 'created' }], "Did you mean 'stage'?"],
  ['sessions.list', [{ scenarios: 'all-approve' }], "Did you mean 'scenario'?"],
  ['sessions.get', [id, { ad: '2027-01-01T00:00:00Z' }], "Did you mean 'at'?"],
  [
    'sessions.start',
    [{ scenaro: 'all-approve' }],
    "Unknown name 'scenaro' in the options of sessions.start. Did you mean 'scenario'?",
  ],
  ['sessions.start', [{ scenario: 'all-approve', visit: 'manual' }], "Did you mean 'visits'?"],
  ['sessions.visit', [id, { setp: 'complete' }], "Did you mean 'step'?"],
  ['sessions.waitFor', [id, 'completed', { timeoutSecond: 3 }], "Did you mean 'timeoutSeconds'?"],
  ['notifications.list', [{ topics: 'check_completion' }], "Did you mean 'topic'?"],
  ['notifications.summaries', [{ sessionID: id }], "Did you mean 'sessionId'?"],
  ['notifications.waitFor', [{ counts: 2 }], "Did you mean 'count'?"],
  ['notifications.waitFor', [{ count: 2 }, { timoutSeconds: 3 }], "Did you mean 'timeoutSeconds'?"],
  ['notifications.notifyNow', [{ session: id, topic: 'check_completion' }], "Did you mean 'sessionId'?"],
  ['notifications.hold', [{ sesionId: id }], "Did you mean 'sessionId'?"],
  ['notifications.release', [{ sdkid: 'a' }], "Did you mean 'sdkId'?"],
  ['notifications.retryNow', [{ sesionId: id }], "Did you mean 'sessionId'?"],
  ['nextSession', [{ scenario: 'all-approve', time: 2 }], "Did you mean 'times'?"],
  ['requests.list', [{ operations: 'getSession' }], "Did you mean 'operation'?"],
  ['requests.summaries', [{ stats: 404 }], "Did you mean 'status'?"],
  ['requests.verify', [{ exact: 1 }], "Did you mean 'exactly'?"],
  ['requests.clear', [{ sdkID: 'a' }], "Did you mean 'sdkId'?"],
  [
    'faults.add',
    [{ operation: 'getSession', status: 503, timess: 2 }],
    "Unknown name 'timess' in the options of faults.add. Did you mean 'times'?",
  ],
  ['faults.list', [{ skdId: 'a' }], "Did you mean 'sdkId'?"],
  ['faults.clear', [{ skdId: 'a' }], "Did you mean 'sdkId'?"],
  ['reset', [{ sdkID: 'a' }], "Did you mean 'sdkId'?"],
  ['state.get', [{ sdkID: 'a' }], "Did you mean 'sdkId'?"],
  ['state.put', [{ format: 1, takenAt: 1, session: [] }], "Did you mean 'sessions'?"],
  ['state.put', [{ format: 1 }, { times: 'taken' }], "Did you mean 'time'?"],
  ['defaults.set', [{ scenarios: 'all-approve' }], "Did you mean 'scenario'?"],
  ['applications.put', ['a', { publicKey: 'x' }], "Did you mean 'public_key'?"],
  ['applications.put', ['a', { signature: 'off' }], "Did you mean 'signatures'?"],
  ['shapes', [{ example: true }], "Did you mean 'examples'?"],
]

const wrong: readonly Case[] = [
  ['events', [{ types: ['requests'] }], "events: no event has the type 'requests'. Did you mean 'request'?"],
  ['events', [{ types: 'request' }], 'events: \'types\' must be a list, not "request"'],
  ['scenarios.get', [undefined], 'scenarios.get needs the scenarioId, not undefined'],
  ['scenarios.list', [{ documents: 'yes' }], "scenarios.list: 'documents' must be true or false, not 'yes'"],
  ['clock.advance', [60], "clock.advance: 'by' must be a text, not 60"],
  ['clock.advance', [], "clock.advance needs 'by'"],
  ['clock.freeze', [{ sdkId: '' }], "clock.freeze: 'sdkId' must be a text that is not empty, not ''"],
  ['requests.clear', [{ sdkId: '' }], "requests.clear: 'sdkId' must be a text that is not empty, not ''"],
  ['sessions.list', [{ stage: 'complete' }], "not 'complete'. Did you mean 'completed'?"],
  ['sessions.list', [{ limit: 0 }], "sessions.list: 'limit' must be a whole number from 1 to 1000, not 0"],
  ['sessions.list', ['created'], "sessions.list takes an object of sdkId, stage, scenario, limit, not 'created'"],
  ['sessions.get', [''], 'sessions.get needs the sessionId, not an empty text'],
  ['sessions.start', [{}], "sessions.start needs 'scenario'"],
  ['sessions.start', ['all-approve'], "not 'all-approve'"],
  ['sessions.start', [{ scenario: 'all-approve', kind: 'inbranch' }], "Did you mean 'in-branch'?"],
  ['sessions.start', [{ scenario: 'all-approve', visits: 'manuel' }], "Did you mean 'manual'?"],
  ['sessions.media', [id, undefined], 'sessions.media needs the mediaId, not undefined'],
  ['sessions.letter', [null], 'sessions.letter needs the sessionId, not null'],
  ['sessions.visit', [id, { step: 'scan-leter' }], "Did you mean 'scan-letter'?"],
  ['sessions.visit', [id, { document: 1.5 }], "'document' must be a whole number"],
  ['sessions.waitFor', [id, 'complete'], "Did you mean 'completed'?"],
  [
    'sessions.waitFor',
    [id, 'completed', { timeoutSeconds: 301 }],
    "sessions.waitFor: 'timeoutSeconds' must be a number from 0 to 300, not 301",
  ],
  ['sessions.changeScenario', [id], "sessions.changeScenario needs 'scenario'"],
  ['sessions.delete', [undefined], 'sessions.delete needs the sessionId, not undefined'],
  ['sessions.expire', [undefined], 'sessions.expire needs the sessionId, not undefined'],
  ['notifications.list', [{ status: 'fail' }], "Did you mean 'failed'?"],
  ['notifications.list', [{ topic: 'session_completed' }], "Did you mean 'session_completion'?"],
  ['notifications.get', [undefined], 'notifications.get needs the deliveryId, not undefined'],
  ['notifications.send', [{}], 'notifications.send needs the deliveryId, not [object Object]'],
  ['notifications.duplicate', [1.5], 'notifications.duplicate needs the deliveryId, not 1.5'],
  ['notifications.waitFor', [{ count: 0 }], "'count' must be a whole number from 1 to 9999, not 0"],
  ['notifications.notifyNow', [{ sessionId: id }], "notifications.notifyNow needs 'topic'"],
  ['nextSession', [{ scenario: 'all-approve', times: '2' }], "'times' must be a whole number"],
  ['nextSession', [], "nextSession needs 'scenario'"],
  ['requests.list', [{ operation: 'getSesion' }], "Did you mean 'getSession'?"],
  ['requests.list', [{ matched: 'false' }], "requests.list: 'matched' must be true or false, not 'false'"],
  ['requests.get', [undefined], 'requests.get needs the requestId, not undefined'],
  ['requests.verify', [{ atLeast: -1 }], "'atLeast' must be a whole number from 0, not -1"],
  ['faults.add', [{ status: '503' }], "faults.add: 'status' must be a whole number"],
  ['faults.add', [{ spoil: 'malformed' }], 'must be one of reset-before'],
  ['faults.add', [{ operation: 'getSessions', status: 503 }], "Did you mean 'getSession'?"],
  ['faults.get', [undefined], 'faults.get needs the faultId, not undefined'],
  ['faults.remove', [undefined], 'faults.remove needs the faultId, not undefined'],
  ['reset', ['my-sdk-id'], "reset takes an object of sdkId, not 'my-sdk-id'"],
  ['state.put', [{ format: 1, takenAt: 1 }, { time: 'pased' }], "Did you mean 'passed'?"],
  ['defaults.set', [{}], "defaults.set needs 'scenario'"],
  ['applications.put', ['a', { signatures: 'strickt' }], "Did you mean 'strict'?"],
  ['shapes', [{ examples: 1 }], "shapes: 'examples' must be true or false, not 1"],
  ['setUpProviderState', [], "setUpProviderState needs 'state'"],
  ['makeMessage', [7], "makeMessage: 'description' must be a text that is not empty, not 7"],
]

/** @throws what the call throws, at once or later */
const failureOf = async (verb: string, args: readonly unknown[]): Promise<unknown> => {
  try {
    await callOf(verb)(...args)
  } catch (error) {
    return error
  }
  return undefined
}

test.each(misspelt)('%s(%j) names the nearest option', async (verb, args, says) => {
  const error = await failureOf(verb, args)
  expect(error).toBeInstanceOf(UsageError)
  expect((error as UsageError).message).toContain(says)
})

test.each(wrong)('%s(%j) says what the value must be', async (verb, args, says) => {
  const error = await failureOf(verb, args)
  expect(error).toBeInstanceOf(UsageError)
  expect((error as UsageError).message).toContain(says)
})

const verbsOf = (part: object): string[] =>
  Object.entries(part).flatMap(([name, held]) =>
    typeof held === 'function' ? [name] : verbsOf(held as object).map((verb) => `${name}.${verb}`),
  )

test('every verb that takes something has a case above', () => {
  const tried = new Set([...misspelt, ...wrong].map(([verb]) => verb))
  const takesNothing = ['health', 'version', 'settings', 'defaults.get', 'applications.list']
  expect(verbsOf(control).filter((verb) => !tried.has(verb))).toEqual(takesNothing)
})

test('what only the server can know is still its own error', async () => {
  await using yoti = await startServer()
  await expect(yoti.control.sessions.start({ scenario: 'all-aprove' })).rejects.toMatchObject({
    name: 'ControlError',
    status: 400,
  })
  await expect(yoti.control.sessions.get(id)).rejects.toMatchObject({ name: 'ControlError', status: 404 })
})

test('a topic may be written in capitals', async () => {
  await using yoti = await startServer()
  // The type has the topics as they are sent.
  expect(await yoti.control.notifications.list({ topic: 'CHECK_COMPLETION' as 'check_completion' })).toEqual([])
})

test.each([
  [() => connectMockYoti('http://127.0.0.1:9', { tokn: 'x' } as object), "Did you mean 'token'?"],
  [() => fixedClock('noon'), "fixedClock takes an instant, such as '2026-03-04T12:00:00Z', not 'noon'"],
  [() => startMockYoti({ visit: 'manual' } as object), "Did you mean 'visits'?"],
])('the functions beside it refuse in the same way: %s', async (call, says) => {
  await expect((async () => call())()).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining(says),
  })
})
