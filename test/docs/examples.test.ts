import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startServer } from '../support/server.js'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const read = (path: string) => readFileSync(at(path), 'utf8')

const run = async (path: string, ...args: readonly string[]) =>
  (await promisify(execFile)(process.execPath, [at(path), ...args])).stdout.trim()

test('the example that reads a result prints what the scenario decides', async () => {
  await using server = await startServer()
  const read = (scenario: string) => run('examples/read-a-result.mjs', scenario, server.apiUrl)
  expect(await read('all-approve')).toBe('COMPLETED APPROVE APPROVE APPROVE APPROVE APPROVE APPROVE')
  expect(await read('profile-mismatch')).toBe('ONGOING')
})

test.each([
  ['all-approve', 'pass'],
  ['profile-mismatch-rejected', 'fail'],
])('the in-branch example orders, is told by webhook and decides: %s is a %s', async (scenario, decision) => {
  expect(await run('examples/in-branch.mjs', scenario)).toBe(`before the visit: pending\nafter it: ${decision}`)
})

test('the example with mock-yoti inside a test passes', async () => {
  expect(await run('examples/in-a-test.mjs')).toBe('')
})

/** What the example uses of Jest, on node:test. `npm run smoke:projects` runs it under Jest 29 and 30. */
const likeJest = `
const { test, before, after } = require('node:test')
const { strictEqual } = require('node:assert')
test.each = (rows) => (title, run) => rows.forEach((row) => test(row.join(' is a '), () => run(...row)))
Object.assign(globalThis, { test, beforeAll: before, afterAll: after, expect: (got) => ({ toBe: (told) => strictEqual(got, told) }) })
`

test('the example for Jest has three results', async () => {
  const program = `${likeJest}require(${JSON.stringify(at('examples/in-jest.test.cjs'))})`
  const { stdout } = await promisify(execFile)(process.execPath, ['--test-reporter', 'tap', '-e', program], {
    cwd: at('.'),
  })
  expect(stdout).toMatch(/^# pass 3$/m)
  expect(stdout).toMatch(/^# fail 0$/m)
})

test('the journey through a branch passes, with its webhooks', async () => {
  const vitest = 'node_modules/vitest/vitest.mjs'
  const printed = await run(vitest, 'run', '--root', at('examples/journey'), '--reporter', 'json')
  expect(JSON.parse(printed)).toMatchObject({ success: true, numPassedTests: 1 })
})

test.each(['README.md', 'docs/scenarios.md', 'docs/ci.md', 'docs/recipes.md'])(
  'every snippet of %s stands in the file that it names',
  (document) => {
    const snippets = [...read(document).matchAll(/<!-- from (\S+) -->\n+```\w+\n([\s\S]*?)```/g)]
    expect(snippets.length).toBeGreaterThan(0)
    for (const [, file = '', snippet = ''] of snippets) expect(read(file)).toContain(snippet.trim())
  },
)
