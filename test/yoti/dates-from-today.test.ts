import { afterEach, expect, test } from 'vitest'
import { fixedClock, type MockYoti } from '../../server/index.js'
import { inBranchOrder } from '../support/orders.js'
import { readFieldsOf } from '../support/read-media.js'
import { readPdf } from '../support/read-pdf.js'
import { startServer } from '../support/server.js'

let server: MockYoti & { close: () => Promise<void> }
afterEach(() => server.close())

const serverAt = async (instant: string) => {
  server = await startServer({ clock: fixedClock(instant) })
  return server
}

const expiryOf = async (member: string) =>
  (await readFieldsOf(server.apiUrl, `passport-expires:${member}`))['expiration_date']

test('a passport that expired yesterday expired on the day before today, in UTC', async () => {
  await serverAt('2026-11-29T23:59:59Z')
  expect(await expiryOf('YESTERDAY')).toBe('2026-11-28')
  expect(await expiryOf('IN_THREE_WEEKS')).toBe('2026-12-20')
  expect(await expiryOf('SEVENTEEN_MONTHS_AGO')).toBe('2025-06-30')
  expect(await expiryOf('NINETEEN_MONTHS_AGO')).toBe('2025-04-30')
})

test.each([
  ['after midnight', '2026-11-30T00:00:00Z', '2026-11-29', '2026-12-21'],
  ['at the end of a month', '2026-12-01T00:00:01Z', '2026-11-30', '2026-12-22'],
  ['on a leap day', '2028-02-29T12:00:00Z', '2028-02-28', '2028-03-21'],
  ['after a leap day', '2028-03-01T00:00:00Z', '2028-02-29', '2028-03-22'],
  ['when summer time begins', '2026-03-29T00:59:59Z', '2026-03-28', '2026-04-19'],
  ['half an hour past midnight in London, in summer', '2026-06-30T23:30:00Z', '2026-06-29', '2026-07-21'],
])('days are counted %s', async (_when, instant, yesterday, inThreeWeeks) => {
  await serverAt(instant)
  expect(await expiryOf('YESTERDAY')).toBe(yesterday)
  expect(await expiryOf('IN_THREE_WEEKS')).toBe(inThreeWeeks)
})

test('a passport that expires on a leap day was issued on 28 February', async () => {
  await serverAt('2028-03-01T12:00:00Z')
  const fields = await readFieldsOf(server.apiUrl, 'passport-expires:YESTERDAY')
  expect(fields).toMatchObject({ expiration_date: '2028-02-29', date_of_issue: '2018-02-28' })
})

test('a created session counts from the day of its creation, and keeps its dates', async () => {
  await serverAt('2026-11-29T23:59:00Z')
  const response = await fetch(`${server.scenarioUrl('passport-expires:YESTERDAY')}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(inBranchOrder()),
  })
  const { session_id } = (await response.json()) as { session_id: string }
  await server.control.sessions.visit(session_id)
  expect(await readFieldsOf(server.apiUrl, session_id)).toMatchObject({ expiration_date: '2026-11-28' })
  await server.control.clock.advance('PT2H')
  expect(await readFieldsOf(server.apiUrl, session_id)).toMatchObject({ expiration_date: '2026-11-28' })
})

test.each([
  ['in winter', '2027-01-31T23:30:00Z', '31 January 2027'],
  ['in summer, when London is an hour ahead', '2026-07-31T23:30:00Z', '1 August 2026'],
])('the letter’s last day is London’s, %s', async (_when, session_deadline, day) => {
  await serverAt('2026-06-01T12:00:00Z')
  const { client_session_token_ttl: _ttl, resources_ttl: _kept, ...order } = inBranchOrder()
  const created = await fetch(`${server.apiUrl}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...order, session_deadline }),
  })
  const { session_id } = (await created.json()) as { session_id: string }
  const url = `${server.apiUrl}/sessions/${session_id}`
  await fetch(`${url}/instructions`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
      documents: [],
      branch: { type: 'UK_POST_OFFICE', fad_code: '1234567' },
    }),
  })
  const letter = await fetch(`${url}/instructions/pdf`)
  const { text } = await readPdf(Buffer.from(await letter.arrayBuffer()))
  expect(text).toContain(`Visit by ${day}`)
})

test.each([
  ['in winter', '2027-01-15T12:00:00Z', '2026-07-04'],
  ['on the day itself, before it is over', '2026-07-04T23:59:59Z', '2025-07-04'],
  ['on the day after', '2026-07-05T00:00:00Z', '2026-07-04'],
])('a session of a summer night is read %s: every check is of half past eleven in UTC', async (_when, now, day) => {
  await serverAt(now)
  const answer = await fetch(`${server.apiUrl}/sessions/visited-on-a-summer-night`)
  const { state, checks } = (await answer.json()) as { state: string; checks: { created: string }[] }
  expect(state).toBe('COMPLETED')
  expect(new Set(checks.map(({ created }) => created))).toEqual(new Set([`${day}T23:33:00Z`]))
  const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })
  expect(inLondon.format(new Date(checks[0]?.created ?? ''))).toBe(`5 July ${day.slice(0, 4)}`)
})
