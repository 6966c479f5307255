import { expect, test } from 'vitest'
import { type Broker, type Credentials, startBroker } from '../support/broker/start-broker.js'
import { runCommand } from '../support/command.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { openPactFolder, type PactFile } from '../support/pacts.js'

const verify = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCommand(['verify', ...args], quietEnvironment(env))

type Publishing = { version: string; branch?: string; change?: (pact: PactFile) => void; env?: Record<string, string> }

const publish = async (broker: Broker, { version, branch = 'main', change, env = {} }: Publishing) => {
  await using folder = await openPactFolder()
  const file = await folder.write('pact.json', ['all-approve'], change)
  const { code } = await runPact(['broker', 'publish', file, '-b', broker.url, '-a', version, '--branch', branch], env)
  expect(code).toBe(0)
}

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

test("the result of a webhook's pact is published for the deployed version", async () => {
  await using broker = await startBroker()
  await publish(broker, { version: '1' })
  const sha = broker.store.publications[0]?.sha
  const webhook = {
    PACT_URL: `${broker.url}/pacts/provider/yoti-idv-mock/consumer/counter-service/pact-version/${sha}`,
  }
  expect(await verify(['--provider-version', 'p9', '--publish', 'true'], webhook)).toMatchObject({ code: 0 })
  expect(broker.store.results).toMatchObject([{ providerVersion: 'p9', success: true, sha }])
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
