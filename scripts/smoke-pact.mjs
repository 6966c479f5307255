// `npm run smoke:pact [-- VERSION]`: packs mock-yoti, installs it with a version of pact-js in an empty folder, and runs a
// contract for every shape there: as docs/contracts.md says, and under jest and node:test. Needs the registry, so that
// `npm test` does not run it.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { keepPackable, setUp } from './setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [pactJs = '16.2.0'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'mock-yoti-smoke-'))

const run = (command, args, cwd, env = {}) => {
  const shell = process.platform === 'win32'
  const { status, stdout } = spawnSync(command, args, {
    cwd,
    shell,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PACT_DO_NOT_TRACK: 'true', SCARF_ANALYTICS: 'false', ...env },
  })
  if (status !== 0) throw new Error(`'${command} ${args.join(' ')}' failed in ${cwd}\n${stdout}`)
  return stdout
}

const expectShapes = (consumer) => {
  const { interactions } = JSON.parse(readFileSync(join(folder, 'pacts', `${consumer}-yoti-idv-mock.json`), 'utf8'))
  const shapes = JSON.parse(
    run(process.execPath, ['node_modules/mock-yoti/bin/mock-yoti.js', 'shapes', '--json'], folder),
  )
  const { length } = shapes.filter(({ operation }) => operation === 'getSession')
  // A shape whose checks all came to the same has one interaction more.
  if (interactions.length < length) throw new Error(`${consumer}: ${interactions.length} of ${length} shapes`)
  console.log(`${consumer}: ${length} shapes with pact-js ${pactJs} on Node.js ${process.versions.node}`)
}

const guide = readFileSync(join(root, 'docs/contracts.md'), 'utf8')

/** The files that docs/contracts.md shows, each after its name. */
const followGuide = () => {
  const shown = [...guide.matchAll(/`([\w.-]+\.m?ts)`[^`]*```ts\n([\s\S]*?)```/g)]
  if (shown.length !== 5) throw new Error(`docs/contracts.md shows ${shown.length} files, not 5`)
  for (const [, name, text] of shown) writeFileSync(join(folder, name), text)
}

const inFolder = (name) => readFileSync(join(folder, name), 'utf8')

/** The client with the lines that docs/contracts.md mends it with, the last of which replaces its last return. */
const mendClient = () => {
  const [type, ...lines] = guide
    .slice(guide.indexOf('`my-client.ts`:\n\n    '), guide.indexOf('Then all tests pass'))
    .split('\n')
    .filter((line) => line.startsWith('    '))
  const client = inFolder('my-client.ts')
  const mended = client.replace(/^type Check .*$/m, type.trim()).replace(/^ {4}return checks\..*$/m, lines.join('\n'))
  writeFileSync(join(folder, 'my-client.ts'), mended)
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run']
const runTests = () => run(process.execPath, vitest, folder)

/** Two tests of the first contract fail, and none once the client is mended. */
const tryFirstContract = () => {
  const { status, stdout } = spawnSync(process.execPath, vitest, { cwd: folder, encoding: 'utf8' })
  const failed = /Tests\D+(\d+) failed/.exec(stripVTControlCharacters(stdout))?.[1]
  if (status === 0 || failed !== '2')
    throw new Error(`The first contract: ${failed ?? 'no'} tests fail, not 2\n${stdout}`)
  mendClient()
  runTests()
}

/** The same test for every shape, with what is expected of each, and a client that signs. */
const expectEveryShape = () => {
  const test = inFolder('results.pact.test.ts')
  const whole = test.replace("resultShapes.group('decisions')", 'resultShapes.all').replace(", auth: 'none'", '')
  writeFileSync(join(folder, 'results.pact.test.ts'), whole)
  for (const path of ['expected.ts', 'decision.ts', 'self-signed/signed-fetch.ts'])
    cpSync(join(root, 'examples', path), join(folder, path.replace('self-signed/', '')))
  cpSync(join(root, 'keys/demo-private-key.pem'), join(folder, 'keys/demo-private-key.pem'))
  writeFileSync(join(folder, 'my-client.ts'), myClient)
  runTests()
  expectShapes('counter-service')
}

/** What a pact has, once it is there and fits; a run writes it last. Every ten seconds Jest, which may miss a change, is given another. */
const pactOnce = async (file, fits, change = () => {}) => {
  for (let attempt = 1; attempt < 900; attempt += 1) {
    if (attempt % 100 === 0) change()
    const { interactions = [] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    const approved = interactions.find(({ description }) => description === 'getSession answers all-approve')
    if (approved !== undefined && fits(approved.response.body.content)) return
    await sleep(100)
  }
  throw new Error(`jest --watchAll does not write ${file} anew`)
}

/** Jest in watch mode: a test that reads more than before takes the place of what it was. */
const rerunWithJest = async (argv) => {
  const env = { ...process.env, PACT_DIR: join(folder, 'watched'), PACT_DO_NOT_TRACK: 'true', CI: '' }
  const jest = spawn(process.execPath, [...argv, '--watchAll'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const file = join(folder, 'watched/jest-service-yoti-idv-mock.json')
  try {
    await pactOnce(file, ({ session_id }) => session_id === undefined)
    const test = inFolder('jest/service.test.mjs').replace("reads: ['state']", "reads: ['state', 'session_id']")
    const change = () => writeFileSync(join(folder, 'jest/service.test.mjs'), test)
    change()
    await pactOnce(file, ({ session_id }) => session_id !== undefined, change)
    console.log('jest --watchAll: a second run replaces the first one')
  } finally {
    jest.kill()
  }
}

const myClient = `
import { readFileSync } from 'node:fs'
import { decideOnError, mandatoryChecks } from './decision.ts'
import { createSignedFetch } from './signed-fetch.ts'
const application = { sdkId: 'counter-service', key: readFileSync('keys/demo-private-key.pem', 'utf8') }
export const createMyClient = (url) => ({
  decide: async (id) => {
    const response = await createSignedFetch(url, application)('/sessions/' + id)
    const isJson = response.headers.get('content-type')?.includes('json')
    const { code, state, checks } = isJson ? await response.json() : {}
    if (!response.ok) return decideOnError(response.status, code)
    if (state !== 'COMPLETED')
      return { EXPIRED: 'start-again', ONGOING: 'wait' }[state] ?? 'call-operator'
    if (checks.some((check) => check.state !== 'DONE')) return 'fail'
    const approved = checks.filter((check) => check.report?.recommendation.value === 'APPROVE').map(({ type }) => type)
    const isComplete = approved.length === checks.length && mandatoryChecks.every((type) => approved.includes(type))
    return isComplete ? 'pass' : 'fail'
  },
})
`

try {
  setUp()
  keepPackable()
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
  )
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const packages = [join(folder, filename), `@pact-foundation/pact@${pactJs}`, 'vitest@4.1', 'jest@30']
  run('npm', ['install', '--save-dev', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], folder)
  followGuide()
  tryFirstContract()
  expectEveryShape()
  cpSync(join(root, 'test/contracts/fixtures/jest'), join(folder, 'jest'), { recursive: true })
  cpSync(join(root, 'test/contracts/fixtures/node-test'), join(folder, 'node-test'), { recursive: true })
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'jest/jest.config.json']
  run(process.execPath, jest, folder, { PACT_DIR: join(folder, 'pacts') })
  expectShapes('jest-service')
  await rerunWithJest(jest)
  run(process.execPath, ['--test', 'node-test/service.test.mjs'], folder)
  expectShapes('node-test-service')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
