import { setTimeout as sleep } from 'node:timers/promises'
import { URL } from 'node:url'
import { startStopwatch } from '../../base/clock.js'
import { UsageError } from '../../base/errors.js'
import { createStoreClient, describeStore, patience, reasonOf } from './client.js'

/** How often a store that is not there yet is looked for, in milliseconds. */
const interval = 250
const oldest = [6, 2] as const

/** Refusals that waiting does not change: what the store or TLS says, and what it means. */
const refusals: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/^WRONGPASS/, 'the user or the password is wrong'],
  [/^NOAUTH/, 'it asks for a password: redis://:password@host, or redis://user:password@host'],
  [/^ERR AUTH .*without any password/, 'it has no password, and the address has one'],
  [/^ERR (?:invalid DB|DB index)/i, 'it has no database of this number'],
  [
    /^ERR SELECT is not allowed in cluster/i,
    'it is a node of a cluster; one primary is expected, without cluster mode',
  ],
  [/^NOPERM/, 'the user may not do what the server needs (docs/replicas.md has the list)'],
  [/^DENIED/, 'it takes connections of its own machine only (protected mode)'],
  [
    /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_|ALTNAME/,
    'its certificate is not trusted: NODE_EXTRA_CA_CERTS names a file with the authority that signed it',
  ],
  [/^Unknown RESP type/, 'it does not speak the protocol of Redis'],
]

/** @returns why a store refuses for good; nothing for what may pass */
export const refusalOf = (reason: string): string | undefined => {
  const found = refusals.find(([pattern]) => pattern.test(reason))
  return found && `${found[1]} (${reason})`
}

/** Thrown for what may be otherwise a little later. */
class NotYet extends Error {}

/** @throws UsageError for what cannot be used, as the store describes itself; NotYet while it starts */
const assertSuited = (info: string, shown: string): void => {
  const find = (name: string) => new RegExp(`^(?:${name}):(.*?)\\r?$`, 'm').exec(info)?.[1]
  const refuse = (reason: string): never => {
    throw new UsageError(`--store ${shown}: ${reason}`)
  }
  const mode = find('redis_mode|server_mode')
  if (mode === 'sentinel') refuse('it is a Sentinel, which keeps nothing; give the address of the primary')
  if (mode === 'cluster') refuse('it is a node of a cluster; one primary is expected, without cluster mode')
  const version = find('valkey_version') ?? find('redis_version') ?? '0'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    refuse(`it is Redis ${version}; Redis 6.2 or newer, or Valkey, is expected`)
  if (find('role') === 'slave') refuse('it is a replica that can only be read; give the address of the primary')
  if (find('loading') === '1') throw new NotYet('it is still reading its data')
}

const inTime = <Value>(promise: Promise<Value>): Promise<Value> => {
  // Nobody waits for it after the time is over.
  promise.catch(() => undefined)
  return Promise.race([
    promise,
    sleep(patience, undefined, { ref: false }).then(() => {
      throw new NotYet('no answer')
    }),
  ])
}

const look = async (url: string): Promise<string> => {
  const client = createStoreClient(url, false).on('error', () => undefined)
  try {
    await inTime(client.connect())
    return String(await inTime(client.sendCommand(['INFO'])))
  } finally {
    client.destroy()
  }
}

/** A store of the other kind does not answer what it does not understand. */
const hintOfScheme = (url: string, reason: string): string => {
  if (!/no answer|closed|EPROTO|SSL|ECONNRESET/i.test(reason)) return ''
  return new URL(url).protocol === 'rediss:' ? '; redis:// is for one without TLS' : '; rediss:// is for one with TLS'
}

/**
 * Waits for a store that can be used.
 * @returns what it says about itself
 * @throws UsageError when it cannot be reached within `waitSeconds`, or is not one that can be used
 */
export const reachStore = async (url: string, waitSeconds: number): Promise<string> => {
  const waited = startStopwatch()
  const shown = describeStore(url)
  for (;;) {
    try {
      const info = await look(url)
      assertSuited(info, shown)
      return info
    } catch (error) {
      if (error instanceof UsageError) throw error
      const reason = reasonOf(error)
      const refusal = refusalOf(reason)
      if (refusal !== undefined) throw new UsageError(`--store ${shown}: ${refusal}`)
      if (waited() >= waitSeconds * 1000)
        throw new UsageError(
          `--store ${shown} cannot be reached (${reason}${hintOfScheme(url, reason)}); --store-wait SECONDS waits for it`,
        )
      await sleep(interval)
    }
  }
}
