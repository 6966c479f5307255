import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, test } from 'vitest'
import { runCommand } from '../support/command.js'
import { startServer } from '../support/server.js'

const program = fileURLToPath(new URL('../../bin/mock-yoti.js', import.meta.url))

const open = async (args: readonly string[], mode: 'legacy' | 'auto', env: Record<string, string> = {}) => {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp', ...args],
    env,
    stderr: 'ignore',
  })
  await client.connect(transport)
  return client
}

const status = async (client: Client) => {
  const { structuredContent } = await client.callTool({ name: 'get_status', arguments: {} })
  return structuredContent as { addresses: { api: string }; settings: { signatures: string } }
}

test.each(['legacy', 'auto'] as const)(
  'a client of the %s protocol starts a server of its own and drives it',
  async (mode) => {
    const client = await open(['--serve'], mode, { MOCK_YOTI_SIGNATURES: 'off' })
    const { addresses, settings } = await status(client)
    expect(settings.signatures).toBe('off')
    const answer = await fetch(`${addresses.api}/sessions/all-approve`)
    expect(((await answer.json()) as { state: string }).state).toBe('COMPLETED')
    await client.close()
    await expect(fetch(addresses.api)).rejects.toThrow()
  },
)

test('a server that runs already is driven by its address and its token', async () => {
  await using server = await startServer({ controlToken: 'secret' })
  const client = await open(['--url', server.url, '--token', 'secret'], 'auto')
  expect((await status(client)).addresses.api).toBe(server.apiUrl)
  await client.close()
  const byEnvironment = await open([], 'legacy', { MOCK_YOTI_URL: server.url, MOCK_YOTI_CONTROL_TOKEN: 'secret' })
  expect((await status(byEnvironment)).addresses.api).toBe(server.apiUrl)
  await byEnvironment.close()
})

test('standard output holds the protocol only, also while requests are logged', async () => {
  const child = spawn(process.execPath, [program, 'mcp', '--serve'], { env: { PATH: process.env['PATH'] ?? '' } })
  let out = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  const listening = new Promise<string>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
      const [, url] = /listens on (http:\S+)/.exec(said) ?? []
      if (url !== undefined) resolve(url)
    })
  })
  const url = await listening
  await fetch(`${url}/idverify/v1/sessions/all-approve`)
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`)
  while (!out.includes('\n')) await once(child.stdout, 'data')
  child.stdin.end()
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
  for (const line of out.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' })
  expect(said).toContain('GET /idverify/v1/sessions/all-approve 200')
})

test.each([
  [['--serve', '--url', 'http://127.0.0.1:1'], 'leave out --url and --token'],
  [['--srve'], "Unknown option --srve. Did you mean '--serve'?"],
])('mcp %j is refused in a line', async (args, told) => {
  const { code, stderr } = await runCommand(['mcp', ...args])
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1])
  expect(stderr).toContain(told)
})
