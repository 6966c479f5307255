import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import type { Config } from '../config.js'
import { UsageError } from '../errors.js'
import type { TlsPair } from './app.js'

const read = (option: string, file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${option} ${file}: the file cannot be read (${error.code ?? error.message})`)
  })

/**
 * The certificate and the key of `--tls-cert` and `--tls-key`; nothing when neither is given.
 * @throws UsageError when only one is given, or when they cannot be read or do not belong together
 */
export const readTlsPair = async ({
  tlsCert,
  tlsKey,
}: Pick<Config, 'tlsCert' | 'tlsKey'>): Promise<TlsPair | undefined> => {
  if (tlsCert === undefined && tlsKey === undefined) return undefined
  if (tlsCert === undefined || tlsKey === undefined)
    throw new UsageError('--tls-cert and --tls-key belong together: the PEM files of a certificate and of its key')
  const pair = { cert: await read('--tls-cert', tlsCert), key: await read('--tls-key', tlsKey) }
  try {
    createSecureContext(pair)
    return pair
  } catch (error) {
    // createSecureContext throws nothing but Errors.
    const reason = (error as Error).message
    throw new UsageError(`--tls-cert ${tlsCert} and --tls-key ${tlsKey} cannot be used: ${reason}`)
  }
}
