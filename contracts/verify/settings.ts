import { type Options, oneOf, readArguments } from '../../server/base/arguments.js'
import { UsageError } from '../../server/base/errors.js'
import { withoutSlashes } from '../../server/base/without-slashes.js'
import { splitLogin, withoutLogin } from './hide-login.js'

export type Environment = Readonly<Record<string, string | undefined>>

export type Selector = Readonly<Record<string, string | boolean>>

/** What `mock-yoti verify` and `mock-yoti states` read from the command line. */
export type Settings = {
  readonly pactFiles: readonly string[]
  readonly pactDirs: readonly string[]
  readonly pactUrl?: string
  readonly broker?: string
  readonly username?: string
  readonly password?: string
  readonly token?: string
  readonly selectors: readonly Selector[]
  readonly pending?: boolean
  readonly wipSince?: string
  readonly provider: string
  readonly providerUrl?: string
  readonly scenarios?: string
  /** Of the server at `providerUrl`. */
  readonly controlToken?: string
  readonly publish?: boolean
  readonly providerVersion?: string
  readonly providerBranch?: string
  readonly buildUrl?: string
  readonly description?: string
  /** Verify with the answers of tomorrow too. */
  readonly future?: boolean
  /** Chooses the words of tomorrow. */
  readonly seed?: string
  /** A directory of own recordings, which raise grades of evidence. */
  readonly evidence?: string
  readonly junit?: string
  readonly json?: string
  readonly html?: string
  /** Whether the answer is printed as JSON. */
  readonly printsJson?: boolean
  /** The group that must be covered. */
  readonly requires?: string
  readonly allowNone: boolean
}

const defaults: Settings = {
  pactFiles: [],
  pactDirs: [],
  selectors: [],
  provider: 'yoti-idv-mock',
  allowNone: false,
}

const isTrue = (name: string, text: string) => oneOf(name, text, ['true', 'false']) === 'true'

const parseUrl = (name: string, text: string) => {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return withoutSlashes(text)
  throw new UsageError(`${name} takes an address that begins with http:// or https://; got '${withoutLogin(text)}'`)
}

const parseDay = (text: string) => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new UsageError(`--wip-since takes a day such as 2026-01-31; got '${text}'`)
}

const parseSelectors = (text: string): Selector[] => {
  try {
    const parsed: unknown = JSON.parse(text)
    const list: unknown[] = Array.isArray(parsed) ? parsed : [parsed]
    // Objects; what they may say is the broker's business, and it refuses what it does not know.
    if (list.length > 0 && list.every((item) => typeof item === 'object' && item !== null)) return list as Selector[]
  } catch {
    // Told below.
  }
  throw new UsageError(`--selector takes JSON such as {"branch":"main"}, or a list of such; got '${text}'`)
}

const pactOptions: Options<Settings> = {
  'pact-file': { value: 'FILE', help: 'a pact; can be repeated', parse: (file) => ({ pactFiles: [file] }) },
  'pact-dir': { value: 'DIR', help: 'a folder of pacts; can be repeated', parse: (dir) => ({ pactDirs: [dir] }) },
  'pact-url': {
    value: 'URL',
    help: 'one pact of a broker, from its webhook',
    environment: 'PACT_URL',
    parse: (text) => {
      const { url, ...login } = splitLogin(parseUrl('--pact-url', text))
      return { pactUrl: url, ...login }
    },
  },
  broker: {
    value: 'URL',
    help: 'a Pact Broker',
    environment: 'PACT_BROKER_BASE_URL',
    parse: (text) => {
      const { url, ...login } = splitLogin(parseUrl('--broker', text))
      return { broker: url, ...login }
    },
  },
  'broker-username': {
    value: 'NAME',
    help: 'basic auth',
    environment: 'PACT_BROKER_USERNAME',
    parse: (username) => ({ username }),
  },
  'broker-password': {
    value: 'WORD',
    help: 'basic auth',
    environment: 'PACT_BROKER_PASSWORD',
    parse: (password) => ({ password }),
  },
  'broker-token': {
    value: 'TOKEN',
    help: 'a bearer token',
    environment: 'PACT_BROKER_TOKEN',
    parse: (token) => ({ token }),
  },
  selector: {
    value: 'JSON',
    help: 'which pacts of the broker',
    default: 'main branch, matching branch, deployed or released',
    parse: (text) => ({ selectors: parseSelectors(text) }),
  },
  provider: {
    value: 'NAME',
    help: 'its name in the pacts',
    default: 'yoti-idv-mock',
    parse: (provider) => ({ provider }),
  },
  'provider-branch': {
    value: 'NAME',
    help: 'the branch',
    default: 'that of CI or git',
    parse: (name) => ({ providerBranch: name }),
  },
  'provider-url': {
    value: 'URL',
    help: 'a mock-yoti that runs',
    default: 'one is started',
    parse: (url) => ({ providerUrl: parseUrl('--provider-url', url) }),
  },
  'control-token': {
    value: 'TOKEN',
    help: 'the --control-token of the server at --provider-url',
    environment: 'MOCK_YOTI_CONTROL_TOKEN',
    parse: (controlToken) => ({ controlToken }),
  },
  scenarios: {
    value: 'DIR',
    help: 'scenario files that add to the built-in ones',
    default: 'the built-in ones only',
    parse: (dir) => ({ scenarios: dir }),
  },
}

/** The options of `mock-yoti verify`. */
export const verifyOptions: Options<Settings> = {
  ...pactOptions,
  webhooks: {
    help: 'pacts with yoti-idv-mock-webhooks, the provider of notifications, unless --provider follows',
    parse: (text) => (text === 'true' ? { provider: 'yoti-idv-mock-webhooks' } : {}),
  },
  pending: {
    value: 'BOOL',
    help: 'a pact never verified before cannot fail',
    default: 'true',
    parse: (text) => ({ pending: isTrue('--pending', text) }),
  },
  'wip-since': {
    value: 'DAY',
    help: 'other new pacts too, without failing',
    parse: (text) => ({ wipSince: parseDay(text) }),
  },
  publish: {
    value: 'BOOL',
    help: 'publish the results to the broker',
    default: 'true when CI is set',
    parse: (text) => ({ publish: isTrue('--publish', text) }),
  },
  'provider-version': {
    value: 'ID',
    help: 'the commit',
    default: 'that of CI or git',
    parse: (id) => ({ providerVersion: id }),
  },
  'build-url': {
    value: 'URL',
    help: 'where the results come from',
    default: 'the job of CI',
    parse: (url) => ({ buildUrl: url }),
  },
  evidence: {
    value: 'DIR',
    help: "your own recordings of Yoti's answers: what they show is observed",
    parse: (evidence) => ({ evidence }),
  },
  future: {
    help: 'once more for each way in which Yoti may add to its answers; exit 1 when a pact would not bear it',
    parse: (text) => ({ future: text === 'true' }),
  },
  seed: {
    value: 'TEXT',
    help: 'chooses the words and values of --future',
    default: 'mock-yoti',
    parse: (seed) => ({ seed }),
  },
  description: {
    value: 'REGEX',
    help: 'only interactions called so',
    default: 'all',
    parse: (text) => ({ description: text }),
  },
  junit: { value: 'FILE', help: 'write a JUnit report', parse: (file) => ({ junit: file }) },
  html: { value: 'FILE', help: 'write a page that a person reads', parse: (file) => ({ html: file }) },
  json: { value: 'FILE', help: 'write a JSON report', parse: (file) => ({ json: file }) },
  'allow-no-pacts': { help: 'nothing to verify is no failure', parse: (text) => ({ allowNone: text === 'true' }) },
}

const { 'provider-url': _server, 'control-token': _token, scenarios: _files, ...sources } = pactOptions

/** The options of `mock-yoti coverage`. */
export const coverageOptions: Options<Settings> = {
  ...sources,
  require: {
    value: 'GROUP',
    help: 'exit 1 when no pact covers a shape of this group: decisions, core, …',
    parse: (requires) => ({ requires }),
  },
  json: { help: 'print JSON', parse: () => ({ printsJson: true }) },
  html: { value: 'FILE', help: 'write a page that a person reads', parse: (file) => ({ html: file }) },
}

/** The options of `mock-yoti shapes diff`. */
export const shapesDiffOptions: Options<Settings> = {
  'control-token': {
    value: 'TOKEN',
    help: 'the --control-token of the server that OLD names',
    environment: 'MOCK_YOTI_CONTROL_TOKEN',
    parse: (controlToken) => ({ controlToken }),
  },
  ...sources,
  json: { help: 'print JSON', parse: () => ({ printsJson: true }) },
}

/** The options of `mock-yoti states`. */
export const statesOptions: Options<Settings> = {
  ...pactOptions,
  json: { help: 'print JSON', default: 'false', parse: () => ({ printsJson: true }) },
}

const join = (all: Settings, next: Partial<Settings>): Settings => ({
  ...all,
  ...next,
  pactFiles: [...all.pactFiles, ...(next.pactFiles ?? [])],
  pactDirs: [...all.pactDirs, ...(next.pactDirs ?? [])],
  selectors: [...all.selectors, ...(next.selectors ?? [])],
})

/** The login in an address of the environment. */
const loginIn = (address = ''): Partial<Settings> => {
  const { username, password } = URL.canParse(address) ? splitLogin(address) : {}
  return { ...(username && { username }), ...(password && { password }) }
}

/** Credentials, which a pipeline hands over in the environment. */
const credentials = (env: Environment): Partial<Settings> => ({
  ...loginIn(env['PACT_URL']),
  ...loginIn(env['PACT_BROKER_BASE_URL']),
  ...(env['PACT_BROKER_USERNAME'] && { username: env['PACT_BROKER_USERNAME'] }),
  ...(env['PACT_BROKER_PASSWORD'] && { password: env['PACT_BROKER_PASSWORD'] }),
  ...(env['PACT_BROKER_TOKEN'] && { token: env['PACT_BROKER_TOKEN'] }),
  ...(env['MOCK_YOTI_SCENARIOS'] && { scenarios: env['MOCK_YOTI_SCENARIOS'] }),
})

/**
 * The settings of a command, from the command line, then the environment, then the defaults.
 * @throws UsageError for an option that does not exist, or a value that it does not take
 */
export const parseSettings = (options: Options<Settings>, argv: readonly string[], env: Environment): Settings => {
  const settings = readArguments(options, argv).reduce(join, { ...defaults, ...credentials(env) })
  const token = env['MOCK_YOTI_CONTROL_TOKEN']
  // Of a server that this command starts itself nobody needs a token.
  const needsToken = settings.providerUrl !== undefined && settings.controlToken === undefined && token
  return needsToken ? { ...settings, controlToken: token } : settings
}
