// The projects that `npm run smoke:projects` makes: what is installed, the files, and what each command must print.

/**
 * @typedef {{ command: string[], expected?: RegExp, unexpected?: RegExp, fails?: boolean }} Step
 * @typedef {{ name: string, node?: number, packages?: string[], files: Record<string, string>, steps: Step[] }} Project
 */

import { readFileSync } from 'node:fs'

const node = (...args) => ['node', ...args]
const bin = (path, ...args) => node(`node_modules/${path}`, ...args)

/** A service's test with three results; the runner's own `test` and `expect` stay out of it. */
const body = `
const read = async (yoti, id) => {
  const { state, checks } = await yoti.control.scenarios.get(id).then(({ answer }) => answer)
  return state + ' ' + checks.length
}
const expected = { 'all-approve': 'COMPLETED 6', 'missing-document': 'ONGOING 0', 'profile-mismatch': 'ONGOING 0' }
const check = async () => {
  const yoti = await startMockYoti()
  for (const [id, told] of Object.entries(expected)) {
    const got = await read(yoti, id)
    if (got !== told) throw new Error(id + ': ' + got)
  }
  await yoti.close()
}
`
const required = `const { startMockYoti } = require('mock-yoti')\n${body}`
const imported = `import { startMockYoti } from 'mock-yoti'\n${body}`
const typed = `import { startMockYoti, type MockYoti } from 'mock-yoti'
const count = async (yoti: MockYoti, id: string) => ((await yoti.control.scenarios.get(id)).answer as { checks: unknown[] }).checks.length
test('three results', async () => {
  const yoti = await startMockYoti()
  const counts = [await count(yoti, 'all-approve'), await count(yoti, 'missing-document'), await count(yoti, 'profile-mismatch')]
  expect(counts).toEqual([6, 0, 0])
  await yoti.close()
})
`
const isGreen = /1 passed|Tests:\s+1 passed|1 passing|pass 1/

const jest = (version) => [
  {
    name: `jest-${version}`,
    packages: ['mock-yoti', `jest@${version}`],
    files: { 'service.test.js': readFileSync(new URL('../../examples/in-jest.test.cjs', import.meta.url), 'utf8') },
    steps: [{ command: bin('jest/bin/jest.js'), expected: /Tests:\s+3 passed/ }],
  },
  {
    name: `jest-${version}-jsdom`,
    packages: ['mock-yoti', `jest@${version}`, `jest-environment-jsdom@${version}`],
    files: { 'service.test.js': `/** @jest-environment jsdom */\n${required}test('three results', check)` },
    steps: [{ command: bin('jest/bin/jest.js'), expected: isGreen }],
  },
  {
    name: `jest-${version}-ts-jest`,
    packages: [
      'mock-yoti',
      `jest@${version}`,
      'ts-jest@29',
      `@types/jest@${version}`,
      'typescript@5.9',
      '@types/node@22',
    ],
    files: {
      'service.test.ts': typed,
      'jest.config.js': "module.exports = { preset: 'ts-jest' }",
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'commonjs',
          target: 'es2022',
          strict: true,
          esModuleInterop: true,
          types: ['jest', 'node'],
        },
      }),
    },
    steps: [{ command: bin('jest/bin/jest.js'), expected: isGreen }],
  },
]

const vitest = (version, needed) => ({
  name: `vitest-${version}`,
  node: needed,
  packages: ['mock-yoti', `vitest@${version}`, 'happy-dom@20'],
  files: {
    'service.test.mjs': `import { test } from 'vitest'\n${imported}test('three results', check)`,
    'page.test.mjs': `// @vitest-environment happy-dom\nimport { test } from 'vitest'\n${imported}test('three results', check)`,
  },
  steps: [{ command: bin('vitest/vitest.mjs', 'run'), expected: /Tests\s+2 passed/ }],
})

const others = [
  {
    name: 'mocha',
    packages: ['mock-yoti', 'mocha@11'],
    files: { 'service.test.js': `${required}it('three results', check)` },
    steps: [{ command: bin('mocha/bin/mocha.js', 'service.test.js'), expected: isGreen }],
  },
  {
    name: 'node-test',
    packages: ['mock-yoti'],
    files: { 'service.test.mjs': `import { test } from 'node:test'\n${imported}test('three results', check)` },
    steps: [{ command: node('--test'), expected: isGreen }],
  },
]

const plain = { 'try.cjs': `${required}check().then(() => console.log('three results'))` }
const noWarning = /\bwarn|deprecated/i
/** Yarn warns of its own support for ES modules (YN0092) wherever a package has them. */
const noYarnWarning = /YN0002|YN0060|YN0086/

const isListed = /authenticity-rejected:TAMPERED/

/** @param {number} version of pnpm @param {number} needed of Node.js */
const pnpm = (version, needed) => {
  const npx = ['npx', '--yes', `pnpm@${version}`]
  return {
    name: `pnpm-${version}`,
    node: needed,
    files: plain,
    steps: [
      { command: [...npx, 'add', '--save-dev', 'TARBALL'], unexpected: noWarning },
      { command: node('try.cjs'), expected: /three results/ },
      { command: [...npx, 'exec', 'mock-yoti', 'scenarios', 'tamper'], expected: isListed },
    ],
  }
}

const yarn = (name, program, unexpected, start) => {
  const npx = ['npx', '--yes', '--package', program, 'yarn']
  return {
    name,
    files: { ...plain, 'yarn.lock': '' },
    steps: [
      { command: [...npx, 'add', '--dev', 'mock-yoti@file:TARBALL'], unexpected },
      { command: start === 'yarn' ? [...npx, 'node', 'try.cjs'] : node('try.cjs'), expected: /three results/ },
      { command: [...npx, 'run', 'mock-yoti', 'scenarios', 'tamper'], expected: isListed },
    ],
  }
}

const managers = [
  {
    name: 'npm',
    files: plain,
    steps: [
      { command: ['npm', 'install', '--save-dev', '--no-audit', '--no-fund', 'TARBALL'], unexpected: noWarning },
      { command: node('try.cjs'), expected: /three results/ },
      { command: ['npx', 'mock-yoti', 'scenarios', 'tamper'], expected: isListed },
    ],
  },
  pnpm(10, 20),
  pnpm(12, 22),
  yarn('yarn-classic', 'yarn@1', noWarning, 'node'),
  yarn('yarn-pnp', '@yarnpkg/cli-dist@4', noYarnWarning, 'yarn'),
]

const typedUse = `import { type MockYoti, startMockYoti } from 'mock-yoti'
import { pactRun, yotiPact } from 'mock-yoti/pact'
export const yoti: Promise<MockYoti> = startMockYoti({ scenario: 'all-approve' })
export const kit = [pactRun(), yotiPact({ consumer: 'counter-service' })]
// @ts-expect-error no such setting
startMockYoti({ scenari: 'all-approve' })
`

/** Compiles with each pair of module and moduleResolution, and the types of packages checked too. */
const typescript = (version, pairs) => ({
  name: `typescript-${version}`,
  packages: ['mock-yoti', `typescript@${version}`, '@types/node@22'],
  files: { 'typed.mts': typedUse, 'typed.cts': typedUse, 'typed.ts': typedUse },
  steps: pairs.map(([module, moduleResolution, file]) => ({
    command: bin(
      'typescript/bin/tsc',
      ...['--noEmit', '--strict', '--target', 'es2022', '--skipLibCheck', 'false', '--types', 'node'],
      ...['--module', module, '--moduleResolution', moduleResolution, file],
    ),
  })),
})

const modern = [
  ['nodenext', 'nodenext', 'typed.mts'],
  ['nodenext', 'nodenext', 'typed.cts'],
  ['node16', 'node16', 'typed.mts'],
  ['node16', 'node16', 'typed.cts'],
  ['esnext', 'bundler', 'typed.ts'],
]

const testcontainers = (version, needed) => ({
  name: `testcontainers-${version}`,
  node: needed,
  packages: ['mock-yoti', `testcontainers@${version}`],
  files: {
    'try.mjs': `import { MockYotiContainer } from 'mock-yoti/testcontainers'
new MockYotiContainer().withScenario('wrong-document').withVisits('manual')
console.log('loaded')`,
  },
  steps: [{ command: node('try.mjs'), expected: /loaded/ }],
})

const elsewhere = (runtime, version, start) => ({
  name: runtime,
  packages: ['mock-yoti', `${runtime}@${version}`],
  files: {
    'serve.mjs': `import { startMockYoti } from 'mock-yoti'\nawait startMockYoti()`,
    'connect.mjs': `import { connectMockYoti } from 'mock-yoti'
await connectMockYoti('http://127.0.0.1:1').control.health().catch(({ message }) => console.log(message))`,
  },
  steps: [
    { command: [...start, 'serve.mjs'], fails: true, expected: /needs Node\.js 20\.19 or newer; this is (Bun|Deno) / },
    {
      command: [...start, 'node_modules/mock-yoti/bin/mock-yoti.js', '--port', '0'],
      fails: true,
      expected: /^mock-yoti: the server needs Node\.js/m,
    },
    { command: [...start, 'connect.mjs'], expected: /No mock-yoti|127\.0\.0\.1:1/ },
  ],
})

/** @type {Project[]} */
export const projects = [
  ...jest(29),
  ...jest(30),
  vitest(2, 20),
  vitest(3, 20),
  vitest(4, 20),
  ...others,
  ...managers,
  typescript('5.9', [...modern, ['commonjs', 'node10', 'typed.ts']]),
  typescript('7', modern),
  testcontainers(10, 20),
  testcontainers(11, 20),
  testcontainers(12, 22),
  elsewhere('bun', '1.4', ['npx', 'bun']),
  elsewhere('deno', '2.9', ['npx', 'deno', 'run', '--allow-all']),
]
