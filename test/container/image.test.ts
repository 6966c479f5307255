import { fileURLToPath } from 'node:url'
import { getContainerRuntimeClient, Wait } from 'testcontainers'
import { beforeAll, expect, test } from 'vitest'
import { MockYotiContainer, type StartedMockYotiContainer } from '../../testcontainers/index.js'
import { testImage } from './image.js'

const megabyte = 1_000_000

const dockerode = async () => (await getContainerRuntimeClient()).container.dockerode
const inspectImage = async () => (await dockerode()).getImage(testImage()).inspect()

/** As strict as a cluster can be: nothing can be written, no capability is left. */
class LockedContainer extends MockYotiContainer {
  constructor() {
    super(testImage())
    this.hostConfig.ReadonlyRootfs = true
    this.withDroppedCapabilities('ALL')
  }
}

const node = async (container: StartedMockYotiContainer, program: string) =>
  (await container.exec(['node', '-p', program])).output.trim()

let config: Awaited<ReturnType<typeof inspectImage>>['Config']
beforeAll(async () => {
  config = (await inspectImage()).Config
})

test('with a read-only root, no capability and no root user it answers', async () => {
  await using container = await new LockedContainer().start()
  const session = await fetch(`${container.getApiUrl()}/sessions/all-approve`)
  expect(session.status).toBe(200)
  expect(Number(await node(container, 'process.getuid()'))).toBeGreaterThan(0)
  const written = await container.exec(['node', '-e', 'require("fs").writeFileSync("/scenarios/x.yaml", "")'])
  expect(written.exitCode).not.toBe(0)
})

test('it has Node 26, and nothing of ours but the built server', async () => {
  await using container = await new MockYotiContainer(testImage()).start()
  expect(await node(container, 'process.version')).toMatch(/^v26\./)
  const listed = await node(container, 'require("fs").readdirSync("/opt/mock-yoti").sort().join()')
  expect(listed).toBe('LICENSE,bin,dist,keys,openapi.yaml,package.json,scenarios')
})

test('it says which packages are inside', async () => {
  await using container = await new MockYotiContainer(testImage()).start()
  const bill = JSON.parse((await container.exec(['cat', '/opt/mock-yoti/dist/sbom.cdx.json'])).output)
  expect(bill.components.map(({ name }: { name: string }) => name)).toContain('express')
})

test('what we add to the base image is less than 15 MB', async () => {
  const history = await (await dockerode()).getImage(testImage()).history()
  // Newest first: ours end at the first instruction of the last stage, the label; the base's come after.
  const first = history.findIndex(({ CreatedBy }: { CreatedBy: string }) => CreatedBy.includes('LABEL'))
  const ours: { Size: number }[] = history.slice(0, first + 1)
  const size = ours.reduce((sum, { Size }) => sum + Size, 0)
  expect(size).toBeGreaterThan(megabyte)
  expect(size).toBeLessThan(15 * megabyte)
})

test('it carries a health check that needs only Node, and the labels of an OCI image', async () => {
  await using container = await new MockYotiContainer(testImage()).start()
  const inspected = await (await dockerode()).getContainer(container.getId()).inspect()
  const command = inspected.Config.Healthcheck?.Test ?? []
  expect(command.slice(0, 2)).toEqual(['CMD', 'node'])
  expect((await container.exec(command.slice(1))).exitCode).toBe(0)
  expect((await container.exec(['env', 'MOCK_YOTI_PORT=1', ...command.slice(1)])).exitCode).toBe(1)
  const inPod = ['MOCK_YOTI_PORT=tcp://10.0.0.1:9684', 'MOCK_YOTI_SERVICE_PORT=9684']
  expect((await container.exec(['env', ...inPod, ...command.slice(1)])).exitCode).toBe(0)
  for (const label of ['title', 'description', 'licenses', 'version', 'revision', 'created'])
    expect(config.Labels[`org.opencontainers.image.${label}`]).toBeTruthy()
})

test('its health check asks over https when the server speaks https', async () => {
  const file = (name: string) => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url))
  await using container = await new MockYotiContainer(testImage())
    .withCopyFilesToContainer(
      ['cert.pem', 'key.pem'].map((name) => ({ source: file(name), target: `/tls/${name}`, mode: 0o644 })),
    )
    .withEnvironment({ MOCK_YOTI_TLS_CERT: '/tls/cert.pem', MOCK_YOTI_TLS_KEY: '/tls/key.pem' })
    .withWaitStrategy(Wait.forLogMessage('https://'))
    .start()
  const inspected = await (await dockerode()).getContainer(container.getId()).inspect()
  const [, ...command] = inspected.Config.Healthcheck?.Test ?? []
  const checked = await container.exec(command)
  expect([checked.output.trim(), checked.exitCode]).toEqual(['ok: https://127.0.0.1:9684', 0])
})

test('told to stop it ends by itself: the engine need not kill it', async () => {
  const container = await new MockYotiContainer(testImage()).start()
  const engine = (await dockerode()).getContainer(container.getId())
  await engine.kill({ signal: 'SIGTERM' })
  expect((await engine.wait()).StatusCode).toBe(0)
  await engine.remove()
})

test('it serves before a bare server of Node.js could have started ten times', async () => {
  await using container = await new MockYotiContainer(testImage()).start()
  const program = `
    const { spawn } = require('node:child_process')
    const env = { ...process.env, MOCK_YOTI_PORT: '9700' }
    const bare = "require('node:http').createServer((_, response) => response.end()).listen(9700, '127.0.0.1')"
    const startOf = (args) => new Promise((resolve) => {
      const begun = performance.now()
      const child = spawn('node', args, { env })
      const ask = () => fetch('http://127.0.0.1:9700/__mock/health').then(() => {
        const taken = performance.now() - begun
        child.once('exit', () => resolve(taken)).kill()
      }, () => setTimeout(ask, 5))
      ask()
    })
    const best = { bare: Infinity, image: Infinity }
    const run = async () => {
      for (let round = 0; round < 5; round++) {
        best.bare = Math.min(best.bare, await startOf(['-e', bare]))
        best.image = Math.min(best.image, await startOf(['/opt/mock-yoti/bin/mock-yoti.js']))
      }
      console.log(best.image / best.bare)
    }
    run()`
  // Other tests share the processors: the best starts are compared, and those of both in turn.
  expect(Number((await container.exec(['node', '-e', program])).output)).toBeLessThan(10)
})

test('a variable that it does not know ends it with exit code 2 and the nearest name', async () => {
  await using container = await new MockYotiContainer(testImage()).start()
  const command = ['env', 'MOCK_YOTI_SCENARIOO=x', 'node', '/opt/mock-yoti/bin/mock-yoti.js']
  const { output, exitCode } = await container.exec(command)
  expect([output, exitCode]).toEqual([expect.stringContaining("Did you mean 'MOCK_YOTI_SCENARIO'"), 2])
})

test('its commands run like those of the package', async () => {
  await using container = await new MockYotiContainer(testImage()).start()
  const { output, exitCode } = await container.exec(['node', '/opt/mock-yoti/bin/mock-yoti.js', 'scenarios', 'lint'])
  expect([output.trim(), exitCode]).toEqual(['/scenarios: no scenario files. If that is right, add --allow-empty', 1])
  expect(config.Cmd).toEqual(['serve'])
})
