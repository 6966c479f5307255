import { readFile } from 'node:fs/promises'
import { type Options, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import { readJson } from '../server/base/read-json.js'
import { withoutSlashes } from '../server/base/without-slashes.js'
import { writePrivateFile } from '../server/base/write-file.js'
import { ControlError } from '../server/client/control-error.js'
import { createControlClient } from '../server/client/create-control-client.js'
import type { ControlSchema } from '../server/openapi/schema.js'
import type { CommandResult } from './command.js'
import type { Terminal } from './terminal.js'

export type StateVerb = 'export' | 'import'

type Settings = {
  readonly url?: string
  readonly token?: string
  readonly sdkId?: string
  readonly time?: 'taken' | 'passed'
}

const shared: Options<Settings> = {
  url: {
    value: 'URL',
    help: 'the server',
    default: 'http://127.0.0.1:9684',
    environment: 'MOCK_YOTI_URL',
    parse: (url) => ({ url }),
  },
  'control-token': {
    value: 'TOKEN',
    help: 'its --control-token',
    default: 'none',
    environment: 'MOCK_YOTI_CONTROL_TOKEN',
    parse: (token) => ({ token }),
  },
}

export const stateOptions: Readonly<Record<StateVerb, Options<Settings>>> = {
  export: {
    ...shared,
    'sdk-id': {
      value: 'SDKID',
      help: 'what belongs to this application only',
      default: 'everything',
      parse: (sdkId) => ({ sdkId }),
    },
  },
  import: {
    ...shared,
    'time-passed': {
      help: 'let the time since the export have passed; otherwise clocks go on from the instant of the export',
      default: 'false',
      parse: () => ({ time: 'passed' }),
    },
  },
}

const reasonOf = (error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}

const countOf = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

const exportState = async (file: string, client: ReturnType<typeof createControlClient>, sdkId?: string) => {
  const state = await client.state.get(sdkId === undefined ? {} : { sdkId })
  const text = JSON.stringify(state, undefined, 1)
  if (file === '-') return text
  await writePrivateFile(file, `${text}\n`).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be written (${reasonOf(error)})`)
  })
  const { sessions, deliveries } = state
  return `Wrote ${file}: ${countOf(sessions.length, 'session')}, ${countOf(deliveries.length, 'notification')}. It has tokens in it: only you can read it.`
}

const importState = async (file: string, client: ReturnType<typeof createControlClient>, time?: 'taken' | 'passed') => {
  const bytes = await readFile(file === '-' ? '/dev/stdin' : file).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read (${reasonOf(error)})`)
  })
  let state: unknown
  try {
    state = readJson(bytes)
  } catch (error) {
    throw new UsageError(`${file} ${(error as SyntaxError).message}`)
  }
  if (typeof state !== 'object' || state === null || !('format' in state))
    throw new UsageError(`${file} is no state of mock-yoti. 'mock-yoti state export' writes one`)
  // The server checks the rest.
  await client.state.put(state as ControlSchema<'State'>, time === undefined ? {} : { time })
  return `The server goes on from ${file}`
}

/** `mock-yoti state export FILE` and `mock-yoti state import FILE`. @throws UsageError for what cannot be read or written */
export const stateCommand = async (
  verb: StateVerb,
  argv: readonly string[],
  { env }: Terminal,
): Promise<CommandResult> => {
  const { words, given } = readCommand(stateOptions[verb], argv)
  const [file, ...more] = words
  if (file === undefined || more.length > 0)
    throw new UsageError(
      `mock-yoti state ${verb} takes one file, or - for standard ${verb === 'export' ? 'output' : 'input'}`,
    )
  const {
    url = env['MOCK_YOTI_URL'] ?? 'http://127.0.0.1:9684',
    sdkId,
    time,
    ...options
  } = Object.assign({}, ...given) as Settings
  if (!URL.canParse(url)) throw new UsageError(`--url takes an address such as http://127.0.0.1:9684; got '${url}'`)
  const token = options.token ?? env['MOCK_YOTI_CONTROL_TOKEN']
  const client = createControlClient(withoutSlashes(url), token === undefined ? {} : { token })
  try {
    const text = await (verb === 'export' ? exportState(file, client, sdkId) : importState(file, client, time))
    return { text, exitCode: 0 }
  } catch (error) {
    if (error instanceof ControlError) throw new UsageError(error.message)
    throw error
  }
}
