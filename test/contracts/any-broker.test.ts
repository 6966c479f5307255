import { expect, test } from 'vitest'
import { type AnyBroker, openBroker } from '../support/broker/open-broker.js'
import { runCommand } from '../support/command.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { expectRejections, openPactFolder, type PactFile, rule, withRules } from '../support/pacts.js'

// These run against a real broker where PACT_BROKER_BASE_URL names one.

const provider = 'yoti-idv-mock'

const verify = (broker: AnyBroker, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const own = ['--provider', broker.nameOf(provider), '--publish', 'false']
  return runCommand(['verify', ...own, ...args], quietEnvironment({ ...broker.env, ...env }))
}

const mustDo = async (broker: AnyBroker, ...args: string[]) => {
  const { code, stdout, stderr } = await runPact(['broker', ...args], broker.env)
  expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.any(String) })
}

type Publishing = { consumer?: string; version: string; branch?: string; change?: (pact: PactFile) => void }

const publish = async (broker: AnyBroker, publishing: Publishing) => {
  const { consumer = 'counter-service', version, branch = 'main', change } = publishing
  await using folder = await openPactFolder()
  const file = await folder.write('pact.json', ['all-approve'], (pact) => {
    change?.(pact)
    pact.consumer.name = broker.nameOf(consumer)
    pact.provider.name = broker.nameOf(provider)
  })
  await mustDo(broker, 'publish', file, '-a', version, '--branch', branch)
}

const own = ['--provider-version', 'p1', '--provider-branch', 'topic']

test('pacts of the main branch, the matching branch and what is deployed are verified; others are not', async () => {
  await using broker = await openBroker()
  const environment = broker.nameOf('production')
  await publish(broker, { version: '1', consumer: 'on-main' })
  await publish(broker, { version: '2', branch: 'topic', consumer: 'on-the-same-branch' })
  await publish(broker, { version: '3', branch: 'old', consumer: 'deployed' })
  await publish(broker, { version: '4', branch: 'elsewhere', consumer: 'on-another-branch' })
  await mustDo(broker, 'create-environment', '--name', environment, '--display-name', environment)
  await mustDo(broker, 'record-deployment', '-a', broker.nameOf('deployed'), '-e', '3', '--environment', environment)
  const { code, stdout } = await verify(broker, own)
  for (const consumer of ['on-main', 'on-the-same-branch', 'deployed'])
    expect(stdout).toContain(`between ${broker.nameOf(consumer)}`)
  expect(stdout).not.toContain(`between ${broker.nameOf('on-another-branch')}`)
  expect(code).toBe(0)
  const chosen = await verify(broker, [...own, '--selector', '{"branch":"elsewhere"}'])
  expect(chosen.stdout).toContain(`between ${broker.nameOf('on-another-branch')}`)
  expect(chosen.stdout).toContain('1 interaction,')
})

test('of two versions of one consumer each is told by its own rules', async () => {
  await using broker = await openBroker()
  const type = 'PROFILE_DOCUMENT_MATCH'
  await publish(broker, { version: '1', change: withRules({ type }, {}) })
  const pending = withRules({ type, id: 'any', state: 'PENDING' }, { '$.id': rule({ match: 'type' }) })
  await publish(broker, { version: '2', branch: 'topic', change: pending })
  const { stdout } = await verify(broker, [...own, '--pending', 'false'])
  expect(stdout).toContain('2 interactions, 1 failed')
  expect(stdout).toMatch(/The nearest, \$\.checks\[4\], differs in\n +state: expected "PENDING", got "DONE"\n\n/)
})

test('work in progress is verified when asked, and cannot fail', async () => {
  await using broker = await openBroker()
  await publish(broker, { version: '1' })
  await publish(broker, { version: '2', branch: 'elsewhere', change: expectRejections })
  const { code, stdout } = await verify(broker, [...own, '--wip-since', '2026-01-01'])
  expect(stdout).toContain('2 interactions, 0 failed, 1 failed but pending')
  expect(code).toBe(0)
})

/** The address of the one pact of a branch, as the broker's webhook names it. */
const addressOf = async ({ url, env, nameOf }: AnyBroker, branch: string): Promise<string> => {
  const login = `${env['PACT_BROKER_USERNAME']}:${env['PACT_BROKER_PASSWORD']}`
  const token = env['PACT_BROKER_TOKEN']
  const authorization = token ? `Bearer ${token}` : `Basic ${Buffer.from(login).toString('base64')}`
  const asked = await fetch(`${url}/pacts/provider/${nameOf(provider)}/for-verification`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json', Accept: 'application/hal+json' },
    body: JSON.stringify({ consumerVersionSelectors: [{ branch }] }),
  })
  const { _embedded } = (await asked.json()) as { _embedded: { pacts: { _links: { self: { href: string } } }[] } }
  return _embedded.pacts[0]?._links.self.href ?? ''
}

test("a webhook's pact is verified alone", async () => {
  await using broker = await openBroker()
  await publish(broker, { version: '1' })
  await publish(broker, { version: '2', branch: 'topic', change: expectRejections })
  const webhook = { PACT_URL: await addressOf(broker, 'topic') }
  const { code, stdout } = await verify(broker, ['--provider-version', 'p9'], webhook)
  expect(stdout).toContain('1 interaction, 1 failed')
  expect(stdout).toContain('The nearest, $.checks[0]')
  expect(code).toBe(1)
})
