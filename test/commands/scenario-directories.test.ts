import { spawnSync } from 'node:child_process'
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connectMockYoti } from '../../server/index.js'
import { readSession } from '../support/answers.js'
import { runCommand, serveCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

const lint = (path: string, ...more: string[]) => runCommand(['scenarios', 'lint', path, ...more])

const groupOf = async (id: string, path: string) => {
  const { stdout } = await runCommand(['scenarios', '--json', '--scenarios', path])
  return (JSON.parse(stdout) as { id: string; group: string }[]).find((scenario) => scenario.id === id)?.group
}

test('linked files and folders are read, each once, as Kubernetes lays them out', async () => {
  await using files = await scenarioFiles({})
  await mkdir(join(files.path, '..2026'))
  await files.write('..2026/mapped.yaml', goodFile('Mapped', 'visit: none\n'))
  await symlink('..2026', join(files.path, '..data'))
  await symlink('..data/mapped.yaml', join(files.path, 'mapped.yaml'))
  expect(await lint(files.path)).toMatchObject({ code: 0, stdout: '1 scenario file: no problems\n' })
  expect(await groupOf('mapped', files.path)).toBe('own')
})

test('a linked folder names the group, and a link to the folder above it is entered once', async () => {
  await using shared = await scenarioFiles({ 'theirs.yaml': goodFile('Theirs') })
  await using files = await scenarioFiles({ 'ours.yaml': goodFile('Ours') })
  await symlink(shared.path, join(files.path, 'shared'))
  await symlink('.', join(files.path, 'round'))
  expect(await lint(files.path)).toMatchObject({ code: 0, stdout: '2 scenario files: no problems\n' })
  expect(await groupOf('theirs', files.path)).toBe('shared')
})

test('a file that cannot be read is one line with its name', async () => {
  await using files = await scenarioFiles({})
  await symlink('gone.yaml', join(files.path, 'broken.yaml'))
  await symlink('loop.yaml', join(files.path, 'loop.yaml'))
  await mkdir(join(files.path, 'folder.yaml'))
  const { code, stdout, stderr } = await lint(files.path)
  expect(stdout.trim().split('\n')).toEqual([
    `${files.path}/broken.yaml:1 cannot be read: its link leads nowhere (ENOENT)`,
    `${files.path}/loop.yaml:1 cannot be read: its link leads back to itself (ELOOP)`,
  ])
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(await runCommand(['--port', '0', '--scenarios', files.path])).toEqual({
    code: 2,
    stdout: '',
    stderr: `mock-yoti: ${stdout}`,
  })
})

const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  .map((name, at, all) => `${name}: &${name} [${Array(9).fill(at === 0 ? 'x' : `*${all[at - 1]}`)}]`)
  .join('\n')

const refused: Readonly<Record<string, { text: string | Uint8Array; problem: string }>> = {
  'an alias bomb': { text: bomb, problem: ':2 not YAML: Excessive alias count' },
  'an unknown tag': { text: goodFile('x', 'visit: !maybe none\n'), problem: ':5 not YAML: Unresolved tag: !maybe' },
  'a key that comes twice': { text: goodFile('x', 'title: y\n'), problem: ':5 not YAML: Map keys must be unique' },
  'bytes that are not UTF-8': {
    text: Uint8Array.from([...Buffer.from(goodFile('x', 'visit: ')), 0xff, 0x0a]),
    problem: ':5 not UTF-8: the byte at position 81',
  },
  'lists in lists': { text: `documents: ${'['.repeat(5000)}`, problem: ':1 not a scenario: it is nested too deeply' },
  'keys in keys': { text: '? '.repeat(5000), problem: ':1 not a scenario: it is nested too deeply' },
  'a key that is a list': { text: goodFile('x', '[a]: 1\n'), problem: ':5 not YAML: a key must be a word' },
  'the key __proto__': { text: goodFile('x', '__proto__: 1\n'), problem: ":5 unknown key '__proto__' in the file." },
  'control characters in a key': {
    text: goodFile('x', '"vis\\nit\\e[31m": 1\n'),
    problem: ":5 unknown key 'vis\\u000ait\\u001b[31m' in the file.",
  },
  'an age that no time has': {
    text: goodFile('x', 'timeline: { age: P999999999999D }\n'),
    problem: ':5 timeline.age is "P999999999999D"; expected: An ISO-8601 duration',
  },
  'a document that expires after the end of time': {
    text: goodFile('x', 'documents:\n  - asked: PASSPORT\n    expires: P999999999999D\n'),
    problem: ':7 documents.0.expires is "P999999999999D"; expected: When it expires, counted from the creation',
  },
  'more keys than a scenario has': {
    text: 'x: 1\n'.repeat(1_001),
    problem: ':1 has more than 1000 lines and commas; no scenario is as long',
  },
  'too large a file': {
    text: `#${' '.repeat(32_768)}`,
    problem: ':1 has 32769 bytes; a scenario file has at most 32768',
  },
}

const program = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))
/** Root may read everything: the command runs as nobody then. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const isReachable = spawnSync(
  process.execPath,
  ['-e', `require('fs').readFileSync(${JSON.stringify(program)})`],
  nobody,
)

// Where nobody may not even read this checkout, or permissions are no modes, there is nothing to try.
test.runIf(isReachable.status === 0 && process.platform !== 'win32')(
  'a file that may not be read is one line with its name, and no stack',
  async () => {
    await using files = await scenarioFiles({ 'good.yaml': goodFile('Good'), 'secret.yaml': goodFile('Secret') })
    await chmod(files.path, 0o755)
    await chmod(join(files.path, 'secret.yaml'), 0)
    const lint = spawnSync(process.execPath, [program, 'scenarios', 'lint', files.path], {
      ...nobody,
      encoding: 'utf8',
    })
    expect(lint.stdout.trim().split('\n')[0]).toMatch(/secret\.yaml:1 cannot be read.*EACCES/)
    expect(lint.stderr).not.toContain('    at ')
    expect(lint.status).toBe(1)
  },
)

test.each(Object.entries(refused))('%s is one line with the file and the line', async (_what, { text, problem }) => {
  await using files = await scenarioFiles({})
  await writeFile(join(files.path, 'bad.yaml'), text)
  const { code, stdout, stderr } = await lint(files.path)
  expect(stdout.trim().split('\n')).toHaveLength(1)
  expect(stdout).toContain(`${files.path}/bad.yaml${problem}`)
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
})

test.runIf(process.platform === 'linux')(
  'a file that the system makes, which may have no end, counts as empty',
  async () => {
    await using files = await scenarioFiles({})
    await symlink('/proc/self/environ', join(files.path, 'made.yaml'))
    await symlink('/dev/zero', join(files.path, 'zero.yaml'))
    const { code, stdout } = await lint(files.path)
    expect(stdout.trim().split('\n')).toEqual([
      `${files.path}/zero.yaml:1 cannot be read: it is not a file`,
      `${files.path}/made.yaml:1 the file is empty. docs/scenarios.md has examples`,
    ])
    expect(code).toBe(1)
  },
)

const unreadable = [
  'an alias bomb',
  'an unknown tag',
  'bytes that are not UTF-8',
  'lists in lists',
  'keys in keys',
  'more keys than a scenario has',
  'too large a file',
]

test.each(Object.entries(refused))(
  'serve and %s: what nobody writes by mistake ends the start',
  async (what, { text, problem }) => {
    await using files = await scenarioFiles({ 'good.yaml': goodFile('Good') })
    await writeFile(join(files.path, 'bad.yaml'), text)
    const args = ['--scenarios', files.path]
    if (unreadable.includes(what)) {
      const { code, stderr } = await runCommand(['--port', '0', ...args])
      expect(stderr).toContain(`mock-yoti: ${files.path}/bad.yaml${problem}`)
      expect([code, stderr.trim().split('\n').length]).toEqual([2, 1])
      return
    }
    const server = await serveCommand(args)
    const { problems = [] } = await connectMockYoti(server.url).control.health()
    expect(problems).toEqual([expect.stringContaining(`${files.path}/bad.yaml${problem}`)])
    await server.stop()
  },
)

test('five hundred unknown keys are a hundred problems and a word about the rest', async () => {
  const keys = Array.from({ length: 500 }, (_, at) => `unknown_key_${at}: 1\n`).join('')
  await using files = await scenarioFiles({ 'many.yaml': goodFile('x', keys) })
  const lines = (await lint(files.path)).stdout.trim().split('\n')
  expect(lines).toHaveLength(101)
  expect(lines[99]).toMatch(/many\.yaml:104 unknown key 'unknown_key_99' in the file\./)
  expect(lines[100]).toMatch(/many\.yaml:1 there are more problems; the first 100 are shown$/)
})

test('names of JavaScript objects are names like others', async () => {
  await using files = await scenarioFiles({
    'constructor.yaml': goodFile('Constructor', 'visit: none\n'),
    'derived.yaml': goodFile('Derived', 'extends: constructor\n'),
    'lost.yaml': goodFile('Lost', 'extends: tostring\n'),
  })
  const { code, stdout } = await lint(files.path)
  expect(stdout).toMatch(/^\S+lost\.yaml:5 'extends' names no scenario: 'tostring'\.[^\n]*\n$/)
  expect(code).toBe(1)
})

test('a directory without scenario files fails lint unless that is allowed, and serve says so', async () => {
  await using files = await scenarioFiles({ 'notes.txt': 'x' })
  expect(await lint(files.path)).toMatchObject({
    code: 1,
    stdout: `${files.path}: no scenario files. If that is right, add --allow-empty\n`,
  })
  expect(await lint(files.path, '--allow-empty')).toMatchObject({ code: 0, stdout: 'no scenario files: no problems\n' })
  const server = await serveCommand(['--scenarios', files.path])
  await server.untilPrinted(/: no scenario files\n/)
  await server.stop()
})

test('a directory that is removed and made again is read again', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': goodFile('Ours', 'visit: refused\n') })
  const server = await serveCommand(['--scenarios', files.path])
  await rm(files.path, { recursive: true })
  await server.untilPrinted(/Cannot read the scenarios in .*: ENOENT; the last good scenarios stay/)
  expect((await readSession(`${server.url}/idverify/v1`, 'ours')).state).toBe('ONGOING')

  await mkdir(files.path)
  await files.write('ours.yaml', goodFile('Ours', 'visit: completed\n'))
  await server.untilPrinted(/scenarios read again: .*: 1 scenario file/)
  expect((await readSession(`${server.url}/idverify/v1`, 'ours')).state).toBe('COMPLETED')
  await server.stop()
})

test('a linked folder that is exchanged for another is read again', async () => {
  await using files = await scenarioFiles({})
  for (const [version, visit] of Object.entries({ one: 'refused', two: 'completed' })) {
    await mkdir(join(files.path, version))
    await files.write(`${version}/ours.yaml`, goodFile('Ours', `visit: ${visit}\n`))
  }
  await symlink('one', join(files.path, 'now'))
  await symlink('two', join(files.path, 'next'))
  const server = await serveCommand(['--scenarios', join(files.path, 'now')])
  await rename(join(files.path, 'next'), join(files.path, 'now'))
  await server.untilPrinted(/scenarios read again: .*: 1 scenario file/)
  expect((await readSession(`${server.url}/idverify/v1`, 'ours')).state).toBe('COMPLETED')
  await server.stop()
})
