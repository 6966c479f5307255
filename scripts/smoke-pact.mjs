// `npm run smoke:pact [-- VERSION]`: packs mock-yoti, installs it with a version of pact-js and jest in an empty folder,
// and runs a contract for every shape there under jest and node:test. Needs the registry; `npm test` does not run it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [pactJs = '16.2.0'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'mock-yoti-smoke-'))

const run = (command, args, cwd, env = {}) => {
  const shell = process.platform === 'win32'
  const { status, stdout } = spawnSync(command, args, {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PACT_DO_NOT_TRACK: 'true', SCARF_ANALYTICS: 'false', ...env },
  })
  if (status !== 0) throw new Error(`'${command} ${args.join(' ')}' failed in ${cwd}\n${stdout}`)
  return stdout
}

const expectShapes = (consumer) => {
  const { interactions } = JSON.parse(readFileSync(join(folder, 'pacts', `${consumer}-yoti-idv-mock.json`), 'utf8'))
  const { length } = JSON.parse(
    run(process.execPath, ['node_modules/mock-yoti/bin/mock-yoti.js', 'shapes', '--json'], folder),
  )
  if (interactions.length !== length) throw new Error(`${consumer}: ${interactions.length} of ${length} shapes`)
  console.log(`${consumer}: ${length} shapes with pact-js ${pactJs} on Node.js ${process.versions.node}`)
}

try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const packages = [join(folder, filename), `@pact-foundation/pact@${pactJs}`, 'jest@30']
  run('npm', ['install', '--save-dev', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], folder)
  cpSync(join(root, 'test/contracts/fixtures/jest'), join(folder, 'jest'), { recursive: true })
  cpSync(join(root, 'test/contracts/fixtures/node-test'), join(folder, 'node-test'), { recursive: true })
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--rootDir', 'jest']
  run(process.execPath, jest, folder, { PACT_DIR: join(folder, 'pacts') })
  expectShapes('jest-service')
  run(process.execPath, ['--test', 'node-test/service.test.mjs'], folder)
  expectShapes('node-test-service')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
