import { expect, test } from 'vitest'
import { startBroker } from '../support/broker/start-broker.js'
import { runCommand } from '../support/command.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { committedPacts, openPactFolder, type PactFile } from '../support/pacts.js'

const states = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCommand(['states', ...args], quietEnvironment(env))

const askForMore = ({ interactions }: PactFile) => {
  for (const { providerStates } of interactions) for (const { params } of providerStates) params['mood'] = 'good'
}

test('every state that the committed pacts need is supported', async () => {
  const { code, stdout } = await states(['--pact-dir', committedPacts])
  expect(stdout).toContain('supported  a session has the result (result: profile-mismatch)')
  expect(stdout).toMatch(/\d+ provider states in \d+ pacts with yoti-idv-mock, 0 missing/)
  expect(code).toBe(0)
})

test('--json lists each state with who needs it, and why one is missing', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'], askForMore)
  const { code, stdout } = await states(['--pact-file', pact, '--json'])
  expect(JSON.parse(stdout)).toEqual({
    pacts: 1,
    states: [
      {
        name: 'a session has the result',
        params: { result: 'all-approve', mood: 'good' },
        consumers: ['counter-service'],
        supported: false,
        refusal: expect.stringContaining("takes no parameter 'mood'. Known: result"),
      },
    ],
  })
  expect(code).toBe(1)
})

test('a state that a pact in the broker needs and nobody supports is listed, with who needs it and why not', async () => {
  await using folder = await openPactFolder()
  await using broker = await startBroker({ username: 'reader', password: 'secret' })
  const login = { PACT_BROKER_USERNAME: 'reader', PACT_BROKER_PASSWORD: 'secret', PACT_BROKER_BASE_URL: broker.url }
  const pact = await folder.write('pact.json', ['all-approve'], askForMore)
  await runPact(['broker', 'publish', pact, '-a', '1', '--branch', 'main'], login)
  const { code, stdout } = await states([], login)
  expect(stdout).toContain('MISSING    a session has the result (mood: good, result: all-approve)  [counter-service]')
  expect(stdout).toContain("takes no parameter 'mood'. Known: result")
  expect(code).toBe(1)
  const refused = await states([], { PACT_BROKER_BASE_URL: broker.url })
  expect(refused.stderr).toContain('The broker answered 401')
  expect(refused.stderr).toContain('Set PACT_BROKER_USERNAME')
  expect(refused.code).toBe(2)
})
