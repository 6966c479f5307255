import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { installPacked, type PackedProject, toolPath } from './packed.js'

// Each runs npm or a compiler, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let project: PackedProject
beforeAll(async () => {
  project = await installPacked()
}, 60_000)
afterAll(() => project[Symbol.asyncDispose]())

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// Node 21, and 22 before 22.12, cannot require an ES module: there the package is for import alone.
const requiresModules = !(major === 21 || (major === 22 && minor < 12))

const program = (load: string) => `${load}
const run = async () => {
  const server = await startMockYoti()
  const session = await (await fetch(server.apiUrl + '/sessions/all-approve')).json()
  await server.close()
  console.log(session.state)
}
run()`

test('it installs offline, and installs nothing else', async () => {
  const list = "fs.readdirSync('node_modules').filter((name) => !name.startsWith('.')).join()"
  expect((await project.run(process.execPath, '-p', list)).trim()).toBe('mock-yoti')
})

test('an ES module imports it and starts a server', async () => {
  await project.write('esm.mjs', program("import { startMockYoti } from 'mock-yoti'"))
  expect(await project.run(process.execPath, 'esm.mjs')).toContain('COMPLETED')
})

test.runIf(requiresModules)('a CommonJS module requires it and starts a server', async () => {
  await project.write('cjs.cjs', program("const { startMockYoti } = require('mock-yoti')"))
  expect(await project.run(process.execPath, '--no-warnings', 'cjs.cjs')).toContain('COMPLETED')
})

test('npx mock-yoti runs the command', async () => {
  expect(await project.run('npx', '--offline', 'mock-yoti', 'scenarios')).toContain('all-approve')
  expect(await project.run('npx', '--offline', 'mock-yoti', '--version')).toMatch(/^\d+\.\d+\.\d+/)
})

const typed = `import { type MockYoti, startMockYoti } from 'mock-yoti'
import { MockYotiContainer } from 'mock-yoti/testcontainers'
export const here: Promise<MockYoti> = startMockYoti({ port: 0, scenario: 'all-approve' })
export const url: Promise<string> = new MockYotiContainer().withScenario('x').start().then((c) => c.getApiUrl())
// @ts-expect-error no such setting
startMockYoti({ scenari: 'all-approve' })
`

test.each([
  ['node16', 'node16', 'typed.mts'],
  ['bundler', 'esnext', 'typed.ts'],
])('its types resolve under moduleResolution %s', async (moduleResolution, module, file) => {
  const tsconfig = {
    compilerOptions: {
      moduleResolution,
      module,
      target: 'es2022',
      lib: ['es2023', 'esnext.disposable'],
      strict: true,
      noEmit: true,
      types: [],
      // The project installs no testcontainers; this repository's stands in.
      skipLibCheck: true,
      paths: { testcontainers: [toolPath('testcontainers')] },
    },
    files: [file],
  }
  await project.write(file, typed)
  await project.write('tsconfig.json', JSON.stringify(tsconfig))
  const printed = await project
    .run(process.execPath, toolPath('typescript/bin/tsc'), '-p', '.')
    .catch((error) => error.stdout)
  expect(printed).toBe('')
})

test('its files are the command, the built code, the keys, the documents and the scenarios', async () => {
  const [packed] = JSON.parse(
    await project.run('npm', 'pack', '--dry-run', '--ignore-scripts', '--json', project.tarball),
  )
  const paths: string[] = packed.files.map(({ path }: { path: string }) => path)
  const expected = /^(bin|dist|keys|scenarios)\/|^(CHANGELOG\.md|LICENSE|README\.md|openapi\.yaml|package\.json)$/
  expect(paths.filter((path) => !expected.test(path))).toEqual([])
  expect(paths.filter((path) => /(^|\/)\.|\.test\.|node_modules|(?<!\.d)\.ts$/.test(path))).toEqual([])
  expect(packed.size).toBeLessThan(2_000_000)
})

test('its bill of materials lists the packages whose licences it passes on, and no others', async () => {
  const read = (file: string) =>
    project.run(process.execPath, '-p', `fs.readFileSync('node_modules/mock-yoti/dist/${file}', 'utf8')`)
  const { components } = JSON.parse(await read('sbom.cdx.json'))
  const billed = components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`)
  const licences = await read('THIRD-PARTY-LICENCES.txt')
  expect(licences.split(/\n-{72}\n\n/).map((text) => /^\S+ \S+/.exec(text)?.[0])).toEqual(billed)
  expect(billed.join()).toMatch(/express \d/)
  expect(billed.join()).not.toMatch(/vitest|typescript|testcontainers/)
})

test('publint finds nothing', async () => {
  expect(await project.run(process.execPath, toolPath('publint/src/cli.js'), project.tarball, '--strict')).toContain(
    'All good!',
  )
})

test('attw finds nothing that concerns a package of ES modules', async () => {
  const attw = toolPath('@arethetypeswrong/cli/dist/index.js')
  const printed = await project.run(
    process.execPath,
    attw,
    project.tarball,
    '--profile',
    'esm-only',
    '--format',
    'json',
  )
  const { problems } = JSON.parse(printed)
  const resolutions = Object.values(problems).flat() as { resolutionKind?: string; kind: string }[]
  expect(resolutions.filter(({ resolutionKind }) => !/^(node10|node16-cjs)$/.test(resolutionKind ?? ''))).toEqual([])
})
