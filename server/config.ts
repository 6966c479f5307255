import { type SignaturePolicy, signaturePolicies } from './auth/application.js'
import type { KeyFile } from './auth/key-files.js'
import { type Option, oneOf, readArguments } from './base/arguments.js'
import { UsageError } from './base/errors.js'
import { type LogFormat, logFormats } from './base/log.js'
import { didYouMean } from './base/nearest.js'

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
  /** What drivers must send as a bearer token; the control API is open without one. */
  readonly controlToken: string | undefined
  /** Checks every answer against its OpenAPI document; one that does not fit becomes a 500. */
  readonly checkAnswers: boolean
  /** What is done about signatures, for applications without a policy of their own. */
  readonly signatures: SignaturePolicy
  /** Public keys of applications. */
  readonly keys: readonly KeyFile[]
  /** The PEM files of a certificate and its key; https when both are given. */
  readonly tlsCert: string | undefined
  readonly tlsKey: string | undefined
  /** Whether visits of created sessions happen by themselves. */
  readonly visits: 'auto' | 'manual'
  /** Seconds from what makes a visit possible to the visit. */
  readonly visitDelay: number
  /** How many created sessions are kept. */
  readonly maxSessions: number
  /** The only hosts that notifications are sent to; any when empty. */
  readonly notifyAllow: readonly string[]
  /** Whether a receiver's certificate may be anybody's. */
  readonly notifyInsecure: boolean
  /** Seconds that a receiver has to answer. */
  readonly notifyTimeout: number
  /** How often a notification is tried again after a failure that may pass. */
  readonly notifyRetries: number
  /** How many requests the journal keeps. */
  readonly journalSize: number
  /** What the people and documents of sessions are generated from, beside the session's id. */
  readonly seed: string
}

/** Whether an address to listen on is reached from this machine only. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

export const defaults: Config = {
  host: '127.0.0.1',
  port: 9684,
  scenario: 'all-approve',
  scenarios: undefined,
  log: 'text',
  controlToken: undefined,
  checkAnswers: false,
  signatures: 'lenient',
  keys: [],
  tlsCert: undefined,
  tlsKey: undefined,
  visits: 'auto',
  visitDelay: 3,
  maxSessions: 10_000,
  notifyAllow: [],
  notifyInsecure: false,
  notifyTimeout: 10,
  notifyRetries: 6,
  journalSize: 1000,
  seed: 'mock-yoti',
}

const parsePort = (text: string) => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`--port takes a number from 0 to 65535; got '${text}'`)
}

const parseNumber = (name: string, text: string) => {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  throw new UsageError(`${name} takes a number; got '${text}'`)
}

const parseCount = (name: string, text: string) => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new UsageError(`${name} takes a whole number from 0 to 999999; got '${text}'`)
}

const parseKeyFiles = (text: string): KeyFile[] =>
  text.split(',').map((entry) => {
    const [sdkId = '', ...file] = entry.split('=')
    if (sdkId.trim() !== '' && file.join('=') !== '') return { sdkId: sdkId.trim(), file: file.join('=') }
    throw new UsageError(`--key takes an sdkId and the file of its public key, SDKID=FILE; got '${entry}'`)
  })

type OptionName =
  | 'port'
  | 'host'
  | 'scenario'
  | 'scenarios'
  | 'log'
  | 'control-token'
  | 'check-answers'
  | 'signatures'
  | 'key'
  | 'tls-cert'
  | 'tls-key'
  | 'visits'
  | 'visit-delay'
  | 'max-sessions'
  | 'notify-allow'
  | 'notify-insecure'
  | 'notify-timeout'
  | 'notify-retries'
  | 'journal-size'
  | 'seed'

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
  'control-token': {
    value: 'TOKEN',
    help: 'what callers of /__mock must send as a bearer token',
    parse: (controlToken) => ({ controlToken }),
  },
  'check-answers': {
    help: 'check every answer against its OpenAPI document',
    parse: (text) => ({ checkAnswers: oneOf('--check-answers', text, ['true', 'false']) === 'true' }),
  },
  signatures: {
    value: 'POLICY',
    help: signaturePolicies.join(', '),
    parse: (text) => ({ signatures: oneOf('--signatures', text, signaturePolicies) }),
  },
  key: {
    value: 'SDKID=FILE',
    help: 'the public key of an application; repeatable',
    parse: (text) => ({ keys: parseKeyFiles(text) }),
  },
  'tls-cert': { value: 'FILE', help: 'serve https with this certificate', parse: (tlsCert) => ({ tlsCert }) },
  'tls-key': { value: 'FILE', help: 'and this key', parse: (tlsKey) => ({ tlsKey }) },
  visits: {
    value: 'WHEN',
    help: 'auto: created sessions are visited by themselves; manual: when the control API says so',
    parse: (text) => ({ visits: oneOf('--visits', text, ['auto', 'manual']) }),
  },
  'visit-delay': {
    value: 'SECONDS',
    help: 'from the instructions, or at home the creation, to the visit',
    parse: (text) => ({ visitDelay: parseNumber('--visit-delay', text) }),
  },
  'max-sessions': {
    value: 'COUNT',
    help: 'created sessions that are kept; the oldest go first',
    parse: (text) => ({ maxSessions: parseNumber('--max-sessions', text) }),
  },
  'notify-allow': {
    value: 'HOST',
    help: 'send notifications to this host only; repeatable',
    parse: (text) => ({ notifyAllow: text.split(',').map((host) => host.trim()) }),
  },
  'notify-insecure': {
    help: 'take any certificate of a receiver of notifications',
    parse: (text) => ({ notifyInsecure: oneOf('--notify-insecure', text, ['true', 'false']) === 'true' }),
  },
  'notify-timeout': {
    value: 'SECONDS',
    help: 'that a receiver of notifications has to answer',
    parse: (text) => ({ notifyTimeout: parseNumber('--notify-timeout', text) }),
  },
  'notify-retries': {
    value: 'COUNT',
    help: 'attempts after the first, where one failed that may go better',
    parse: (text) => ({ notifyRetries: parseCount('--notify-retries', text) }),
  },
  'journal-size': {
    value: 'COUNT',
    help: 'requests that the journal keeps; 0 keeps none',
    parse: (text) => ({ journalSize: parseCount('--journal-size', text) }),
  },
  seed: { value: 'TEXT', help: 'what people and documents are generated from', parse: (seed) => ({ seed }) },
}

const optionNames = Object.keys(options) as OptionName[]

/** The environment variable that sets an option. */
export const environmentName = (option: string): string => `MOCK_YOTI_${option.toUpperCase().replaceAll('-', '_')}`

const fromEnvironment = (env: Readonly<Record<string, string | undefined>>): Partial<Config>[] => {
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

/** `--key` and `--notify-allow` may be given again and again. */
const withAll = (given: readonly Partial<Config>[]): Partial<Config> => {
  const keys = given.flatMap((part) => part.keys ?? [])
  const notifyAllow = given.flatMap((part) => part.notifyAllow ?? [])
  return Object.assign({}, ...given, keys.length > 0 && { keys }, notifyAllow.length > 0 && { notifyAllow })
}

/**
 * The settings of a server, from the command line, then the environment, then the defaults.
 * @param argv the arguments after the command's name
 * @throws UsageError for an option or a variable that does not exist, or a value that it does not take
 */
export const parseConfig = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config =>
  Object.assign({}, defaults, ...fromEnvironment(env), withAll(readArguments(options, argv)))
