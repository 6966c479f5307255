import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openBroker } from '../support/broker/open-broker.js'
import { runProgram } from '../support/command.js'
import { quietEnvironment, runPact } from '../support/pact-cli.js'
import { expectRejections, openPactFolder, type PactFile } from '../support/pacts.js'

const bin = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))

test('publish, verify from the broker, publish the result, and ask whether it may be deployed', async () => {
  await using broker = await openBroker()
  await using folder = await openPactFolder()
  const consumer = broker.nameOf('consumer')
  const provider = broker.nameOf('yoti-idv-mock')
  const environment = broker.nameOf('env')

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
