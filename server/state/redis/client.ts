import { URL } from 'node:url'
import { createClient } from '@redis/client'

/** An answer that takes longer is none: a request is refused within two seconds. */
export const patience = 1500

/** The address without a password, for messages. */
export const describeStore = (url: string): string => {
  const shown = new URL(url)
  shown.password = ''
  shown.username = ''
  return shown.href
}

/** What an error of the client, or of the store, says in a few words. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return (error as NodeJS.ErrnoException).code ?? error.message
}

export type StoreClient = ReturnType<
  typeof createClient<Record<never, never>, Record<never, never>, Record<never, never>, 2>
>

export const createStoreClient = (url: string, reconnects = true): StoreClient =>
  createClient({
    url,
    RESP: 2,
    // A command that cannot be sent now is refused now.
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    // `patience` is measured here: the client would make a signal and a timer for each command.
    commandOptions: { timeout: 0 },
    socket: {
      connectTimeout: patience,
      reconnectStrategy: (retries) => reconnects && Math.min(50 * (retries + 1), 500),
    },
  })
