import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sampled } from '../support/matrix.js'
import { runPact } from '../support/pact-cli.js'
import { committedPacts, openPactFolder } from '../support/pacts.js'
import { startServer } from '../support/server.js'

// Programs are started several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 })

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ signatures: 'off' })
})
afterAll(() => server.close())

/** What a team types that uses another language, or Pact's own command. */
const verify = (...pacts: string[]) => {
  const { hostname, port } = new URL(server.url)
  const states = ['--state-change-url', `${server.url}/__mock/pact/provider-states`, '--state-change-teardown']
  return runPact(['verifier', ...pacts, '-n', 'yoti-idv-mock', '-h', hostname, '-p', port, ...states])
}

const counterService = ['--file', join(committedPacts, 'counter-service-yoti-idv-mock.json')]

test.each(sampled([counterService, ['--dir', committedPacts]], [counterService]))(
  'the plain Pact command verifies committed pacts against the state URL: %s %s',
  async (...pacts) => {
    const { code, stdout } = await verify(...pacts)
    expect(stdout).toContain('Verifying a pact between')
    expect(stdout).not.toContain('pact failures')
    expect(code).toBe(0)
  },
)

test('the plain Pact command fails on a state that does not exist', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'], ({ interactions }) => {
    for (const { providerStates } of interactions) for (const state of providerStates) state.name = 'a state of ours'
  })
  const { code, stdout } = await verify('--file', pact)
  expect(stdout).toContain('One or more of the setup state change handlers has failed')
  expect(code).toBe(1)
})
