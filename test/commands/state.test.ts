import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { runCommand, serveCommand } from '../support/command.js'
import { inBranchOrder } from '../support/orders.js'
import { startServer } from '../support/server.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mock-yoti-state-'))
})
afterAll(() => rm(directory, { recursive: true }))

const create = async (apiUrl: string) => {
  const response = await fetch(`${apiUrl}/sessions?sdkId=ada`, {
    method: 'POST',
    body: JSON.stringify(inBranchOrder()),
  })
  return ((await response.json()) as Schema<'CreatedSession'>).session_id
}

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8)

test('a server that is started again with --state goes on where it ended', async () => {
  const file = join(directory, 'kept.json')
  const first = await serveCommand(['--state', file])
  const id = await create(`${first.url}/idverify/v1`)
  expect((await first.stop()).code).toBe(0)
  expect(await modeOf(file)).toBe('600')
  const second = await serveCommand(['--state', file])
  const { stage } = await connectMockYoti(second.url).control.sessions.get(id)
  await second.stop()
  expect(stage).toBe('created')
})

test.each([
  ['{', 'is not JSON'],
  ['{"format":1}', 'is no state of mock-yoti: takenAt'],
  ['[]', 'is no state of mock-yoti'],
])('a state file that holds %s is refused at the start, in one line', async (text, said) => {
  const file = join(directory, 'damaged.json')
  await writeFile(file, text)
  const { code, stderr } = await runCommand(['--port', '0', '--state', file])
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1])
  expect(stderr).toContain(said)
  expect(await readFile(file, 'utf8')).toBe(text)
})

test('a directory that is not there is said at the start, not at the end', async () => {
  const { code, stderr } = await runCommand(['--port', '0', '--state', join(directory, 'no', 'state.json')])
  expect(code).toBe(2)
  expect(stderr).toContain('its directory cannot be written to (ENOENT)')
})

test.runIf(process.platform === 'linux')('what is no file, such as a device that never ends, is refused', async () => {
  const { code, stderr } = await runCommand(['--port', '0', '--state', '/dev/full'])
  expect([code, stderr]).toEqual([2, 'mock-yoti: --state /dev/full: is not a file\n'])
})

test('export writes a file for its owner only, and import has another server go on from it', async () => {
  await using first = await startServer()
  await using second = await startServer()
  const id = await create(first.apiUrl)
  const file = join(directory, 'exported.json')
  const exported = await runCommand(['state', 'export', file, '--url', first.url, '--sdk-id', 'ada'])
  expect(exported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 session, 0 notifications') })
  expect(await modeOf(file)).toBe('600')
  const imported = await runCommand(['state', 'import', file, '--url', second.url])
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  expect((await second.control.sessions.get(id)).stage).toBe('created')
})

test.each([
  [['export'], 'takes one file'],
  [['export', '/nowhere/state.json'], '/nowhere/state.json cannot be written (ENOENT)'],
  [['import', '/nowhere/state.json'], '/nowhere/state.json cannot be read (ENOENT)'],
  [['import', 'package.json'], "package.json is no state of mock-yoti. 'mock-yoti state export' writes one"],
  [['export', '-', '--url', 'nonsense'], '--url takes an address'],
  [['export', '-', '--url', 'http://127.0.0.1:1'], 'nothing answers at http://127.0.0.1:1 (ECONNREFUSED)'],
])('state %j is refused in one line', async ([verb = '', ...args], said) => {
  await using server = await startServer()
  const { code, stderr } = await runCommand(['state', verb, ...args], { MOCK_YOTI_URL: server.url })
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1])
  expect(stderr).toContain(said)
})
