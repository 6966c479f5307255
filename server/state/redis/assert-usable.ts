import { UsageError, YotiError } from '../../base/errors.js'
import type { Log } from '../../base/log.js'
import { describeStore, reasonOf } from './client.js'
import { refusalOf } from './reach-store.js'
import type { Store } from './store.js'

/** Grows when what is kept is kept in another way. */
const format = '2'

/** @throws UsageError for a store that holds what another version keeps */
export const assertUsable = async (store: Store, log: Log): Promise<void> => {
  const policy = /^maxmemory_policy:(.*?)\r?$/m.exec(store.connection.info)?.[1] ?? 'noeviction'
  if (policy !== 'noeviction')
    log.warn(
      `the store may drop keys when its memory is full (maxmemory-policy ${policy}): sessions would be lost; noeviction keeps them`,
    )
  const [kept] = await store.read([['GET', store.key('format')]])
  if (kept === null) await store.apply([], [['SET', store.key('format'), format]])
  else if (kept !== format)
    throw new UsageError(
      `--store: what is kept there under '${store.prefix}' has format ${kept}, and this version of mock-yoti reads ${format}; give another --store-prefix, or use the version that wrote it`,
    )
}

/** Why a server cannot start with a store, in one line. */
export const describeStart = (url: string, error: unknown): unknown => {
  const told = error instanceof YotiError ? error.details.hint : undefined
  const reason = told?.replace(/^the store (?:refused: |is away: )?/, '') ?? reasonOf(error)
  const refusal = refusalOf(reason) ?? (told && reason)
  return refusal === undefined ? error : new UsageError(`--store ${describeStore(url)}: ${refusal}`)
}
