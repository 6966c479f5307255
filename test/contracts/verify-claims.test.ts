import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { statesCommand } from '../../contracts/verify/states-command.js'
import { verifyCommand } from '../../contracts/verify/verify-command.js'
import { type Broker, startBroker } from '../support/broker/start-broker.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { openPactFolder, type PactFile, type PactFolder } from '../support/pacts.js'
import { startServer } from '../support/server.js'

type Variables = Readonly<Record<string, string>>

let folder: PactFolder
beforeEach(async () => {
  folder = await openPactFolder()
})
afterEach(() => folder[Symbol.asyncDispose]())

const verify = (args: readonly string[], env: Variables = {}) => verifyCommand(args, quietEnvironment(env))

const team = { PACT_BROKER_USERNAME: 'team', PACT_BROKER_PASSWORD: 'secret' }
const reader = { PACT_BROKER_USERNAME: 'reader', PACT_BROKER_PASSWORD: 'only' }
const credentials = { username: 'team', password: 'secret', reader: { username: 'reader', password: 'only' } }

const publish = async (broker: Broker) => {
  const pact = await folder.write('pact.json', ['all-approve'])
  const env = { ...team, PACT_BROKER_BASE_URL: broker.url }
  expect(await runPact(['broker', 'publish', pact, '-a', '1', '--branch', 'main'], env)).toMatchObject({ code: 0 })
}

test.each([
  ['with a branch', ['--provider-branch', 'main']],
  ['without', []],
])(
  "results that a user who only reads cannot publish are an error with the broker's reason, %s",
  async (_name, more) => {
    await using broker = await startBroker(credentials)
    await publish(broker)
    const args = ['--broker', broker.url, '--publish', 'true', '--provider-version', '7', ...more]
    const { text, exitCode } = await verify(args, reader)
    expect(text).toContain('1 interaction, 0 failed, 0 failed but pending; results NOT published:\n')
    expect(text).toContain('401 Unauthorized')
    expect(exitCode).toBe(1)
    expect(broker.store.results).toEqual([])
    const allowed = await verify(args, team)
    expect(allowed.text).toMatch(/0 failed but pending; results published$/m)
    expect(allowed.exitCode).toBe(0)
    expect(broker.store.results).toMatchObject([{ providerVersion: '7', success: true }])
  },
)

test('a token on the open-source broker is refused with what to set in its place', async () => {
  await using broker = await startBroker(credentials)
  await publish(broker)
  await expect(verify(['--broker', broker.url], { PACT_BROKER_TOKEN: 'word' })).rejects.toThrow(
    /The broker answered 400 .*set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD/s,
  )
})

test('the login in the address of a broker is used, and printed nowhere', async () => {
  await using broker = await startBroker(credentials)
  await publish(broker)
  const address = broker.url.replace('http://', 'http://team:secret@')
  expect(await verify(['--broker', address])).toMatchObject({ exitCode: 0 })
  expect(await verify([], { PACT_BROKER_BASE_URL: address })).toMatchObject({ exitCode: 0 })
  const wrong = broker.url.replace('http://', 'http://team:wrong-word@')
  for (const command of [verifyCommand, statesCommand]) {
    const refused = command(['--broker', wrong], quietEnvironment())
    await expect(refused).rejects.toThrow('The broker answered 401')
    await expect(refused).rejects.not.toThrow('wrong-word')
  }
  const down = statesCommand([], quietEnvironment({ PACT_BROKER_BASE_URL: 'http://team:wrong-word@127.0.0.1:1' }))
  await expect(down).rejects.toThrow('No broker answers at http://127.0.0.1:1')
})

test.each([
  ['params that are null', { providerStates: [{ name: 'a session has the result', params: null }] }, 1],
  ['a providerState that is null', { providerState: null }, 0],
  ['the older provider_state', { provider_state: 'a state of ours' }, 1],
])('states reads pacts with %s', async (_name, state, missing) => {
  const interaction = { description: 'x', request: { method: 'GET', path: '/' }, response: { status: 200 }, ...state }
  const pact = { consumer: { name: 'a' }, provider: { name: 'yoti-idv-mock' }, interactions: [interaction] }
  await writeFile(folder.at('pact.json'), JSON.stringify(pact))
  const { text, exitCode } = await statesCommand(['--pact-file', folder.at('pact.json')], quietEnvironment())
  expect(text.match(/^MISSING/gm) ?? []).toHaveLength(missing)
  expect(exitCode).toBe(missing)
})

test('a server with a control token is verified with it, and not without', async () => {
  await using server = await startServer({ signatures: 'off', controlToken: 'open sesame' })
  const pact = await folder.write('pact.json', ['all-approve'])
  const args = ['--pact-file', pact, '--provider-url', server.url]
  expect(await verify([...args, '--control-token', 'open sesame'])).toMatchObject({ exitCode: 0 })
  expect(await verify(args, { MOCK_YOTI_CONTROL_TOKEN: 'open sesame' })).toMatchObject({ exitCode: 0 })
  const states = await statesCommand([...args, '--control-token', 'open sesame'], quietEnvironment())
  expect(states.exitCode).toBe(0)
  await expect(verify([...args, '--control-token', 'shut'])).rejects.toThrow('Is --control-token right?')
  await expect(verify(args)).rejects.toThrow('takes no provider states')
})

test.each([
  ['--selector', '{"branch":"main"}'],
  ['--pending', 'true'],
  ['--wip-since', '2026-01-01'],
])('%s does not go together with one pact of a webhook', async (option, value) => {
  const args = ['--pact-url', 'http://127.0.0.1:1/pacts/provider/p/consumer/c', option, value]
  await expect(verify(args)).rejects.toThrow(
    `${option} chooses pacts of a broker; --pact-url (PACT_URL) names one pact`,
  )
})

test('a pact that needs a plugin ends with a sentence, before a verifier downloads anything', async () => {
  const pact = await folder.write('pact.json', ['all-approve'], (written) => {
    Object.assign(written, { metadata: { plugins: [{ name: 'protobuf', version: '1.0' }] } })
  })
  await expect(verify(['--pact-file', pact])).rejects.toThrow(
    "The pact of counter-service needs the Pact plugin 'protobuf'. mock-yoti verifies HTTP and messages, without plugins",
  )
})

const expectMuch = ({ interactions: [first] }: PactFile) => {
  if (first === undefined) throw new Error('the pact has no such interaction')
  const headers = Object.fromEntries(Array.from({ length: 80 }, (_none, index) => [`X-Header-${index}`, ['any']]))
  Object.assign(first.response, { status: 404, headers })
}

test('of a failing interaction at most 40 lines are printed: the state with its scenario, then what decides', async () => {
  const pact = await folder.write('pact.json', ['profile-mismatch'], expectMuch)
  const json = folder.at('report.json')
  const { text } = await verify(['--pact-file', pact, '--json', json])
  const lines = text.slice(text.indexOf('1) ')).split('\n\n1 interaction,')[0]?.split('\n') ?? []
  expect(lines.slice(0, 4)).toEqual([
    '1) getSession answers profile-mismatch',
    '   between counter-service and yoti-idv-mock',
    '   Given a session has the result profile-mismatch',
    '   expected status 404, got 200',
  ])
  expect(lines).toHaveLength(40)
  expect(lines.at(-1)).toMatch(/^ {3}… and \d+ lines more: --json FILE writes everything$/)
  const { errors } = JSON.parse(await folder.read('report.json'))
  expect(errors[0].mismatch.mismatches.length).toBeGreaterThan(80)
})

test('reports in files have no escape sequences', async () => {
  const pact = await folder.write('pact.json', ['profile-mismatch', 'all-approve'], expectMuch)
  const files = { json: folder.at('r.json'), junit: folder.at('r.xml'), html: folder.at('r.html') }
  const args = Object.entries(files).flatMap(([name, file]) => [`--${name}`, file])
  await verify(['--pact-file', pact, ...args])
  for (const name of ['r.json', 'r.xml', 'r.html']) {
    const text = await folder.read(name)
    expect(text).not.toContain(String.fromCharCode(27))
    expect(text).not.toContain('u001b')
  }
})

test('verify --html writes one page with the counts, every interaction and each failure', async () => {
  const pact = await folder.write('pact.json', ['profile-mismatch', 'all-approve'], (written) => {
    expectMuch({ ...written, interactions: written.interactions.slice(1) })
  })
  await verify(['--pact-file', pact, '--html', folder.at('page.html')])
  const page = await folder.read('page.html')
  expect(page).toContain('2 interactions, 1 failed, 0 failed but pending')
  expect(page).toContain('<td>a session has the result all-approve</td><td class="good">passed</td>')
  expect(page).toContain('<td>a session has the result profile-mismatch</td><td class="bad">failed</td>')
  expect(page).toContain('expected status 404, got 200')
  expect(page).not.toMatch(/(?:src|href)=/)
})

test('one pact with requests and messages is verified as a whole, in one command', async () => {
  const message = (topic: string) => ({
    type: 'Asynchronous/Messages',
    description: `a notification of ${topic}`,
    pending: false,
    contents: { content: { topic }, contentType: 'application/json', encoded: false },
    metadata: { contentType: 'application/json' },
  })
  const write = (topic: string) =>
    folder.write('pact.json', ['all-approve'], (pact) => {
      Object.assign(pact, { interactions: [...pact.interactions, message(topic)] })
    })
  const kept = await verify(['--pact-file', await write('session_completion')])
  expect(kept.text).toContain('2 interactions, 0 failed')
  expect(kept.exitCode).toBe(0)
  const broken = await verify(['--pact-file', await write('session_completed')])
  expect(broken.text).toContain('2 interactions, 1 failed')
  expect(broken.exitCode).toBe(1)
})
