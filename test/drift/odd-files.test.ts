import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runBuiltCommand, runCommand } from '../support/command.js'
import { sampled } from '../support/matrix.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-odd-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

const entry = (text: string) =>
  `{"request":{"method":"GET","url":"https://api.yoti.com/idverify/v1/sessions/x"},"response":{"status":200,"content":{"text":${JSON.stringify(text)}}}}`

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`

const start = '{"log":{"entries":['

/** The name of a file, what is in it, and what is said of it; nothing of what is in it. */
const odd: readonly (readonly [string, string | Buffer, string])[] = [
  ['nothing.json', '', 'is empty'],
  ['nothing.har', '', 'is no HAR: it is empty, cut off or no JSON, and has no entries under log.entries'],
  ['cut.har', `${start}{"request":{"method":"Quirinius`, 'is no HAR: it is empty, cut off or no JSON'],
  ['text.har', 'Quirinius', 'is no HAR: it is empty, cut off or no JSON'],
  ['text.json', 'Quirinius', 'is no JSON'],
  ['bytes.json', Buffer.from([0x7b, 0x22, 0xff, 0xfe]), 'is not UTF-8: the byte at position 2'],
  ['deep.json', `{"state":"ONGOING","resources":${deep}}`, 'is nested more than 64 levels deep'],
  ['no-entries.har', '{"log":{"entries":[]}}', 'is no HAR: it has no entries under log.entries'],
]

test.each(odd)('of %s it is said what is wrong, without a stack and without its text', async (name, text, message) => {
  await writeFile(at(name), text)
  for (const argv of [
    ['record', '--har', at(name), '--out', at('out')],
    ['drift', at(name)],
  ]) {
    const { code, stdout, stderr } = await runCommand(argv)
    expect(stderr).toContain(`${at(name)} ${message}`)
    expect(`${stdout}${stderr}`).not.toMatch(/Quirinius|\n\s+at /)
    expect(code).toBe(2)
  }
})

test.each([
  ['nothing', '', 'is empty'],
  ['text', '{"name": Quirinius}', 'is not JSON: unexpected text'],
  ['deep', deep, 'is nested more than 64 levels deep'],
  ['cut', '{"state":"ONGOING"', 'is not JSON: '],
])('import says of a file with %s what is wrong, without its text', async (name, text, message) => {
  await writeFile(at(`${name}-import.json`), text)
  const argv = ['scenarios', 'import', at(`${name}-import.json`), '--scenarios', at('own')]
  const { code, stderr } = await runCommand(argv)
  expect(stderr).toContain(message)
  expect(stderr).not.toMatch(/Quirinius|\n\s+at /)
  expect(code).toBe(2)
})

test('an archive that is cut off is read as far as it goes', async () => {
  await writeFile(at('half.har'), `${start}${entry('{}')},${entry('{}')},{"request`)
  const { code, stdout, stderr } = await runCommand(['record', '--har', at('half.har'), '--out', at('half')])
  expect(stdout).toBe(`2 recordings written to ${at('half')}\n`)
  expect(stderr).toBe(`mock-yoti record: ${at('half.har')} is cut off or no JSON after 2 entries; those were read\n`)
  expect(code).toBe(2)
  expect(await readdir(at('half'))).toHaveLength(2)
})

test('one file that cannot be read does not hide what the others show', async () => {
  await mkdir(at('many'))
  await writeFile(at('many/a.json'), '{"state":"ON_HOLD","checks":[],"resources":{}}')
  await writeFile(at('many/b.json'), '{')
  const { code, stdout } = await runCommand(['drift', at('many'), '--junit', at('many.xml')])
  expect(stdout).toContain('getSession 200: state is ON_HOLD, which openapi.yaml does not list')
  expect(stdout).toContain(`Not read: ${at('many/b.json')} is no JSON.`)
  expect(code).toBe(2)
})

test('a byte-order mark is no mistake', async () => {
  const mark = '\ufeff'
  await writeFile(at('mark.json'), `${mark}{"state":"ONGOING","checks":[],"resources":{}}`)
  await writeFile(at('mark.har'), `${mark}${start}${entry('{}')}]}}`)
  const argv = ['record', at('mark.json'), '--har', at('mark.har'), '--out', at('marked')]
  expect(await runCommand(argv)).toMatchObject({ code: 0, stdout: `2 recordings written to ${at('marked')}\n` })
})

test('a folder without files is told', async () => {
  await mkdir(at('empty'))
  for (const argv of [
    ['record', '--har', at('empty'), '--out', at('of-empty')],
    ['drift', at('empty')],
  ]) {
    const { code, stderr } = await runCommand(argv)
    expect(stderr).toContain(`${at('empty')} has no *.json and no *.har file`)
    expect(code).toBe(2)
  }
})

const [megabytes = 0] = sampled([100], [20])

test('a line of many megabytes is read', { timeout: 120_000 }, async () => {
  await writeFile(at('line.har'), `${start}${entry('a'.repeat(megabytes * 1024 * 1024))}]}}`)
  await writeFile(at('line.json'), `{"x":"${'a'.repeat(megabytes * 1024 * 1024)}"}`)
  const argv = ['record', '--har', at('line.har'), '--out', at('line')]
  expect(await runBuiltCommand(argv)).toMatchObject({ code: 0, stdout: `1 recording written to ${at('line')}\n` })
  const { code, stderr } = await runBuiltCommand(['record', '--har', at('line.json'), '--out', at('line')])
  expect(stderr).toContain(`${at('line.json')} is no HAR: it has no entries under log.entries`)
  expect(code).toBe(2)
})
