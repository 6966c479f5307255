import { cp, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Ended, runCommand, runProgram } from '../support/command.js'
import { quietEnvironment } from '../support/pact-cli.js'
import { committedPacts, openPactFolder } from '../support/pacts.js'

const verify = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runCommand(['verify', ...args], quietEnvironment(env))

test('variables of Pact and of proxies change nothing', async () => {
  await using folder = await openPactFolder()
  const pact = await folder.write('pact.json', ['all-approve'])
  const traps = {
    PACT_BROKER_BASE_URL: 'http://127.0.0.1:1',
    PACT_URL: 'http://127.0.0.1:1/pacts/provider/x',
    PACT_DESCRIPTION: 'nothing is called so',
    PACT_PROVIDER_STATE: 'nothing is called so',
    PACT_PROVIDER_PORT: '1',
    HTTP_PROXY: 'http://127.0.0.1:1',
    CI: 'true',
  }
  const { code, stdout } = await verify(['--pact-file', pact], traps)
  expect(stdout).toContain('1 interaction, 0 failed')
  expect(code).toBe(0)
})

test('nothing to verify is a failure unless it is allowed', async () => {
  await using folder = await openPactFolder()
  await folder.write('pact.json', ['all-approve'])
  const other = ['--pact-dir', folder.path, '--provider', 'another-provider']
  const { code, stdout } = await verify(other)
  expect(stdout).toContain('There is nothing to verify with another-provider')
  expect(code).toBe(1)
  expect(await verify([...other, '--allow-no-pacts'])).toMatchObject({ code: 0 })
})

test.each([
  [[], 'Which pacts? --pact-file FILE'],
  [['--pact-fil', 'x'], "Unknown option --pact-fil. Did you mean '--pact-file'?"],
  [['--pact-file'], '--pact-file needs a value: --pact-file FILE'],
  [['--pact-file', 'nowhere.json'], 'Cannot read the pact nowhere.json: ENOENT'],
  [['--pact-file', 'package.json'], 'package.json is not a pact'],
  [['--pact-file', 'x', '--broker', 'http://127.0.0.1:1'], 'choose one'],
  [['--pact-file', 'x', '--publish', 'true'], '--publish true needs a broker'],
  [['--broker', 'localhost'], '--broker takes an address that begins with http:// or https://'],
  [['--broker', 'http://127.0.0.1:1', '--selector', '{'], '--selector takes JSON'],
  [['--broker', 'http://127.0.0.1:1', '--wip-since', 'may'], '--wip-since takes a day such as 2026-01-31'],
  [['--broker', 'http://127.0.0.1:1', '--pending', 'yes'], "--pending takes true, false; got 'yes'"],
  [
    ['--pact-dir', committedPacts, '--provider-url', 'http://127.0.0.1:1'],
    'No mock-yoti answers at http://127.0.0.1:1',
  ],
])('%j is not understood: %s', async (args, told) => {
  const { code, stderr } = await verify(args)
  expect(stderr).toContain(told)
  expect(code).toBe(2)
})

test('without the verifier of Pact, the line to type is told', async () => {
  await using folder = await openPactFolder()
  const from = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
  await mkdir(folder.at('bin'))
  for (const name of ['bin', 'dist', 'package.json']) await cp(from(name), folder.at(name), { recursive: true })
  const args = ['verify', '--pact-dir', committedPacts]
  const { code, stderr } = await runProgram(folder.at('bin/mock-yoti.js'), args, quietEnvironment(), folder.path)
  expect(stderr).toContain('npm install --save-dev @pact-foundation/pact-cli')
  expect(code).toBe(2)
})
