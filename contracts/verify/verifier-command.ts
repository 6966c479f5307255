import { dirname } from 'node:path'
import { UsageError } from '../../server/base/errors.js'
import type { Build } from './build.js'
import type { Environment, Settings } from './settings.js'
import type { Source } from './source.js'

/** Everything that a run of the verifier needs to know. */
export type Run = {
  readonly settings: Settings
  readonly source: Source
  readonly build: Build
  /** Where the provider listens, without a path. */
  readonly providerUrl: string
  readonly stateUrl: string
  readonly publish: boolean
  readonly report: string
  /** A list of certificates that has none. */
  readonly noCertificates: string
}

const publishing = ({ publish, build: { version, url } }: Run): string[] => {
  if (!publish) return []
  if (version === undefined)
    throw new UsageError('Results are published for a version: --provider-version ID, or GIT_COMMIT, or run in git')
  return ['--publish', '--provider-version', version, ...(url === undefined ? [] : ['--build-url', url])]
}

/** Pending is a word about a branch: a pact is pending until a version of that branch has verified it. */
const pending = ({ settings, build: { branch } }: Run): string[] => {
  if (settings.pending === true && branch === undefined)
    throw new UsageError('--pending true needs to know the branch: --provider-branch NAME')
  const isOn = settings.pending !== false && branch !== undefined
  if (settings.wipSince !== undefined && !isOn)
    throw new UsageError('--wip-since needs pending pacts, and those a branch: --provider-branch NAME')
  if (!isOn) return []
  return [
    '--enable-pending',
    ...(settings.wipSince === undefined ? [] : ['--include-wip-pacts-since', settings.wipSince]),
  ]
}

const pacts = (run: Run): string[] => {
  const { source } = run
  switch (source.kind) {
    case 'files':
      return [...source.files.flatMap((file) => ['--file', file]), ...source.dirs.flatMap((dir) => ['--dir', dir])]
    case 'webhook':
      return ['--broker-url', source.broker, '--webhook-callback-url', source.pactUrl]
    case 'broker':
      return [
        ...['--broker-url', source.broker],
        ...source.selectors.flatMap((selector) => ['--consumer-version-selectors', JSON.stringify(selector)]),
        ...pending(run),
      ]
  }
}

const provider = ({ settings, providerUrl, stateUrl }: Run): string[] => {
  const { hostname, port, protocol, pathname } = new URL(providerUrl)
  const base = pathname.replace(/\/$/, '')
  return [
    ...['--provider-name', settings.provider],
    ...['--hostname', hostname, '--transport', protocol.slice(0, -1)],
    ...['--port', port || (protocol === 'https:' ? '443' : '80')],
    ...(base === '' ? [] : ['--base-path', base]),
    ...['--state-change-url', stateUrl, '--state-change-teardown'],
  ]
}

/**
 * The arguments of `pact`. Credentials are not among them: everybody on a machine can read the arguments of a program.
 * @throws UsageError when settings contradict each other
 */
export const verifierArguments = (run: Run): string[] => [
  'verifier',
  ...provider(run),
  ...pacts(run),
  ...publishing(run),
  ...(run.source.kind === 'files' || run.build.branch === undefined ? [] : ['--provider-branch', run.build.branch]),
  ...(run.settings.description === undefined ? [] : ['--filter-description', run.settings.description]),
  ...(run.settings.allowNone ? ['--ignore-no-pacts-error'] : []),
  ...['--json', run.report, '--loglevel', 'error', '--no-colour'],
  ...(run.settings.junit === undefined ? [] : ['--junit', run.settings.junit]),
]

const usesTls = ({ source, providerUrl }: Run) =>
  providerUrl.startsWith('https:') || (source.kind !== 'files' && source.broker.startsWith('https:'))

/**
 * The verifier reads the certificates of the system again for each of its requests, three for an interaction. That is
 * two thirds of its time; where nothing is asked over TLS it is given none to read.
 */
const withoutCertificates = (run: Run): Environment =>
  usesTls(run) ? {} : { SSL_CERT_FILE: run.noCertificates, SSL_CERT_DIR: dirname(run.noCertificates) }

/**
 * The environment of `pact`: nothing of Pact's own, which would add pacts of a broker or leave interactions out, but what
 * is set here; no telemetry; and a proxy never stands between the verifier and the provider.
 */
export const verifierEnvironment = (run: Run, env: Environment): Environment => {
  const { settings, providerUrl } = run
  const isTrap = (name: string) => /^(?:PACT_|OTEL_|LOG_LEVEL$|NO_PROXY$)/i.test(name)
  const kept = Object.entries(env).filter(([name]) => !isTrap(name))
  const direct = [env['NO_PROXY'] ?? env['no_proxy'], new URL(providerUrl).hostname].filter(Boolean).join(',')
  return {
    ...Object.fromEntries(kept),
    PACT_DO_NOT_TRACK: 'true',
    // Pact's own default, 8, keeps a pipeline waiting for two minutes.
    PACT_BROKER_HTTP_RETRIES: env['PACT_BROKER_HTTP_RETRIES'] ?? '2',
    ...withoutCertificates(run),
    NO_PROXY: direct,
    no_proxy: direct,
    ...(settings.token !== undefined && { PACT_BROKER_TOKEN: settings.token }),
    ...(settings.token === undefined && settings.username !== undefined && { PACT_BROKER_USERNAME: settings.username }),
    ...(settings.token === undefined && settings.password !== undefined && { PACT_BROKER_PASSWORD: settings.password }),
  }
}
