import { once } from 'node:events'
import process from 'node:process'
import { type Options, readArguments } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import { defaults } from '../server/config/config.js'
import { parseConfig } from '../server/config/parse-config.js'
import { connectMockYoti, type MockYoti } from '../server/index.js'
import { start } from '../server/start.js'
import type { Terminal } from './terminal.js'

type Settings = { readonly serve?: boolean; readonly url?: string; readonly token?: string }

const usualUrl = `http://${defaults.host}:${defaults.port}`

export const mcpOptions: Options<Settings> = {
  serve: {
    help: 'start a server of its own on a free port; the MOCK_YOTI_… variables set it up',
    default: 'false',
    parse: () => ({ serve: true }),
  },
  url: {
    value: 'URL',
    help: 'drive the mock-yoti that runs there',
    default: usualUrl,
    environment: 'MOCK_YOTI_URL',
    parse: (url) => ({ url }),
  },
  token: {
    value: 'TOKEN',
    help: 'the --control-token of that server',
    environment: 'MOCK_YOTI_CONTROL_TOKEN',
    parse: (token) => ({ token }),
  },
}

const configuration = `mock-yoti mcp speaks the Model Context Protocol on standard input and output: a coding agent starts it.
Give this to your client, for example as .mcp.json (docs/agents.md has others):

${JSON.stringify({ mcpServers: { 'mock-yoti': { command: 'npx', args: ['mock-yoti', 'mcp', '--serve'] } } }, null, 2)}
`

type Driven = { readonly driven: MockYoti; readonly close: () => Promise<void> }

const serveOwn = async ({ env, stderr }: Terminal): Promise<Driven> => {
  const config = { ...parseConfig([], env), ...(env['MOCK_YOTI_PORT'] === undefined && { port: 0 }) }
  // Standard output is the protocol's.
  const running = await start(config, { write: (line) => stderr.write(`${line}\n`) })
  const { controlToken: token } = config
  stderr.write(`mock-yoti listens on ${running.url}\n`)
  return { driven: connectMockYoti(running.url, token === undefined ? {} : { token }), close: running.close }
}

/** `mock-yoti mcp`: ends when its client closes standard input. */
export const mcp = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const { serve, url, token }: Settings = Object.assign({}, ...readArguments(mcpOptions, argv))
  if (serve === true && (url ?? token) !== undefined)
    throw new UsageError('--serve starts a server of its own; leave out --url and --token')
  if (process.stdin.isTTY) {
    terminal.stdout.write(configuration)
    return 0
  }
  const { env } = terminal
  const known = token ?? env['MOCK_YOTI_CONTROL_TOKEN']
  const address = url ?? env['MOCK_YOTI_URL'] ?? usualUrl
  const { driven, close }: Driven =
    serve === true
      ? await serveOwn(terminal)
      : { driven: connectMockYoti(address, known === undefined ? {} : { token: known }), close: async () => undefined }
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio')
  const { createMcpServer } = await import('./mcp/mcp-server.js')
  const ended = once(process.stdin, 'end')
  const handle = serveStdio(() => createMcpServer(driven), {
    onerror: (error) => terminal.stderr.write(`mock-yoti mcp: ${error.message}\n`),
  })
  await Promise.race([ended, once(process, 'SIGTERM'), once(process, 'SIGINT')])
  await handle.close()
  await close()
  return 0
}
