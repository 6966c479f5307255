import { type Option, oneOf, readArguments } from './arguments.js'
import { UsageError } from './errors.js'
import { type LogFormat, logFormats } from './log.js'
import { didYouMean } from './nearest.js'

/** Everything that can be set when a server is started. */
export type Config = {
  /** The address to listen on. */
  readonly host: string
  /** The port to listen on; 0 picks a free one. */
  readonly port: number
  /** The scenario of created sessions that name none. */
  readonly scenario: string
  /** A directory of scenario files that adds to the built-in ones or overrides them. */
  readonly scenarios: string | undefined
  readonly log: LogFormat
  /** Checks every answer against its OpenAPI document; one that does not fit becomes a 500. */
  readonly checkAnswers: boolean
}

export const defaults: Config = {
  host: '127.0.0.1',
  port: 9684,
  scenario: 'all-approve',
  scenarios: undefined,
  log: 'text',
  checkAnswers: false,
}

const parsePort = (text: string) => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`--port takes a number from 0 to 65535; got '${text}'`)
}

type OptionName = 'port' | 'host' | 'scenario' | 'scenarios' | 'log' | 'check-answers'

/** Every option of `mock-yoti serve`, by its name on the command line. */
export const options: Readonly<Record<OptionName, Option<Config>>> = {
  port: { value: 'PORT', help: '0 picks a free one', parse: (text) => ({ port: parsePort(text) }) },
  host: { value: 'HOST', help: 'the address to listen on', parse: (host) => ({ host }) },
  scenario: {
    value: 'ID',
    help: 'the scenario of created sessions that name none',
    parse: (scenario) => ({ scenario }),
  },
  scenarios: {
    value: 'DIR',
    help: 'scenario files that add to the built-in ones',
    parse: (scenarios) => ({ scenarios }),
  },
  log: { value: 'FORMAT', help: logFormats.join(', '), parse: (text) => ({ log: oneOf('--log', text, logFormats) }) },
  'check-answers': {
    help: 'check every answer against its OpenAPI document',
    parse: (text) => ({ checkAnswers: oneOf('--check-answers', text, ['true', 'false']) === 'true' }),
  },
}

const optionNames = Object.keys(options) as OptionName[]

/** The environment variable that sets an option. */
export const environmentName = (option: string): string => `MOCK_YOTI_${option.toUpperCase().replaceAll('-', '_')}`

const fromEnvironment = (env: Readonly<Record<string, string | undefined>>) => {
  const known = optionNames.map(environmentName)
  // MOCK_YOTI_URL is read by tests that run against a server elsewhere.
  for (const name of Object.keys(env))
    if (name.startsWith('MOCK_YOTI_') && name !== 'MOCK_YOTI_URL' && !known.includes(name))
      throw new UsageError(`Unknown environment variable ${name}.${didYouMean(name, known)}`)
  return optionNames.flatMap((name) => {
    const text = env[environmentName(name)]
    return text === undefined || text === '' ? [] : [options[name].parse(text)]
  })
}

/**
 * The settings of a server, from the command line, then the environment, then the defaults.
 * @param argv the arguments after the command's name
 * @throws UsageError for an option or a variable that does not exist, or a value that it does not take
 */
export const parseConfig = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config =>
  Object.assign({}, defaults, ...fromEnvironment(env), ...readArguments(options, argv))
