import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resultShapes } from '../../contracts/pact/index.js'
import { parsePact } from '../../contracts/pact/parts.js'
import { sampled } from '../support/matrix.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'runners-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** Runs a test runner in a process of its own, as a team would. @throws with its output when it fails */
const runNode = (argv: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const { VITEST: _ours, NODE_OPTIONS: _too, NODE_TEST_CONTEXT: _neither, ...env } = process.env
  return run(process.execPath, argv, { cwd: root, env: { ...env, PACT_DIR: dir, ...more } })
}

const interactionsOf = async (consumer: string) =>
  parsePact(await readFile(join(dir, `${consumer}-yoti-idv-mock.json`), 'utf8')).interactions

test.each(sampled(['forks', 'threads'], ['forks']))(
  'vitest with parallel files in %s loses nothing',
  async (pool) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const config = 'test/contracts/fixtures/parallel/vitest.config.ts'
    await runNode([vitest, 'run', '--config', config, '--pool', pool])
    expect(await interactionsOf('parallel-service')).toHaveLength(4 * resultShapes.all.length)
  },
  120_000,
)

test('a run that covers too little ends with an exit code, although every test passed', async () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = 'test/contracts/fixtures/parallel/vitest.config.ts'
  const ended = runNode([vitest, 'run', '--config', config], { PACT_SHAPE: 'all-approve' })
  await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('shapes. Expect them, or') })
}, 120_000)

test('a run of one test by its name ends well, and replaces no fuller pact', async () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const filtered = ['run', '--config', 'test/contracts/fixtures/parallel/vitest.config.ts', '-t', 'Everything matched']
  await runNode([vitest, ...filtered])
  const few = (await interactionsOf('parallel-service')).length
  await runNode([vitest, ...filtered, 'a.pact'])
  expect(await interactionsOf('parallel-service')).toHaveLength(few)
}, 120_000)

test('node:test writes the same contract', async () => {
  await runNode(['--test', 'test/contracts/fixtures/node-test/service.test.mjs'])
  expect(await interactionsOf('node-test-service')).toHaveLength(resultShapes.all.length)
}, 120_000)
