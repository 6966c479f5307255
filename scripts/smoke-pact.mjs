// `npm run smoke:pact [-- VERSION]`: packs mock-yoti, installs it with a version of pact-js in an empty folder, and runs a
// contract for every shape there: as docs/contracts.md says, and under jest and node:test. Needs the registry, so that
// `npm test` does not run it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** The files that docs/contracts.md shows, each after its name; what is expected of every shape, and a client. */
const followGuide = () => {
  const guide = readFileSync(join(root, 'docs/contracts.md'), 'utf8')
  const shown = [...guide.matchAll(/`([\w.-]+\.m?ts)`[^`]*```ts\n([\s\S]*?)```/g)]
  if (shown.length !== 4) throw new Error(`docs/contracts.md shows ${shown.length} files, not 4`)
  for (const [, name, text] of shown) writeFileSync(join(folder, name), text)
  for (const path of ['expected.ts', 'decision.ts', 'self-signed/signed-fetch.ts'])
    cpSync(join(root, 'examples', path), join(folder, path.replace('self-signed/', '')))
  cpSync(join(root, 'keys/demo-private-key.pem'), join(folder, 'keys/demo-private-key.pem'))
  writeFileSync(join(folder, 'my-client.ts'), myClient)
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
  run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run'], folder)
  expectShapes('counter-service')
  cpSync(join(root, 'test/contracts/fixtures/jest'), join(folder, 'jest'), { recursive: true })
  cpSync(join(root, 'test/contracts/fixtures/node-test'), join(folder, 'node-test'), { recursive: true })
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'jest/jest.config.json']
  run(process.execPath, jest, folder, { PACT_DIR: join(folder, 'pacts') })
  expectShapes('jest-service')
  run(process.execPath, ['--test', 'node-test/service.test.mjs'], folder)
  expectShapes('node-test-service')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
