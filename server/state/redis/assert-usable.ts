import { UsageError } from '../../base/errors.js'
import type { Log } from '../../base/log.js'
import type { Store } from './store.js'

/** Grows when what is kept is kept in another way. */
const format = '1'

const oldest = [6, 2] as const

/** @throws UsageError for a store that is too old, cannot be written to, or holds what another version keeps */
export const assertUsable = async (store: Store, log: Log): Promise<void> => {
  const info = String(await store.connection.command('INFO'))
  const find = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1]
  const refuse = (reason: string): never => {
    throw new UsageError(`--store: ${reason}`)
  }
  const version = find('valkey_version') ?? find('redis_version') ?? '0'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    refuse(`it is Redis ${version}; Redis 6.2 or newer, or Valkey, is expected`)
  if (find('role') === 'slave') refuse('it is a replica that can only be read; give the address of the primary')
  const policy = find('maxmemory_policy') ?? 'noeviction'
  if (policy !== 'noeviction')
    log.warn(
      `the store may drop keys when its memory is full (maxmemory-policy ${policy}): sessions would be lost; noeviction keeps them`,
    )
  const [kept] = await store.read([['GET', store.key('format')]])
  if (kept === null) await store.apply([], [['SET', store.key('format'), format]])
  else if (kept !== format)
    refuse(
      `what is kept there under '${store.prefix}' has format ${kept}, and this version of mock-yoti reads ${format}; give another --store-prefix, or use the version that wrote it`,
    )
}
