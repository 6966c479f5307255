import { setTimeout as sleep } from 'node:timers/promises'
import { type Options, readArguments } from '../server/base/arguments.js'
import { startStopwatch } from '../server/base/clock.js'
import { UsageError } from '../server/base/errors.js'
import { callHttp } from '../server/base/http-client.js'
import { parseConfig } from '../server/config/parse-config.js'
import type { ControlSchema } from '../server/openapi/schema.js'
import type { CommandResult } from './command.js'
import type { Terminal } from './terminal.js'

type Settings = { readonly url?: string; readonly waitMs?: number; readonly json?: boolean }

const parseUrl = (text: string): Settings => {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return { url: new URL(text).origin }
  throw new UsageError(`--url takes an address, such as http://127.0.0.1:9684; got '${text}'`)
}

const parseWait = (text: string): Settings => {
  if (/^\d{1,4}(?:\.\d{1,3})?$/.test(text)) return { waitMs: Number(text) * 1000 }
  throw new UsageError(`--wait takes a number of seconds; got '${text}'`)
}

export const healthOptions: Options<Settings> = {
  url: {
    value: 'URL',
    help: 'the address of the server',
    default: 'this machine, at MOCK_YOTI_PORT; https when MOCK_YOTI_TLS_CERT is set',
    parse: parseUrl,
  },
  wait: { value: 'SECONDS', help: 'ask again until it answers, for so long', default: '0', parse: parseWait },
  json: { help: 'print JSON', default: 'false', parse: () => ({ json: true }) },
}

/** Where a server with the settings of this environment listens. */
const addressHere = (env: Terminal['env']): string => {
  const { host, port, tlsCert } = parseConfig([], env)
  const near = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  return `${tlsCert === undefined ? 'http' : 'https'}://${near.includes(':') ? `[${near}]` : near}:${port}`
}

type Health = Partial<ControlSchema<'Health'>> & { readonly url: string; readonly error?: string }

const answerTimeoutMs = 2000
const pauseMs = 100

const askOnce = async (url: string): Promise<Health> => {
  try {
    // Its certificate is its own affair: nothing secret is sent.
    const call = { method: 'GET', headers: {}, timeoutMs: answerTimeoutMs, anyCertificate: true }
    const { status, text } = await callHttp(`${url}/__mock/health`, call)
    return status === 200 ? { url, ...JSON.parse(text) } : { url, error: `it answered ${status}` }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { url, error: error instanceof SyntaxError ? 'what answers is no mock-yoti' : (code ?? message) }
  }
}

const ask = async (url: string, waitMs: number): Promise<Health> => {
  const elapsed = startStopwatch()
  for (;;) {
    const health = await askOnce(url)
    if (health.error === undefined || elapsed() >= waitMs) return health
    await sleep(pauseMs)
  }
}

const describe = ({ url, status, problems = [], error }: Health): string =>
  error === undefined
    ? [`${status}: ${url}`, ...problems.map((problem) => `  ${problem}`)].join('\n')
    : `no answer: ${url} (${error})`

/** `mock-yoti health`: for health checks of containers, and to wait for a server in CI. @throws UsageError */
export const healthCommand = async (argv: readonly string[], env: Terminal['env']): Promise<CommandResult> => {
  const {
    url = addressHere(env),
    waitMs = 0,
    json,
  }: Settings = Object.assign({}, ...readArguments(healthOptions, argv))
  const health = await ask(url, waitMs)
  const text = json ? JSON.stringify({ status: 'down', ...health }, null, 2) : describe(health)
  return { text, exitCode: health.status === 'ok' ? 0 : 1 }
}
