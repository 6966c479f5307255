import { expect, test } from 'vitest'
import { connectMockYoti, fixedClock, startMockYoti, UsageError } from '../../server/index.js'
import { readSession } from '../support/answers.js'
import { listenLocally } from '../support/receiver.js'
import { startServer, testNow } from '../support/server.js'

test('a server starts on a free port and ends with its block', async () => {
  let url: string
  {
    await using yoti = await startMockYoti()
    url = yoti.url
    expect(await yoti.control.health()).toEqual({ status: 'ok' })
  }
  await expect(fetch(url)).rejects.toThrow()
})

test('two servers run side by side', async () => {
  await using first = await startMockYoti()
  await using second = await startMockYoti()
  expect(first.url).not.toBe(second.url)
})

test('an unknown scenario stops the start', async () => {
  await expect(startMockYoti({ scenario: 'nope' })).rejects.toThrow(UsageError)
})

test('a server elsewhere is driven by its address, with or without a slash at the end', async () => {
  await using yoti = await startMockYoti()
  const connected = connectMockYoti(`${yoti.url}/`)
  expect(connected.apiUrl).toBe(yoti.apiUrl)
  expect(await connected.control.version()).toEqual(await yoti.control.version())
})

test('the instants of a named session count back from the last midnight, whatever the hour', async () => {
  await using noon = await startServer({ clock: fixedClock(testNow) })
  await using night = await startServer({ clock: fixedClock('2026-03-04T23:59:59Z') })
  await using nextDay = await startServer({ clock: fixedClock('2026-03-05T00:00:00Z') })
  const atNoon = await readSession(noon.apiUrl, 'all-approve')
  expect(await readSession(night.apiUrl, 'all-approve')).toEqual(atNoon)
  expect(atNoon.checks[0]?.created).toBe('2026-03-03T11:03:00Z')
  const later = await readSession(nextDay.apiUrl, 'all-approve')
  expect(later.session_id).toBe(atNoon.session_id)
  expect(later.checks[0]?.created).toBe('2026-03-04T11:03:00Z')
  expect(later.client_session_token_ttl).toBe(atNoon.client_session_token_ttl)
})

test('the fixed ids of the five named sessions never change', async () => {
  await using yoti = await startServer()
  const scenarios = await yoti.control.scenarios.list()
  const ids = Object.fromEntries(scenarios.map(({ id, session_id }) => [id, session_id]))
  expect(ids).toMatchObject({
    'all-approve': '3ce2106a-f219-50e7-a237-03bd2a41fc7d',
    'missing-document': '1f2ef96a-377b-5ca0-851e-423ec0cb30cf',
    'profile-mismatch': 'dd225b12-9270-595a-bb6c-b5a35349539e',
    'wrong-document': 'a91a2a67-39a5-54f6-a9ac-ceaa7f49a742',
    'invalid-document': 'da79558f-48df-54a6-91f1-42286c47d499',
  })
})

test('the log goes where it is told to', async () => {
  const lines: string[] = []
  await using yoti = await startMockYoti({ log: 'text', write: (line) => lines.push(line) })
  await readSession(yoti.apiUrl, 'all-approve')
  expect(lines).toEqual([
    expect.stringMatching(/^[\d:.]{12} GET \/idverify\/v1\/sessions\/all-approve 200 all-approve /),
  ])
})

test.each([
  ['<html>Grafana</html>', '<html>Grafana'],
  ['', 'an empty body'],
])('where something else listens and answers %j, the driver is told so', async (body, told) => {
  await using other = await listenLocally((_request, response) => void response.end(body))
  const { control } = connectMockYoti(new URL(other.url).origin)
  await expect(control.health()).rejects.toThrow(`is no mock-yoti: ${told}`)
})

test('an empty control token stops the start', async () => {
  await expect(startMockYoti({ controlToken: '' })).rejects.toThrow('controlToken is empty')
})

test.each([
  [{ visit: 'manual' }, "Unknown name 'visit' in the settings. Did you mean 'visits'?"],
  [{ visits: 'manuel' }, "visits takes auto, manual; got 'manuel'. Did you mean 'manual'?"],
  [{ port: '9684' }, 'port takes a number; got "9684"'],
  [{ port: 70_000 }, "port takes a number from 0 to 65535; got '70000'"],
  [{ checkAnswers: 'yes' }, 'checkAnswers takes a boolean; got "yes"'],
  [{ notifyAllow: 'localhost' }, 'notifyAllow takes a list of texts; got "localhost"'],
  [{ keys: ['a=b'] }, 'keys takes a list of { sdkId, file }; got ["a=b"]'],
  [{ seed: '' }, 'seed is empty; give it a value, or leave it out'],
])('startMockYoti(%j) says what is wrong', async (options, message) => {
  // What JavaScript lets through.
  await expect(startMockYoti(options as object)).rejects.toThrow(message)
})

test('a setting that is undefined is as good as none', async () => {
  await using yoti = await startMockYoti({ port: undefined, visits: undefined } as object)
  expect(yoti.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
