import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startBroker } from '../support/broker/start-broker.js'
import { runProgram } from '../support/command.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { expectRejections, openPactFolder, type PactFile } from '../support/pacts.js'

const bin = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))

const brokerNames = ['PACT_BROKER_BASE_URL', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD', 'PACT_BROKER_TOKEN']

/** A real broker where the environment names one; our stand-in otherwise. */
const openBroker = async (): Promise<{ env: Record<string, string> } & AsyncDisposable> => {
  const real = brokerNames.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []))
  if (process.env['PACT_BROKER_BASE_URL'])
    return { env: Object.fromEntries(real), [Symbol.asyncDispose]: async () => undefined }
  const credentials = { username: 'team', password: 'secret' }
  const broker = await startBroker(credentials)
  const env = { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_USERNAME: 'team', PACT_BROKER_PASSWORD: 'secret' }
  return { env, [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose]() }
}

test('publish, verify from the broker, publish the result, and ask whether it may be deployed', async () => {
  await using broker = await openBroker()
  await using folder = await openPactFolder()
  // A real broker remembers earlier runs.
  const run = randomUUID().slice(0, 8)
  const [consumer, provider, environment] = ['consumer', 'yoti-idv-mock', 'env'].map((name) => `${name}-${run}`)
  if (consumer === undefined || provider === undefined || environment === undefined) throw new Error('three names')

  const pact = async (...args: string[]) => runPact(['broker', ...args], broker.env)
  const mustDo = async (...args: string[]) => {
    const { code, stdout, stderr } = await pact(...args)
    expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.any(String) })
  }
  const publishPact = async (version: string, change: (pact: PactFile) => void = () => undefined) => {
    const file = await folder.write(`${version}.json`, ['all-approve', 'profile-mismatch'], (written) => {
      written.consumer.name = consumer
      written.provider.name = provider
      change(written)
    })
    await mustDo('publish', file, '-a', version, '--branch', 'main')
  }
  const verify = async (version: string, ...more: string[]) => {
    const build = ['--provider-version', version, '--provider-branch', 'main', '--publish', 'true']
    const args = ['verify', '--provider', provider, ...build, ...more]
    return runProgram(bin, args, quietEnvironment(broker.env))
  }
  const mayDeploy = async (name: string, version: string) =>
    (await pact('can-i-deploy', '-a', name, '-e', version, '--to-environment', environment)).code === 0

  await publishPact('1')
  await mustDo('create-environment', '--name', environment, '--display-name', environment)
  expect(await mayDeploy(consumer, '1')).toBe(false)

  const first = await verify('10')
  expect(first.stdout).toContain('2 interactions, 0 failed, 0 failed but pending; results published')
  expect(first.code).toBe(0)
  await mustDo('record-deployment', '-a', provider, '-e', '10', '--environment', environment)
  expect(await mayDeploy(consumer, '1')).toBe(true)
  await mustDo('record-deployment', '-a', consumer, '-e', '1', '--environment', environment)
  expect(await mayDeploy(provider, '10')).toBe(true)

  await publishPact('2', expectRejections)
  const pending = await verify('10')
  expect(pending.stdout).toMatch(/0 failed, \d failed but pending/)
  expect(pending.stdout).toContain('differs in')
  expect(pending.code).toBe(0)
  expect(await mayDeploy(consumer, '2')).toBe(false)
  expect(await mayDeploy(consumer, '1')).toBe(true)

  const strict = await verify('10', '--pending', 'false')
  expect(strict.code).toBe(1)
})
