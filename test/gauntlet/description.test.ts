import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillText, valueAt } from '../../gauntlet/fill.js'
import { readDescription } from '../../gauntlet/read-description.js'

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

const whole = 'service: { run: x }\nbegin: { request: POST /x }\nobserve: { request: GET /x }\nwords: { pass: [ok] }\n'

test('events that no story shall have are taken', async () => {
  const leave_out = ['time=summer-time', 'trouble=*:reset', 'trouble=getSession:503-*', 'trouble=getMediaContent*']
  const path = await written(`${whole}leave_out: ${JSON.stringify(leave_out)}`)
  expect(await readDescription(path)).toMatchObject({ leave_out, service: { run: 'x' }, directory: folder })
})

test.each([
  ['begin: { request: POST /x }\nservise: { run: x }', /line 2: unknown key 'servise'.*Did you mean 'service'/],
  ['begin:\n  request: POST /x\n  bdy: {}', /line 3: unknown key 'bdy' in begin\. Did you mean 'body'\?/],
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
  [`${whole}leave_out: [times=summer-time]`, /leave_out has 'times=summer-time'\. Did you mean 'time'\?/],
  [`${whole}leave_out: [time=summertime]`, /'summertime' is none of usual, .* Did you mean 'summer-time'\?/],
  [`${whole}leave_out: ["trouble=*:timeuot"]`, /Did you mean 'timeout'\?/],
  [
    `${whole}expect: [{ when: { situation: expird }, decisions: [fail], because: x }]`,
    /expect has the situation 'expird'\. Did you mean 'expired'\?/,
  ],
  [
    `${whole}expect: [{ when: { check: LIVENES }, decisions: [fail], because: x }]`,
    /expect has the check 'LIVENES'\. Did you mean 'LIVENESS'\?/,
  ],
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
