import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { runBuiltCommand, runCommand, serveCommand } from '../support/command.js'
import { goodFile, scenarioFiles } from '../support/scenario-files.js'

test('mock-yoti serves and says what to do next', async () => {
  const server = await serveCommand()
  expect((await fetch(`${server.url}/__mock/health`)).status).toBe(200)
  const { stdout, stderr } = await server.stop()
  expect(stderr).toBe('')
  expect(stdout).toContain(`new IDVClient(sdkId, key, { apiUrl: '${server.url}/idverify/v1' })`)
  expect(stdout).toContain(`curl ${server.url}/idverify/v1/sessions/all-approve`)
  for (const id of ['missing-document', 'profile-mismatch', 'wrong-document', 'invalid-document'])
    expect(stdout).toContain(id)
})

test('it counts the scenarios that the command beside the number lists', async () => {
  await using files = await scenarioFiles({ 'ours.yaml': goodFile('Ours') })
  const server = await serveCommand(['--scenarios', files.path])
  const { stdout } = await server.stop()
  const [, count, command = ''] = /\(all (\d+): mock-yoti (.+)\)/.exec(stdout) ?? []
  expect(command).toBe(`scenarios --scenarios ${files.path}`)
  const listed = await runCommand([...command.split(' '), '--json'])
  expect(JSON.parse(listed.stdout)).toHaveLength(Number(count))
})

test('a server that others reach says that they can drive it, unless a token protects it', async () => {
  const warning = 'open to everybody who reaches this address: --control-token'
  const printed = async (...args: string[]) => (await (await serveCommand(args)).stop()).stdout
  expect(await printed('--host', '0.0.0.0')).toContain(warning)
  expect(await printed('--host', '0.0.0.0', '--control-token', 'secret')).not.toContain(warning)
  expect(await printed()).not.toContain(warning)
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it with exit code 0, also while a client holds a connection',
  async (signal) => {
    const server = await serveCommand(['serve'])
    await fetch(`${server.url}/__mock/health`)
    expect((await server.stop(signal)).code).toBe(0)
  },
)

test('every option can come from the environment, and the command line wins', async () => {
  const server = await serveCommand([], { MOCK_YOTI_SCENARIO: 'profile-mismatch', MOCK_YOTI_PORT: '1' })
  expect((await server.stop()).stdout).toContain('/sessions/profile-mismatch')
})

test('each request is a line of the log, with the scenario, and a failed one says what to do', async () => {
  const server = await serveCommand()
  await fetch(`${server.url}/idverify/v1/sessions/profile-mismatch`)
  await fetch(`${server.url}/idverify/v1/sessions/profile-mismach`)
  await server.untilPrinted(/profile-mismach 404/)
  const { stdout } = await server.stop()
  expect(stdout).toMatch(/GET \/idverify\/v1\/sessions\/profile-mismatch 200 profile-mismatch [\d.]+ ms/)
  expect(stdout).toContain("The nearest is 'profile-mismatch'")
})

test('--log json writes only JSON lines, each with time, level and message', async () => {
  const json = await serveCommand(['--log', 'json'])
  await fetch(`${json.url}/idverify/v1/sessions/all-approve`)
  await json.untilPrinted(/"status":200/)
  const lines = (await json.stop()).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const time = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(lines).toEqual([
    { time, level: 'info', message: `mock-yoti listens on ${json.url}`, url: json.url },
    {
      time,
      level: 'info',
      message: expect.stringMatching(/^GET \/idverify\/v1\/sessions\/all-approve 200 all-approve [\d.]+ ms$/),
      method: 'GET',
      path: '/idverify/v1/sessions/all-approve',
      status: 200,
      ms: expect.any(Number),
      scenario: 'all-approve',
      note: 'not signed: Yoti would answer 400 MALFORMED_REQUEST',
    },
  ])
})

test('--log silent prints nothing but the address of a port that it picked', async () => {
  const silent = await serveCommand(['--log', 'silent'])
  await fetch(`${silent.url}/idverify/v1/sessions/all-approve`)
  expect((await silent.stop()).stdout).toBe(`mock-yoti listens on ${silent.url}\n`)
})

test('each line of the log has its time, and a client that does not sign is told so once', async () => {
  const server = await serveCommand()
  const read = (id: string, agent: string) =>
    fetch(`${server.url}/idverify/v1/sessions/${id}`, { headers: { 'User-Agent': agent } })
  await read('all-approve', 'one')
  await read('wrong-document', 'one')
  await read('invalid-document', 'two')
  await server.untilPrinted(/invalid-document 200/)
  const { stdout } = await server.stop()
  const [, log = ''] = stdout.split(/^ {2}Try .*\n\n?/m)
  expect(log.replaceAll(/^\d\d:\d\d:\d\d\.\d{3} /gm, 'TIME ').replaceAll(/ [\d.]+ ms$/gm, ' MS')).toBe(`\
TIME GET /idverify/v1/sessions/all-approve 200 all-approve MS
  not signed: Yoti would answer 400 MALFORMED_REQUEST
TIME GET /idverify/v1/sessions/wrong-document 200 wrong-document MS
TIME GET /idverify/v1/sessions/invalid-document 200 invalid-document MS
  not signed: Yoti would answer 400 MALFORMED_REQUEST
`)
})

test.each([
  [['--prot', '1'], "Unknown option --prot. Did you mean '--port'?"],
  [['--port', 'x'], "--port takes a number from 0 to 65535; got 'x'"],
  [['--port', '65536'], '--port takes a number'],
  [['--port'], '--port needs a value: --port PORT'],
  [['--log', 'jsn'], "--log takes text, json, silent; got 'jsn'. Did you mean 'json'?"],
  [['--scenario', 'all-aprove'], "--scenario: No scenario is called 'all-aprove'. The nearest is 'all-approve'"],
  [['--scenarios', '/no/such/directory'], "Cannot read the scenarios in '/no/such/directory': ENOENT"],
  [['sevre'], "Unknown command 'sevre'. Did you mean 'serve'?"],
  [['serve', 'now'], "Unknown argument 'now'"],
  [['--scenario', 'nope'], "No scenario is called 'nope'. 'mock-yoti scenarios' lists them all"],
  [['mising'], 'The commands are serve, scenarios,'],
  [['keys', '--jsn'], "Unknown option --jsn. Did you mean '--json'?"],
  [['completion'], 'Which shell? mock-yoti completion bash|zsh|fish'],
  [['completion', 'tcsh'], "completion takes bash, zsh, fish; got 'tcsh'"],
  [['scenarios', 'show'], 'Which scenario?'],
  [['scenarios', 'sho', 'all-approve'], "Did you mean 'scenarios show all-approve'?"],
  [['scenarios', 'show', 'all-aprove'], "The nearest is 'all-approve'"],
])('mock-yoti %j is one clear line and exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await runBuiltCommand(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`mock-yoti: `)
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('an unknown variable is refused with the nearest', async () => {
  const { code, stderr } = await runBuiltCommand([], { MOCK_YOTI_PROT: '1' })
  expect(code).toBe(2)
  expect(stderr).toContain("Unknown environment variable MOCK_YOTI_PROT. Did you mean 'MOCK_YOTI_PORT'?")
})

test('a taken port is one clear line and exit code 2', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  const { port } = holder.address() as AddressInfo
  const { code, stderr } = await runBuiltCommand(['--port', String(port)])
  holder.close()
  expect(code).toBe(2)
  expect(stderr).toBe(
    `mock-yoti: Port ${port} on 127.0.0.1 is taken. Stop what uses it, or pick a free one with --port 0\n`,
  )
})

test('--help names every command and option, --version is the package version', async () => {
  const { stdout } = await runBuiltCommand(['--help'])
  for (const word of ['scenarios show', 'scenarios lint', '--port PORT', 'MOCK_YOTI_CHECK_ANSWERS'])
    expect(stdout).toContain(word)
  expect((await runBuiltCommand(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each(['--control-token', '--scenario', '--host', '--seed'])('an empty value of %s is refused', async (option) => {
  const { code, stderr } = await runBuiltCommand([option, ''])
  expect(code).toBe(2)
  expect(stderr).toBe(`mock-yoti: ${option} has an empty value; give it one, or leave the option out\n`)
})

test.each(['MOCK_YOTI_CONTROL_TOKEN', 'MOCK_YOTI_SCENARIO'])('an empty %s is refused', async (name) => {
  const { code, stderr } = await runCommand([], { [name]: '' })
  expect({ code, stderr }).toEqual({ code: 2, stderr: `mock-yoti: ${name} is empty; give it a value, or unset it\n` })
})

test.each(['*', 'shop.example', 'http://shop.example/path'])('--allow-origin %s is refused', async (origin) => {
  const { code, stderr } = await runCommand(['--allow-origin', origin])
  expect(code).toBe(2)
  expect(stderr).toContain(`takes a scheme and a host, such as http://localhost:3000; got '${origin}'`)
})

test.each([
  ['serve', '--port PORT', '(default: 9684)'],
  ['scenarios', '--group GROUP', '(default: all)'],
  ['scenarios show', '--scenarios DIR', '(default: the built-in ones only)'],
  ['scenarios lint', '--json', '(default: false)'],
  ['shapes', '--json', '(default: false)'],
  ['verify', '--provider NAME', 'yoti-idv-mock'],
  ['states', '--provider NAME', 'yoti-idv-mock'],
  ['keys', '--json', '(default: false)'],
])('mock-yoti %s --help and -h show its options with their defaults', async (command, option, initial) => {
  const [long, short] = await Promise.all(
    ['--help', '-h'].map((flag) => runBuiltCommand([...command.split(' '), flag])),
  )
  expect(long).toMatchObject({ code: 0, stderr: '' })
  expect(long?.stdout).toContain(`Usage: mock-yoti ${command}`)
  expect(long?.stdout).toContain(option)
  expect(long?.stdout.replaceAll(/\s+/g, ' ')).toContain(initial)
  expect(short).toEqual(long)
})

test('variables that Kubernetes makes for a service called mock-yoti are ignored, and the log says so once', async () => {
  const server = await serveCommand([], {
    MOCK_YOTI_SERVICE_HOST: '10.0.0.1',
    MOCK_YOTI_SERVICE_PORT: '9684',
    MOCK_YOTI_SERVICE_PORT_HTTP: '9684',
    MOCK_YOTI_PORT: 'tcp://10.0.0.1:9684',
    MOCK_YOTI_PORT_9684_TCP: 'tcp://10.0.0.1:9684',
    MOCK_YOTI_PORT_9684_TCP_ADDR: '10.0.0.1',
    MOCK_YOTI_PORT_9684_TCP_PORT: '9684',
    MOCK_YOTI_PORT_9684_TCP_PROTO: 'tcp',
  })
  const { stdout } = await server.stop()
  expect(stdout.match(/ignored, because they describe a service/g)).toHaveLength(1)
})

test('a completion script knows commands and options', async () => {
  const { stdout } = await runBuiltCommand(['completion', 'bash'])
  expect(stdout).toContain("'scenarios') words='show new import lint --group")
  expect((await runBuiltCommand(['completion', 'fish'])).stdout).toContain('-a scenarios')
  expect((await runBuiltCommand(['completion', 'zsh'])).stdout).toMatch(/^#compdef mock-yoti/)
})

// The bundle finds some libraries in other ways than the sources do.
test.each(['/openapi.json', '/openapi.yaml', '/__mock/openapi.json', '/__mock/openapi.yaml', '/web/index.html', '/'])(
  'the built server answers %s',
  async (path) => {
    const server = await serveCommand()
    const { status } = await fetch(`${server.url}${path}`, { headers: { Accept: 'text/html' } })
    await server.stop()
    expect(status).toBe(path === '/web/index.html' ? 400 : 200)
  },
)
