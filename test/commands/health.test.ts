import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connectMockYoti, startMockYoti } from '../../server/index.js'
import { runCommand, serveCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'
import { startServer } from '../support/server.js'

const tls = (name: string) => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url))
const bad = goodFile('Ours', 'visit: comleted\n')
const portOf = (url: string) => new URL(url).port

test('a server that starts while a scenario file is broken serves the others and says degraded, with the problem', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': bad, 'other.yaml': goodFile('Other', 'visit: refused\n') })
  const server = await serveCommand(['--scenarios', files.path])
  const { control, apiUrl } = connectMockYoti(server.url)
  expect(await control.health()).toEqual({
    status: 'degraded',
    problems: [expect.stringMatching(/ours\.yaml:5 visit is "comleted"; expected completed/)],
  })
  expect(server.output.stdout).toContain('files with problems are left out until they are mended')
  expect((await fetch(`${apiUrl}/sessions/other`)).status).toBe(200)
  expect((await fetch(`${apiUrl}/sessions/ours`)).status).toBe(404)
  await expect(control.scenarios.get('ours')).rejects.toThrow('Scenario files have problems (1): ')

  await files.write('ours.yaml', goodFile('Ours', 'visit: completed\n'))
  await server.untilPrinted(/scenarios read again/)
  expect(await control.health()).toEqual({ status: 'ok' })
  expect((await fetch(`${apiUrl}/sessions/ours`)).status).toBe(200)

  await files.write('ours.yaml', bad)
  await server.untilPrinted(/the last good scenarios stay/)
  expect((await control.health()).status).toBe('degraded')
  expect((await fetch(`${apiUrl}/sessions/ours`)).status).toBe(200)
  await server.stop()
})

test('a broken file that was to replace a built-in scenario leaves neither', async () => {
  await using files = await scenarioFiles({ 'wrong-document.yaml': bad })
  const server = await serveCommand(['--scenarios', files.path])
  expect((await fetch(`${server.url}/idverify/v1/sessions/wrong-document`)).status).toBe(404)
  await server.stop()
  const { code, stderr } = await runCommand(['--scenarios', files.path, '--scenario', 'wrong-document', '--port', '0'])
  expect(code).toBe(2)
  expect(stderr).toContain('wrong-document.yaml:5 visit is "comleted"')
})

test('a test that starts a server on broken scenario files is told so at once', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': bad })
  await expect(startMockYoti({ scenarios: files.path })).rejects.toThrow('ours.yaml:5 visit is "comleted"')
})

test('mock-yoti health finds the server that its environment describes', async () => {
  await using server = await startServer()
  const port = portOf(server.url)
  expect(await runCommand(['health'], { MOCK_YOTI_PORT: port })).toEqual({
    code: 0,
    stdout: `ok: http://127.0.0.1:${port}\n`,
    stderr: '',
  })
  const inPod = { MOCK_YOTI_SERVICE_PORT: '1', MOCK_YOTI_PORT_9684_TCP: 'tcp://10.0.0.1:9684' }
  const env = { ...inPod, MOCK_YOTI_PORT: port, MOCK_YOTI_HOST: '0.0.0.0' }
  expect((await runCommand(['health', '--json'], env)).stdout).toBe(
    `${JSON.stringify({ status: 'ok', url: `http://127.0.0.1:${port}` }, null, 2)}\n`,
  )
})

test('mock-yoti health asks over https where the server speaks https, whoever signed its certificate', async () => {
  const files = { tlsCert: tls('cert.pem'), tlsKey: tls('key.pem') }
  await using server = await startMockYoti(files)
  const env = { MOCK_YOTI_TLS_CERT: files.tlsCert, MOCK_YOTI_TLS_KEY: files.tlsKey, MOCK_YOTI_PORT: portOf(server.url) }
  expect(await runCommand(['health'], env)).toMatchObject({ code: 0, stdout: `ok: ${server.url}\n` })
})

test('mock-yoti health ends with 1 and says why when there is no answer, or scenario files have problems', async () => {
  const server = await startServer()
  await server.close()
  expect(await runCommand(['health', '--url', server.url, '--wait', '0.2'])).toMatchObject({
    code: 1,
    stdout: `no answer: ${server.url} (ECONNREFUSED)\n`,
  })
  await using files = await scenarioFiles({ 'ours.yaml': bad })
  const degraded = await serveCommand(['--scenarios', files.path])
  const { code, stdout } = await runCommand(['health', '--url', degraded.url])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^degraded: http:\/\/127\.0\.0\.1:\d+\n {2}\S+ours\.yaml:5 visit is "comleted"/)
  await degraded.stop()
})

test.each([
  ['--url', 'localhost:9684', "--url takes an address, such as http://127.0.0.1:9684; got 'localhost:9684'"],
  ['--wait', 'soon', "--wait takes a number of seconds; got 'soon'"],
])('mock-yoti health %s %s is one clear line', async (option, value, message) => {
  expect(await runCommand(['health', option, value])).toEqual({
    code: 2,
    stdout: '',
    stderr: `mock-yoti: ${message}\n`,
  })
})

test('an address without its option is told the option', async () => {
  const { code, stderr } = await runCommand(['health', 'http://127.0.0.1:9684'])
  expect([code, stderr]).toEqual([
    2,
    "mock-yoti: Unknown argument 'http://127.0.0.1:9684'. Did you mean '--url http://127.0.0.1:9684'?\n",
  ])
})
