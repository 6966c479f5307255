import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { withShapeChanges } from '../../scripts/shape-changes.mjs'

const run = promisify(execFile)
const script = fileURLToPath(new URL('../../scripts/release.mjs', import.meta.url))

/** A repository with nothing but the release script and a changelog that heads 1.2.3. */
const makeRepository = async () => {
  const path = await mkdtemp(join(tmpdir(), 'mock-yoti-release-'))
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: path })
  await mkdir(join(path, 'scripts'))
  await cp(script, join(path, 'scripts/release.mjs'))
  await cp(join(script, '../shape-changes.mjs'), join(path, 'scripts/shape-changes.mjs'))
  await writeFile(join(path, 'CHANGELOG.md'), '# Changelog\n\n## 1.2.3\n')
  await git('init', '--quiet')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'First')
  const release = (version: string, ...options: string[]) =>
    run(process.execPath, ['scripts/release.mjs', version, '--check', ...options], { cwd: path }).then(
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

test('after the first version, the package before is asked for', async () => {
  await using repository = await makeRepository()
  await repository.git('tag', 'v1.2.2')
  expect(await repository.release('1.2.3')).toContain(
    'say with --since OLD.tgz which package the shapes are compared with',
  )
  expect(await repository.release('1.2.3', '--since', 'none.tgz')).toBe('2 release: there is no file none.tgz\n')
  const changelog = join(repository.path, 'CHANGELOG.md')
  expect(await repository.release('1.2.3', '--since', changelog)).toBe('0 release: v1.2.3 can be made\n')
})

test('breaking-changes.md lists the shapes that changed, the newest version first, each version once', () => {
  const page = '# Which changes break\n\nText.\n'
  const first = withShapeChanges(page, '1.0.0', 'added    one\n1 added, 0 removed, 0 changed\n')
  const second = withShapeChanges(first, '1.1.0', 'removed  one  [in pacts of shop]\n0 added, 1 removed, 0 changed\n')
  const expected = `# Which changes break

Text.

## Shapes that changed in 1.1.0

    removed  one  [in pacts of shop]
    0 added, 1 removed, 0 changed

## Shapes that changed in 1.0.0

    added    one
    1 added, 0 removed, 0 changed
`
  expect(second).toBe(expected)
  const again = 'removed  one  [in pacts of shop]\n0 added, 1 removed, 0 changed\n'
  expect(withShapeChanges(second, '1.1.0', again)).toBe(expected)
})
