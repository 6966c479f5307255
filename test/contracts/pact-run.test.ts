import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PactV3, PactV4 } from '@pact-foundation/pact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startVitest } from 'vitest/node'
import { mergePacts, pactRun, resultShapes, yotiPact } from '../../contracts/pact/index.js'
import { parsePact } from '../../contracts/pact/parts.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [approve] = resultShapes.only('all-approve')
const [mismatch] = resultShapes.only('profile-mismatch')
if (approve === undefined || mismatch === undefined) throw new Error('two shapes')

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pact-run-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const file = () => join(dir, 'a-team-yoti-idv-mock.json')
const interactions = async () => parsePact(await readFile(file(), 'utf8')).interactions
const descriptions = async () => (await interactions()).map(({ description }) => description)

const get = (url: string, sessionId: string) =>
  fetch(`${url}/sessions/${sessionId}?sdkId=a&nonce=b&timestamp=1700000000`, {
    headers: { 'X-Yoti-Auth-Digest': 'c2lnbmVk' },
  })

const expects = (shape: typeof approve, reads: readonly string[] = ['state']) =>
  yotiPact({ consumer: 'a-team', dir }).expects(shape, { reads }, ({ url }) => get(url, shape.sessionId))

/** An interaction of the team's own, in the file that the kit writes too. */
const writeOwn = (description: string) =>
  new PactV4({ consumer: 'a-team', provider: 'yoti-idv-mock', dir, logLevel: 'error' })
    .addInteraction()
    .uponReceiving(description)
    .withRequest('GET', '/idverify/v1/supported-documents')
    .willRespondWith(200)
    .executeTest(({ url }) => fetch(`${url}/idverify/v1/supported-documents`))

test('what pact-js wrote without the kit stays in the pact, and the run says so', async () => {
  const lines = vi.spyOn(process.stdout, 'write')
  const run = pactRun({ dir, cover: false })
  await run.setup()
  await writeOwn('the list of our own')
  await expects(approve)
  await run.teardown()
  expect(await descriptions()).toEqual(['getSession answers all-approve', 'the list of our own'])
  expect(lines.mock.calls.map(([text]) => text)).toContain(
    `mock-yoti/pact: ${file()} has 2 interactions: 1 of the kit, 1 that pact-js wrote\n`,
  )
  lines.mockRestore()
  await run.setup()
  await expects(mismatch)
  await run.teardown()
  expect(await descriptions()).toEqual(['getSession answers profile-mismatch', 'the list of our own'])
})

test('interactions of an older version of the specification cannot stand beside those of the kit', async () => {
  const own = new PactV3({ consumer: 'a-team', provider: 'yoti-idv-mock', dir, logLevel: 'error' })
  own.uponReceiving('ours').withRequest({ method: 'GET', path: '/' }).willRespondWith({ status: 200 })
  await own.executeTest(({ url }) => fetch(url))
  await expects(approve)
  await expect(mergePacts(dir)).rejects.toThrow('Write yours with PactV4, or give the kit another dir')
})

const runners: [string, object][] = [
  ['vitest -t', { config: { testNamePattern: /one/ }, vitest: {} }],
  ['vitest with a file', { config: {}, vitest: { filenamePattern: ['one'] } }],
  ['vitest --changed', { config: {}, vitest: { config: { changed: true } } }],
  ['jest -t', { testNamePattern: 'one' }],
  ['jest with a path', { testPathPatterns: { patterns: ['one'] } }],
  ['jest --onlyChanged', { onlyChanged: true }],
]

test.each(runners)('%s replaces no fuller pact, and need not cover anything', async (_name, runner) => {
  for (const shape of [approve, mismatch]) await expects(shape)
  await mergePacts(dir)
  const full = await readFile(file(), 'utf8')
  const lines = vi.spyOn(process.stdout, 'write')
  const run = pactRun({ dir, cover: { groups: ['core'] } })
  await run.setup(runner)
  await expects(approve, ['checks'])
  await run.teardown(runner)
  expect(await readFile(file(), 'utf8')).toBe(full)
  expect(lines.mock.calls.map(([text]) => text)).toContain(
    `mock-yoti/pact: ${file()} stays as it was: this run left tests out, and lacks 1 of its interactions\n`,
  )
  lines.mockRestore()
})

test('a full run after a test was removed writes the smaller pact', async () => {
  for (const shape of [approve, mismatch]) await expects(shape)
  await mergePacts(dir)
  const runner = {
    name: 'contracts',
    config: {},
    vitest: { state: { getFiles: () => [{ projectName: 'contracts', tasks: [{ mode: 'run' }] }] } },
  }
  const run = pactRun({ dir, cover: false })
  await run.setup(runner)
  await expects(approve)
  await run.teardown()
  expect(await descriptions()).toEqual(['getSession answers all-approve'])
})

test('a test that is skipped in its file keeps its interaction, and the run must cover what it is asked for', async () => {
  for (const shape of [approve, mismatch]) await expects(shape)
  await mergePacts(dir)
  const files = [{ projectName: 'contracts', tasks: [{ mode: 'run' }, { mode: 'skip' }] }]
  const runner = { name: 'contracts', config: {}, vitest: { state: { getFiles: () => files } } }
  const run = pactRun({ dir, cover: false })
  await run.setup(runner)
  await expects(approve)
  await run.teardown()
  expect(await descriptions()).toEqual(['getSession answers all-approve', 'getSession answers profile-mismatch'])
  const { exitCode } = process
  const covering = pactRun({ dir, cover: { groups: ['core'] } })
  await covering.setup(runner)
  await expects(approve)
  await expect(covering.teardown()).rejects.toThrow('covers all but')
  process.exitCode = exitCode
})

const testFile = (reads: string) => `
import { resultShapes, yotiPact } from 'mock-yoti/pact'
import { test } from 'vitest'
const pact = yotiPact({ consumer: 'a-team', dir: ${JSON.stringify('DIR')} })
for (const shape of resultShapes.only('all-approve'))
  test(shape.title, () => pact.expects(shape, { reads: ['${reads}'] }, ({ url }) =>
    fetch(url + '/sessions/' + shape.sessionId + '?sdkId=a&nonce=b&timestamp=1700000000', { headers: { 'X-Yoti-Auth-Digest': 'c2lnbmVk' } })))
`

test('in watch mode of vitest, a changed expectation takes the place of what it was, and the pact is written', async () => {
  const folder = join(dir, 'team')
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  await symlink(root, join(folder, 'node_modules/mock-yoti'))
  for (const name of ['vitest', '@pact-foundation'])
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  const write = (reads: string) => writeFile(join(folder, 'a.pact.test.mjs'), testFile(reads).replace('DIR', dir))
  await write('state')
  const run = `import { pactRun } from 'mock-yoti/pact'\nexport const { setup, teardown } = pactRun({ dir: ${JSON.stringify(dir)}, cover: false })\n`
  await writeFile(join(folder, 'pact-run.mjs'), run)
  const settings = { root: folder, watch: true, globalSetup: ['pact-run.mjs'], reporters: ['dot' as const] }
  // Nothing is watched: the test says when its file has changed.
  const vite = { server: { watch: null } }
  const options = { ...settings, include: ['*.pact.test.mjs'], config: false as const, testTimeout: 60_000 }
  const vitest = await startVitest('test', [], options, vite)
  await write('checks')
  vitest.invalidateFile(join(folder, 'a.pact.test.mjs'))
  await vitest.rerunTestSpecifications(vitest.getModuleSpecifications(join(folder, 'a.pact.test.mjs')))
  await vitest.close()
  const [interaction] = await interactions()
  const { response } = interaction as unknown as { response: { body: { content: object } } }
  expect(Object.keys(response.body.content)).toEqual(['checks'])
}, 120_000)
