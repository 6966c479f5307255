import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readWithSdk } from '../support/sdk.js'
import { startServer } from '../support/server.js'

test('the yoti package with the demo key passes a strict server, under each base URL', async () => {
  await using server = await startServer({ signatures: 'strict' })
  for (const url of [server.apiUrl, server.sandboxUrl, server.scenarioUrl('all-approve')]) {
    const [session] = await readWithSdk(url, ['all-approve'])
    expect(session?.error).toBeUndefined()
    expect(session?.state).toBe('COMPLETED')
  }
})

test('the yoti package with a wrong key is refused, and the log says that the key is wrong', async () => {
  const lines: string[] = []
  await using server = await startServer({ log: 'text', write: (line) => lines.push(line) })
  const wrongKey = fileURLToPath(new URL('../support/tls/key.pem', import.meta.url))
  const [session] = await readWithSdk(server.apiUrl, ['all-approve'], { PRIVATE_KEY_FILE: wrongKey })
  expect(session?.error).toBe('MESSAGE_SIGNING - The message was not signed correctly')
  expect(lines.join()).toContain('no registered key made the digest')
})

test('the yoti package with an sdkId whose key is registered by file passes a strict server', async () => {
  const file = fileURLToPath(new URL('../support/tls/key.pem', import.meta.url))
  const sdkId = '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684'
  await using server = await startServer({ signatures: 'strict', keys: [{ sdkId, file }] })
  const [session] = await readWithSdk(server.apiUrl, ['all-approve'], { PRIVATE_KEY_FILE: file })
  expect(session?.state).toBe('COMPLETED')
  const [demo] = await readWithSdk(server.apiUrl, ['all-approve'])
  expect(demo?.error).toContain('MESSAGE_SIGNING')
})

test('the yoti package reads over https', async () => {
  const file = (name: string) => fileURLToPath(new URL(`../support/tls/${name}`, import.meta.url))
  await using server = await startServer({ signatures: 'strict', tlsCert: file('cert.pem'), tlsKey: file('key.pem') })
  expect(server.apiUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/idverify\/v1$/)
  const [session] = await readWithSdk(server.apiUrl, ['all-approve'], { NODE_EXTRA_CA_CERTS: file('cert.pem') })
  expect(session?.error).toBeUndefined()
  expect(session?.state).toBe('COMPLETED')
})
