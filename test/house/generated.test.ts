import { appendFile, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runProgram } from '../support/command.js'
import { quietEnvironment } from '../support/pact-cli.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const parts = [
  'cli',
  'console',
  'contracts',
  'gauntlet',
  'drift',
  'docs',
  'keys',
  'openapi.yaml',
  'package.json',
  'scenarios',
  'scripts',
  'server',
]

/** A copy of the sources, so that a test may change them. */
const copySources = async () => {
  const path = await mkdtemp(join(tmpdir(), 'mock-yoti-sources-'))
  for (const part of parts) await cp(join(root, part), join(path, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(path, 'node_modules'), 'junction')
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

test('in CI the build refuses a stale generated file instead of rewriting it, and every other file is fresh', async () => {
  await using sources = await copySources()
  const page = join(sources.path, 'docs/checks.md')
  await appendFile(page, 'added\n')
  const build = join(sources.path, 'scripts/build.mjs')
  const { code, stderr } = await runProgram(build, ['--no-types'], quietEnvironment({ CI: 'true' }))
  expect(stderr).toBe("Stale generated files; run 'npm run generate' and commit: docs/checks.md\n")
  expect(code).toBe(1)
  expect(await readFile(page, 'utf8')).toMatch(/\nadded\n$/)
})
