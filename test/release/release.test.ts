import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const script = fileURLToPath(new URL('../../scripts/release.mjs', import.meta.url))

/** A repository with nothing but the release script and a changelog that heads 1.2.3. */
const makeRepository = async () => {
  const path = await mkdtemp(join(tmpdir(), 'mock-yoti-release-'))
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: path })
  await mkdir(join(path, 'scripts'))
  await cp(script, join(path, 'scripts/release.mjs'))
  await writeFile(join(path, 'CHANGELOG.md'), '# Changelog\n\n## 1.2.3\n')
  await git('init', '--quiet')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'First')
  const release = (version: string) =>
    run(process.execPath, ['scripts/release.mjs', version, '--check'], { cwd: path }).then(
      ({ stderr }) => `0 ${stderr}`,
      (error: { code: number; stderr: string }) => `${error.code} ${error.stderr}`,
    )
  return { path, git, release, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

test('a version that the changelog heads can be released', async () => {
  await using repository = await makeRepository()
  expect(await repository.release('1.2.3')).toBe('0 release: v1.2.3 can be made\n')
})

test.each([
  ['v1.2.3', 'expected a version like 1.2.3'],
  ['', "got ''"],
  ['1.2.4', "CHANGELOG.md has no heading '## 1.2.4'"],
])("'%s' is refused, and why is said", async (version, why) => {
  await using repository = await makeRepository()
  expect(await repository.release(version)).toMatch(/^2 /)
  expect(await repository.release(version)).toContain(why)
})

test('a tag that exists is refused', async () => {
  await using repository = await makeRepository()
  await repository.git('tag', 'v1.2.3')
  expect(await repository.release('1.2.3')).toContain('the tag v1.2.3 exists already')
})

test('a changed work tree is refused', async () => {
  await using repository = await makeRepository()
  await writeFile(join(repository.path, 'new.txt'), '')
  expect(await repository.release('1.2.3')).toContain('the work tree has changes')
})
