import { expect, test } from 'vitest'
import { startServer } from '../../support/server.js'

// docs/clock.md: each application's clock begins as the shared one stands.
test('an application inherits a frozen clock', async () => {
  await using server = await startServer()
  const { clock } = server.control
  await clock.freeze()
  await clock.advance('PT1H', { sdkId: 'ada' })
  expect(await clock.get({ sdkId: 'ada' })).toEqual({ now: '2026-03-04T13:00:00Z', frozen: true, sdkId: 'ada' })
  expect(await clock.get()).toEqual({ now: '2026-03-04T12:00:00Z', frozen: true })
  await clock.resume()
  expect((await clock.get({ sdkId: 'ada' })).frozen).toBe(false)
})

test('an application does not inherit what is not frozen, and begins where the shared clock stands', async () => {
  await using server = await startServer()
  const { clock } = server.control
  await clock.advance('P1D')
  await clock.advance('PT1M', { sdkId: 'ada' })
  expect(await clock.get({ sdkId: 'ada' })).toEqual({ now: '2026-03-05T12:01:00Z', frozen: false, sdkId: 'ada' })
})

test.each([
  ['P1W', '2026-03-11T12:00:00Z'],
  ['P1D', '2026-03-05T12:00:00Z'],
  ['P1W2DT3H4M5.5S', '2026-03-13T15:04:05Z'],
  ['PT36H', '2026-03-06T00:00:00Z'],
  ['PT90M', '2026-03-04T13:30:00Z'],
  ['PT0S', '2026-03-04T12:00:00Z'],
])('%s later it is %s', async (by, now) => {
  await using server = await startServer()
  expect((await server.control.clock.advance(by)).now).toBe(now)
})

test.each(['P', 'PT', 'P1DT', 'P1Y', 'P1M', '1D', 'P-1D', 'PT1.5H', 'pt1s', ' PT1S'])(
  '%s is no duration',
  async (by) => {
    await using server = await startServer()
    await expect(server.control.clock.advance(by)).rejects.toThrow('PAYLOAD_VALIDATION')
  },
)

test('a clock goes as far as the year 9000, to the second', async () => {
  await using server = await startServer()
  const { clock } = server.control
  expect((await clock.set('9000-01-01T00:00:00Z', { sdkId: 'ada' })).now).toBe('9000-01-01T00:00:00Z')
  await expect(clock.set('9000-01-01T00:00:01Z')).rejects.toThrow('goes no further than 9000-01-01T00:00:00Z')
})
