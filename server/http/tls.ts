import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { UsageError } from '../base/errors.js'
import type { CreateServer } from './app.js'

/** The PEM files of a certificate and of its key. */
export type TlsFiles = { readonly tlsCert: string | undefined; readonly tlsKey: string | undefined }

const read = (option: string, file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${option} ${file}: the file cannot be read (${error.code ?? error.message})`)
  })

/**
 * Makes https servers with the certificate and the key of `--tls-cert` and `--tls-key`.
 * @throws UsageError when one is missing, when they cannot be read, or when they do not belong together
 */
export const readTlsFiles = async ({ tlsCert, tlsKey }: TlsFiles): Promise<CreateServer> => {
  if (tlsCert === undefined || tlsKey === undefined)
    throw new UsageError('--tls-cert and --tls-key belong together: the PEM files of a certificate and of its key')
  const pair = { cert: await read('--tls-cert', tlsCert), key: await read('--tls-key', tlsKey) }
  try {
    createSecureContext(pair)
  } catch (error) {
    // createSecureContext throws nothing but Errors.
    const reason = (error as Error).message
    throw new UsageError(`--tls-cert ${tlsCert} and --tls-key ${tlsKey} cannot be used: ${reason}`)
  }
  return (options, listener) => createServer({ ...options, ...pair }, listener)
}
