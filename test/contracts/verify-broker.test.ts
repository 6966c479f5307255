import { expect, test, vi } from 'vitest'
import { type Broker, type Credentials, startBroker } from '../support/broker/start-broker.js'
import { runCommand } from '../support/command.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { expectRejections, openPactFolder, type PactFile, rule, withRules } from '../support/pacts.js'

// Programs are started several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const verify = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCommand(['verify', ...args], quietEnvironment(env))

type Publishing = { version: string; branch?: string; change?: (pact: PactFile) => void; env?: Record<string, string> }

const publish = async (broker: Broker, { version, branch = 'main', change, env = {} }: Publishing) => {
  await using folder = await openPactFolder()
  const file = await folder.write('pact.json', ['all-approve'], change)
  const { code } = await runPact(['broker', 'publish', file, '-b', broker.url, '-a', version, '--branch', branch], env)
  expect(code).toBe(0)
}

const renamed = (consumer: string) => (pact: PactFile) => {
  pact.consumer.name = consumer
}

const own = ['--provider-version', 'p1', '--provider-branch', 'topic']

test('pacts of the main branch, the matching branch and what is deployed are verified; others are not', async () => {
  await using broker = await startBroker()
  await publish(broker, { version: '1', change: renamed('on-main') })
  await publish(broker, { version: '2', branch: 'topic', change: renamed('on-the-same-branch') })
  await publish(broker, { version: '3', branch: 'old', change: renamed('deployed') })
  await publish(broker, { version: '4', branch: 'elsewhere', change: renamed('on-another-branch') })
  broker.store.versions.get('deployed')?.get('3')?.environments.add('production')
  const { code, stdout } = await verify(['--broker', broker.url, ...own])
  for (const consumer of ['on-main', 'on-the-same-branch', 'deployed']) expect(stdout).toContain(`between ${consumer}`)
  expect(stdout).not.toContain('between on-another-branch')
  expect(code).toBe(0)
  const chosen = await verify(['--broker', broker.url, ...own, '--selector', '{"branch":"elsewhere"}'])
  expect(chosen.stdout).toContain('between on-another-branch')
  expect(chosen.stdout).toContain('1 interactions')
})

test('of two versions of one consumer each is told by its own rules', async () => {
  await using broker = await startBroker()
  const type = 'PROFILE_DOCUMENT_MATCH'
  await publish(broker, { version: '1', change: withRules({ type }, {}) })
  const pending = withRules({ type, id: 'any', state: 'PENDING' }, { '$.id': rule({ match: 'type' }) })
  await publish(broker, { version: '2', branch: 'topic', change: pending })
  const { stdout } = await verify(['--broker', broker.url, ...own, '--pending', 'false'])
  expect(stdout).toContain('2 interactions, 1 failed')
  expect(stdout).toMatch(/The nearest, \$\.checks\[4\], differs in\n +state: expected "PENDING", got "DONE"\n\n/)
})

test('work in progress is verified when asked, and cannot fail', async () => {
  await using broker = await startBroker()
  await publish(broker, { version: '1' })
  await publish(broker, { version: '2', branch: 'elsewhere', change: expectRejections })
  const { code, stdout } = await verify(['--broker', broker.url, ...own, '--wip-since', '2026-01-01'])
  expect(stdout).toContain('2 interactions, 0 failed, 1 failed but pending')
  expect(code).toBe(0)
})

test('results are published in CI, with the version, branch and address of its variables, and not elsewhere', async () => {
  await using broker = await startBroker()
  await publish(broker, { version: '1' })
  expect(await verify(['--broker', broker.url])).toMatchObject({ code: 0 })
  expect(broker.store.results).toEqual([])
  const github = {
    CI: 'true',
    GITHUB_SHA: 'abc',
    GITHUB_HEAD_REF: 'topic',
    GITHUB_REF_NAME: '12/merge',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'team/mock',
    GITHUB_RUN_ID: '7',
  }
  expect(await verify(['--broker', broker.url], github)).toMatchObject({ code: 0 })
  const [result] = broker.store.results
  expect(result).toMatchObject({ providerVersion: 'abc', success: true })
  expect(result?.body).toMatchObject({ buildUrl: 'https://github.example/team/mock/actions/runs/7' })
  expect(broker.calls).toContain('PUT /pacticipants/yoti-idv-mock/branches/topic/versions/abc')
})

test('GitLab and Jenkins variables name the build too', async () => {
  await using broker = await startBroker()
  await publish(broker, { version: '1' })
  const gitlab = { CI: 'true', CI_COMMIT_SHA: 'def', CI_COMMIT_REF_NAME: 'fix' }
  const jenkins = { GIT_COMMIT: 'fed', GIT_BRANCH: 'origin/main' }
  expect(await verify(['--broker', broker.url], gitlab)).toMatchObject({ code: 0 })
  expect(await verify(['--broker', broker.url, '--publish', 'true'], jenkins)).toMatchObject({ code: 0 })
  expect(broker.calls).toContain('PUT /pacticipants/yoti-idv-mock/branches/fix/versions/def')
  expect(broker.calls).toContain('PUT /pacticipants/yoti-idv-mock/branches/main/versions/fed')
})

test("a webhook's pact is verified alone, with the deployed version, and its result is published", async () => {
  await using broker = await startBroker()
  await publish(broker, { version: '1' })
  await publish(broker, { version: '2', branch: 'topic', change: expectRejections })
  const sha = broker.store.publications[1]?.sha
  const webhook = {
    PACT_URL: `${broker.url}/pacts/provider/yoti-idv-mock/consumer/counter-service/pact-version/${sha}`,
  }
  const { code, stdout } = await verify(['--provider-version', 'p9', '--publish', 'true'], webhook)
  expect(stdout).toContain('1 interactions, 1 failed')
  expect(stdout).toContain('The nearest, $.checks[0]')
  expect(code).toBe(1)
  expect(broker.store.results).toMatchObject([{ providerVersion: 'p9', success: false, sha }])
})

const logins: [string, Credentials, Record<string, string>][] = [
  ['basic auth', { username: 'u', password: 'p' }, { PACT_BROKER_USERNAME: 'u', PACT_BROKER_PASSWORD: 'p' }],
  ['a token', { token: 't' }, { PACT_BROKER_TOKEN: 't' }],
]

test.each(logins)(
  'a broker with %s is read with what the environment gives, and refuses otherwise',
  async (...login) => {
    const [, credentials, env] = login
    await using broker = await startBroker(credentials)
    await publish(broker, { version: '1', env })
    expect(await verify(['--broker', broker.url], env)).toMatchObject({ code: 0 })
    const refused = await verify(['--broker', broker.url])
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('The broker answered 401') })
  },
)
