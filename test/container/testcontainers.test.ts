import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { connectMockYoti } from '../../server/index.js'
import { MockYotiContainer } from '../../testcontainers/index.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'
import { readWithSdk } from '../support/sdk.js'
import { testImage } from './image.js'

const mockYoti = () => new MockYotiContainer(testImage())

test('a started container gives the base URLs that an SDK and the sandbox take', async () => {
  await using container = await mockYoti().start()
  const [session] = await readWithSdk(container.getApiUrl(), ['all-approve'])
  expect(session?.state).toBe('COMPLETED')
  const [sandbox] = await readWithSdk(container.getSandboxUrl(), ['all-approve'])
  expect(sandbox).toEqual(session)
  const [refused] = await readWithSdk(container.getScenarioUrl('missing-document'), ['any-id'])
  expect(refused?.state).toBe('ONGOING')
})

test('its control client drives the server inside', async () => {
  await using container = await mockYoti().start()
  expect(await container.control.health()).toEqual({ status: 'ok' })
  expect((await container.control.scenarios.list()).length).toBeGreaterThan(10)
})

test('withControlToken keeps strangers from driving it, and lets its own client', async () => {
  await using container = await mockYoti().withControlToken('secret').start()
  expect(await container.control.sessions.list()).toEqual([])
  await expect(connectMockYoti(container.getUrl()).control.sessions.list()).rejects.toThrow('CONTROL_TOKEN')
})

test('withScenarios brings scenario files of your own, which withScenario can choose', async () => {
  await using files = await scenarioFiles({ 'our-own.yaml': goodFile('Ours', 'visit: none\n') })
  await using container = await mockYoti().withScenarios(files.path).withScenario('our-own').start()
  expect((await container.control.scenarios.get('our-own')).title).toBe('Ours')
  const [session] = await readWithSdk(container.getApiUrl(), ['our-own'])
  expect(session?.state).toBe('ONGOING')
})

test('withScenario with an id that no scenario has does not start', async () => {
  await expect(mockYoti().withScenario('all-aprove').withStartupTimeout(4000).start()).rejects.toThrow()
})

test('withLog and withCheckAnswers set the options of the command line', async () => {
  const lines: string[] = []
  const container = mockYoti()
    .withLog('json')
    .withCheckAnswers()
    .withLogConsumer((stream) => stream.on('data', (chunk: Buffer) => lines.push(chunk.toString())))
  await using started = await container.start()
  const { output } = await started.exec(['node', '-p', 'process.env.MOCK_YOTI_CHECK_ANSWERS'])
  expect(output.trim()).toBe('true')
  await expect.poll(() => lines.join('')).toContain('"message":"mock-yoti listens on')
})

test('withSignatures, withVisits and withSeed set the options of the command line', async () => {
  await using container = await mockYoti().withSignatures('strict').withVisits('manual', 7).withSeed('ours').start()
  const unsigned = await fetch(`${container.getApiUrl()}/sessions/all-approve`)
  expect(unsigned.ok).toBe(false)
  const names = ['VISITS', 'VISIT_DELAY', 'SEED'].map((name) => `process.env.MOCK_YOTI_${name}`)
  const { output } = await container.exec(['node', '-p', `[${names}].join()`])
  expect(output.trim()).toBe('manual,7,ours')
})

test('withHostAccess lets the container reach a server of this machine', async () => {
  const host = createServer((_request, response) => response.end('reached')).listen(0, '0.0.0.0')
  await once(host, 'listening')
  // The address of a TCP server is never a string.
  const { port } = host.address() as AddressInfo
  await using container = await mockYoti().withHostAccess().start()
  const program = `fetch(${JSON.stringify(container.getHostUrl(port))}).then((r) => r.text()).then(console.log)`
  const { output } = await container.exec(['node', '-e', program])
  host.close()
  expect(output.trim()).toBe('reached')
})

test('a stopped container is gone', async () => {
  const container = await mockYoti().start()
  await container[Symbol.asyncDispose]()
  await expect(container.control.health()).rejects.toThrow()
})

test('the example with a container passes', async () => {
  const example = fileURLToPath(new URL('../../examples/in-a-container.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [example, testImage()])
  expect(stdout).toBe('')
})
