import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runBuiltCommand, serveCommand } from '../support/command.js'
import { demo, demoQuery, sendRaw, sessionPath, sign } from '../support/signing.js'

const tls = (name: string) => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url))
const demoKey = fileURLToPath(new URL('../../keys/demo-public-key.pem', import.meta.url))

test('mock-yoti keys prints the demo sdkId, where its keys are, and how each SDK takes them', async () => {
  const { code, stdout } = await runBuiltCommand(['keys'])
  expect(code).toBe(0)
  expect(stdout).toContain(demo.sdkId)
  const files = [...stdout.matchAll(/^ {2}(?:private|public) key +(.+)$/gm)].map(([, file = '']) => file)
  expect(files.map((file) => existsSync(file))).toEqual([true, true])
  for (const sdk of ['Node', 'Java', 'PHP', 'Python', 'Ruby', 'Go', '.NET']) expect(stdout).toMatch(`  ${sdk} `)
})

const read = (url: string, sdkId: string) => {
  const query = demoQuery().replace(demo.sdkId, sdkId)
  const headers = { 'X-Yoti-Auth-Digest': sign(`GET&${sessionPath}?${query}`) }
  return sendRaw(url, { target: `/idverify/v1${sessionPath}?${query}`, headers })
}

test('--key registers keys, again and again or separated by commas in the environment', async () => {
  const options = ['--signatures', 'strict', '--key', `first=${tls('key.pem')}`, '--key', `first=${demoKey}`]
  const byOptions = await serveCommand([...options, '--key', `second=${demoKey}`])
  for (const [sdkId, status] of [
    ['first', 200],
    ['second', 200],
    ['third', 401],
  ] as const)
    expect((await read(byOptions.url, sdkId)).status).toBe(status)
  await byOptions.stop()
  const env = { MOCK_YOTI_KEY: `first=${demoKey},second=${tls('key.pem')}`, MOCK_YOTI_SIGNATURES: 'strict' }
  const byEnvironment = await serveCommand([], env)
  expect((await read(byEnvironment.url, 'first')).status).toBe(200)
  expect((await read(byEnvironment.url, 'second')).body.code).toBe('MESSAGE_SIGNING')
  await byEnvironment.stop()
})

test('--tls-cert and --tls-key make every printed URL https', async () => {
  const server = await serveCommand(['--tls-cert', tls('cert.pem'), '--tls-key', tls('key.pem')])
  const { stdout } = await server.stop()
  expect(server.url).toMatch(/^https:/)
  expect(stdout).not.toContain('http:')
})

test.each([
  [['--signatures', 'srtict'], "--signatures takes off, lenient, strict; got 'srtict'. Did you mean 'strict'?"],
  [['--key', 'abc'], "--key takes an sdkId and the file of its public key, SDKID=FILE; got 'abc'"],
  [['--key', 'a=-----BEGIN PUBLIC KEY-----\nMIIB'], '--key a=…: it takes the name of a file; save the PEM in one'],
  [['--key', 'a=/no/such.pem'], '--key a=/no/such.pem: the file cannot be read (ENOENT)'],
  [['--key', `a=${tls('cert.pem')}x`], 'the file cannot be read (ENOENT)'],
  [
    ['--key', `a=${fileURLToPath(new URL('../../package.json', import.meta.url))}`],
    "it is JSON; a PEM is expected, which begins with '-----BEGIN PUBLIC KEY-----'",
  ],
  [['--tls-cert', tls('cert.pem')], '--tls-cert and --tls-key belong together'],
  [['--tls-cert', '/no/such', '--tls-key', tls('key.pem')], '--tls-cert /no/such: the file cannot be read (ENOENT)'],
  [['--tls-cert', tls('cert.pem'), '--tls-key', demoKey], "it holds a 'PUBLIC KEY'; a 'PRIVATE KEY' is expected"],
  [['keys', 'now'], "Unknown argument 'now'"],
])('mock-yoti %j is one clear line and exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await runBuiltCommand(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
