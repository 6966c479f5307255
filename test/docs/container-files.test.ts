import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { environmentName, options } from '../../server/config/parse-config.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

type Service = { image: string; profiles?: string[]; environment?: Record<string, string> }
const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> }
const inProfile = (profile?: string) =>
  Object.keys(services).filter((name) => services[name]?.profiles?.[0] === profile)

test('compose.yaml has the mock alone, and the profiles broker, consumer and replicas', () => {
  expect(inProfile()).toEqual(['mock-yoti'])
  expect(inProfile('broker')).toEqual(['broker', 'database'])
  expect(inProfile('consumer')).toEqual(['consumer'])
  expect(inProfile('replicas')).toEqual(['replica', 'proxy', 'store'])
  expect(services['broker']?.image).toContain('pactfoundation/pact-broker')
})

test('the image, compose.yaml and the guide set only variables that the server knows', () => {
  const known = ['MOCK_YOTI_URL', 'MOCK_YOTI_IMAGE', ...Object.keys(options).map(environmentName)]
  for (const file of ['Dockerfile', 'compose.yaml', 'deploy/kubernetes/mock-yoti.yaml', 'docs/ci.md'])
    for (const [name] of read(file).matchAll(/MOCK_YOTI_[A-Z_]+/g)) expect(known).toContain(name)
})

test('every piece of YAML in the guide and the workflows can be read', () => {
  const pieces = [...read('docs/ci.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  expect(pieces.length).toBeGreaterThan(1)
  const workflows = ['release', 'pull-request'].map((name) => read(`.github/workflows/${name}.yml`))
  for (const text of [...pieces, ...workflows]) expect(parse(text)).toBeTypeOf('object')
})

test('pull requests are tested on the versions of Node.js that npm run test:matrix runs, the oldest as package.json has it', () => {
  const { jobs } = parse(read('.github/workflows/pull-request.yml'))
  expect(jobs.tests.strategy.matrix.node).toEqual(['20.19', '22', '24', '26'])
  expect(read('scripts/matrix.mjs')).toContain("const supported = ['20.19', '22', '24', '26']\n")
  expect(JSON.parse(read('package.json')).engines.node).toBe('>=20.19.0')
  expect(read('Dockerfile')).toMatch(/^ARG NODE_IMAGE=docker\.io\/library\/node:26-/m)
})

test('pull requests are tested on Linux, Windows and macOS', () => {
  const { jobs } = parse(read('.github/workflows/pull-request.yml'))
  expect(jobs.tests['runs-on']).toBe('ubuntu-latest')
  expect(jobs.elsewhere.strategy.matrix.system).toEqual(['windows-latest', 'macos-latest'])
})

test('the image has one name in the release, the manifest and the guide', () => {
  expect(read('.github/workflows/release.yml')).toMatch(
    /IMAGE: ghcr\.io\/\$\{\{ github\.repository_owner \}\}\/mock-yoti\n/,
  )
  for (const file of ['deploy/kubernetes/mock-yoti.yaml', 'docs/ci.md'])
    for (const [name] of read(file).matchAll(/\S+\/mock-yoti:0\.1\.0/g))
      expect(name).toBe('ghcr.io/OWNER/mock-yoti:0.1.0')
})

test('without a container engine it is said what is skipped and how to get it', async () => {
  const program = `import(${JSON.stringify(new URL('../../scripts/container-engine.mjs', import.meta.url))})
    .then(({ prepareContainerTests }) => console.log(prepareContainerTests()))`
  const { TEST_IMAGE: _image, ...env } = process.env
  const nowhere = { ...env, DOCKER_HOST: 'tcp://127.0.0.1:1' }
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { env: nowhere })
  expect(stdout).toContain('skipped test/container and the HTTP and SDK tests against the image')
  expect(stdout).toContain('test/container/prepare.sh')
})
