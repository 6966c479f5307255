import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccepted } from '../../contracts/verify/accepted.js'
import { readDescription } from '../../gauntlet/description.js'
import { fillText, valueAt } from '../../gauntlet/fill.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mock-yoti-description-'))
})
afterAll(() => rm(folder, { recursive: true }))

const written = async (text: string) => {
  const path = join(folder, 'gauntlet.yaml')
  await writeFile(path, text)
  return path
}

test.each([
  ['begin: { request: POST /x }\nservise: { run: x }', /unknown key 'servise'.*Did you mean 'service'/],
  ['service: { run: x }', /'begin' is missing/],
  ['service: { run: x }\nbegin: { request: POST /x }', /'observe' is missing/],
  [
    'service: { run: x }\nbegin: { request: POST /x }\nobserve: { request: GET /x, command: y }\nwords: { pass: [yes] }',
    /observe has request and command; expected one of them/,
  ],
  [
    'begin: { request: POST /x }\nobserve: { request: GET /x }\nwords: { pass: [ok] }',
    /'service' needs run, the command that starts it, or url/,
  ],
  ['begin: { request: FETCH /x }', /expected: a method and a path, such as GET/],
  ['service: [', /line 1/],
])('a description that cannot be meant is refused in a sentence: %j', async (text, message) => {
  await expect(readDescription(await written(text))).rejects.toThrow(message)
})

test('a file that is not there is named', async () => {
  await expect(readDescription(join(folder, 'none.yaml'))).rejects.toThrow(/none\.yaml: cannot be read/)
})

test('names in braces are filled in, and an unknown one is refused with the nearest', () => {
  expect(fillText('GET /v/{{id}}?a={{ port }}', { id: '7', port: '80' })).toBe('GET /v/7?a=80')
  expect(() => fillText('{{prot}}', { port: '80' })).toThrow(
    /Nothing stands for \{\{prot\}\} here. Did you mean 'port'/,
  )
})

test('a place is read through objects and lists, and through nothing else', () => {
  expect(valueAt({ data: [{ state: 'ok' }] }, '$.data[0].state')).toBe('ok')
  expect(valueAt({ data: [] }, 'data[0].state')).toBeUndefined()
  expect(valueAt({}, 'constructor')).toBeUndefined()
})

test('an accepted finding has a reason', async () => {
  const path = await written('- { finding: "stuck for ever: no webhook arrives", because: we have a nightly job }')
  const accepted = await readAccepted(path, true)
  expect(accepted.because('stuck for ever: no webhook arrives')).toBe('we have a nightly job')
  await expect(readAccepted(await written('- { finding: x }'), true)).rejects.toThrow(/'because', the reason/)
})
