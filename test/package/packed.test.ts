import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPacked, type PackedProject, toolPath } from './packed.js'

let project: PackedProject
beforeAll(async () => {
  project = await installPacked()
})
afterAll(() => project[Symbol.asyncDispose]())

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

test('a CommonJS module requires it and starts a server', async () => {
  await project.write('cjs.cjs', program("const { startMockYoti } = require('mock-yoti')"))
  expect(await project.run(process.execPath, '--no-warnings', 'cjs.cjs')).toContain('COMPLETED')
})

test('a server that runs has loaded nothing of undici, which Node.js 22 and newer have', async () => {
  await project.write(
    'loaded.mjs',
    `import { startMockYoti } from 'mock-yoti'
const yoti = await startMockYoti()
await yoti.control.clock.get()
console.log(process.moduleLoadList.filter((name) => name.includes('undici')))
await yoti.close()`,
  )
  expect(await project.run(process.execPath, 'loaded.mjs')).toBe('[]\n')
})

test('npx mock-yoti runs the command', async () => {
  expect(await project.run('npx', '--offline', 'mock-yoti', 'scenarios')).toContain('all-approve')
  expect(await project.run('npx', '--offline', 'mock-yoti', '--version')).toMatch(/^\d+\.\d+\.\d+/)
})

const typed = `import { type CreatedSession, type MockYoti, startMockYoti } from 'mock-yoti'
export const here: Promise<MockYoti> = startMockYoti({ port: 0, scenario: 'all-approve' })
export const idOf = (created: CreatedSession): string | undefined => created.session_id
// @ts-expect-error no such setting
startMockYoti({ scenari: 'all-approve' })
`
const typedContainer = `import { MockYotiContainer } from 'mock-yoti/testcontainers'
export const url: Promise<string> = new MockYotiContainer().withScenario('x').start().then((c) => c.getApiUrl())
`

test.each([
  ['node16', 'node16', 'typed.mts'],
  ['node16', 'node16', 'typed.cts'],
  ['nodenext', 'nodenext', 'typed.mts'],
  ['bundler', 'esnext', 'typed.ts'],
])('its types resolve under moduleResolution %s, module %s, in %s', async (moduleResolution, module, file) => {
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
  // The container is for ES modules.
  await project.write(file, file.endsWith('.cts') ? typed : typedContainer + typed)
  await project.write('tsconfig.json', JSON.stringify(tsconfig))
  const printed = await project
    .run(process.execPath, toolPath('typescript/bin/tsc'), '-p', '.')
    .catch((error) => error.stdout)
  expect(printed).toBe('')
})

test.each([
  ['node16', 'node16', 'strict.mts'],
  ['node16', 'node16', 'strict.cts'],
  ['node10', 'commonjs', 'strict.ts'],
])(
  'its types need @types/node and nothing else, under %s with module %s, in %s',
  async (moduleResolution, module, file) => {
    const compilerOptions = {
      moduleResolution,
      module,
      target: 'es2022',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
      typeRoots: [dirname(dirname(toolPath('@types/node/package.json')))],
    }
    await project.write(file, `${typed}export { pactRun, resultShapes, yotiPact } from 'mock-yoti/pact'\n`)
    await project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }))
    const printed = await project
      .run(process.execPath, toolPath('typescript/bin/tsc'), '-p', '.')
      .catch((error) => error.stdout)
    expect(printed).toBe('')
  },
)

test('its files are the command, the built code, the keys, the documents and the scenarios', async () => {
  const [packed] = JSON.parse(
    await project.run('npm', 'pack', '--dry-run', '--ignore-scripts', '--json', project.tarball),
  )
  const paths: string[] = packed.files.map(({ path }: { path: string }) => path)
  const expected =
    /^(bin|deploy|dist|docs|keys|scenarios|examples\/gauntlet)\/|^examples\/[\w.-]+\.[cm]js$|^gauntlet\/gauntlet\.schema\.json$|^(CHANGELOG\.md|LICENSE|README\.md|openapi\.yaml|package\.json)$/
  expect(paths.filter((path) => !expected.test(path))).toEqual([])
  expect(
    paths.filter((path) => /(^|\/)\.|(?<!^examples\/in-jest)\.test\.|node_modules|(?<!\.d)\.ts$/.test(path)),
  ).toEqual([])
  // A megabyte of it is what the API page and the MCP server are made of; nothing else loads them.
  expect(packed.size).toBeLessThan(4_500_000)
})

test('its bill of materials lists the packages whose licences it passes on, and no others', async () => {
  const read = (file: string) =>
    project.run(process.execPath, '-p', `fs.readFileSync('node_modules/mock-yoti/dist/${file}', 'utf8')`)
  const { components } = JSON.parse(await read('sbom.cdx.json'))
  const billed = components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`)
  const licences = await read('THIRD-PARTY-LICENCES.txt')
  expect(licences.split(/\n-{72}\n\n/).map((text) => /^\S+ \S+/.exec(text)?.[0])).toEqual(billed)
  expect(billed.join()).toMatch(/express \d/)
  expect(billed).toContain('opg-paper-identity bd45ab87')
  expect(licences).toContain('Crown copyright (Ministry of Justice)')
  expect(billed.join()).not.toMatch(/vitest|typescript|testcontainers/)
})

test('publint finds nothing', async () => {
  expect(await project.run(process.execPath, toolPath('publint/src/cli.js'), project.tarball, '--strict')).toContain(
    'All good!',
  )
})

test.each([
  ['the library and the kit, for both kinds of modules', 'node16', ['.', 'pact']],
  ['the container, for ES modules', 'esm-only', ['testcontainers']],
])('attw finds nothing: %s', async (_what, profile, entrypoints) => {
  const attw = toolPath('@arethetypeswrong/cli/dist/index.js')
  const options = ['--no-color', '--profile', profile, '--entrypoints', ...entrypoints]
  // It ends with 1 when it finds something.
  expect(await project.run(process.execPath, attw, project.tarball, ...options)).toContain('mock-yoti')
})

/** A program that takes away what test environments replace, then uses the library. */
const foreign = `
// Node loads these when they are first asked for, with the globals of that moment.
void [fetch, Headers, Request, Response]
for (const name of ['fetch', 'AbortController', 'AbortSignal', 'URL', 'URLSearchParams', 'TextDecoder', 'Headers',
  'Request', 'Response', 'Event', 'EventTarget', 'setTimeout', 'clearTimeout', 'setImmediate', 'performance'])
  globalThis[name] = class { constructor() { throw new Error(name + ' of the test environment') } }
const { startMockYoti, connectMockYoti } = await import('mock-yoti')
const server = await startMockYoti()
const { control } = connectMockYoti(server.url)
await control.clock.advance('P1D')
console.log((await control.health()).status, (await control.scenarios.get('wrong-document')).answer.state)
await server.close()`

test('it needs no global that a test environment may replace', async () => {
  await project.write('foreign.mjs', foreign)
  expect(await project.run(process.execPath, 'foreign.mjs')).toContain('ok ONGOING')
})

test.each(['esm', 'cjs'] as const)('a consumer that bundles it as %s needs no file of it', async (format) => {
  await project.write('bundled.mjs', program("import { startMockYoti } from 'mock-yoti'"))
  const extension = format === 'esm' ? 'mjs' : 'cjs'
  const options = ['--bundle', '--platform=node', `--format=${format}`]
  const out = `elsewhere/bundle.${extension}`
  await project.run(process.execPath, toolPath('esbuild/bin/esbuild'), 'bundled.mjs', ...options, `--outfile=${out}`)
  expect(await project.run(process.execPath, out)).toContain('COMPLETED')
})

test.each([
  [
    'testcontainers',
    'mock-yoti/testcontainers needs testcontainers 10, 11 or (on Node.js 22 and newer) 12: npm install',
  ],
  ['pact', 'mock-yoti/pact needs pact-js 13 or newer: npm install'],
])('without its peer mock-yoti/%s says in a sentence what to install', async (part, sentence) => {
  await project.write(
    'peer.mjs',
    `try {
  const { resultShapes, yotiPact } = await import('mock-yoti/${part}')
  await yotiPact({ consumer: 'a' }).expects(resultShapes.all[0], {}, () => undefined)
} catch (error) {
  console.log(error.message)
}`,
  )
  expect(await project.run(process.execPath, 'peer.mjs')).toContain(sentence)
})

test('the keys, both forms of the document and the demo application can be imported', async () => {
  await project.write(
    'parts.cjs',
    `const { readFileSync } = require('node:fs')
const { demo } = require('mock-yoti')
const read = (path) => readFileSync(require.resolve('mock-yoti/' + path), 'utf8')
console.log(demo.sdkId, read('keys/demo-private-key.pem') === demo.privateKey, require('mock-yoti/openapi.json').openapi,
  read('openapi.yaml').slice(0, 8), Object.keys(require('mock-yoti/openapi-for-pacts.json').paths)[0])`,
  )
  expect(await project.run(process.execPath, 'parts.cjs')).toBe(
    '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684 true 3.1.0 openapi: /idverify/v1/sessions\n',
  )
})
