import { expect, test } from 'vitest'
import { expectDocumented } from '../support/answers.js'
import { startServer } from '../support/server.js'

test('settings are shown with their options, and no secret among them', async () => {
  await using server = await startServer({ controlToken: 'open sesame', journalSize: 7, visitDelay: 1.5 })
  const shown = await server.control.settings()
  expectDocumented('control', 'getSettings', 200, shown)
  expect(shown.addresses).toEqual({
    api: server.apiUrl,
    sandbox: server.sandboxUrl,
    token: `${server.url}/v1/oauth/token`,
    control: `${server.url}/__mock`,
  })
  expect(shown.settings['journalSize']).toEqual({
    value: 7,
    option: '--journal-size',
    variable: 'MOCK_YOTI_JOURNAL_SIZE',
    help: expect.stringContaining('requests that the journal keeps'),
  })
  expect(shown.settings['visitDelay']?.value).toBe(1.5)
  expect(shown.settings['controlToken']).toMatchObject({ is_set: true, option: '--control-token' })
  expect(JSON.stringify(shown)).not.toContain('open sesame')
})
