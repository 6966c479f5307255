import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { describeNoPem, pemBlocks } from '../auth/pem.js'
import { UsageError } from '../base/errors.js'
import type { CreateServer } from './app.js'

/** The PEM files of a certificate and of its key. */
export type TlsFiles = { readonly tlsCert: string | undefined; readonly tlsKey: string | undefined }

/** The blocks of a PEM file, with line ends mended. @param holds whether a label is what the option takes */
const read = async (option: string, file: string, { wanted, holds }: { wanted: string; holds: RegExp }) => {
  const fail = (reason: string): never => {
    throw new UsageError(`${option} ${file}: ${reason}`)
  }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    fail(`the file cannot be read (${error.code ?? error.message})`),
  )
  const blocks = pemBlocks(text)
  if (blocks.length === 0) fail(describeNoPem(text, wanted))
  if (!blocks.some(({ label }) => holds.test(label)))
    fail(`it holds a '${blocks[0]?.label}'; a '${wanted}' is expected`)
  return blocks.map((block) => block.text).join('')
}

const certificate = { wanted: 'CERTIFICATE', holds: /^(?:X509 |TRUSTED )?CERTIFICATE$/ }
const privateKey = { wanted: 'PRIVATE KEY', holds: /PRIVATE KEY$/ }

/**
 * Makes https servers with the certificate and the key of `--tls-cert` and `--tls-key`.
 * @throws UsageError when one is missing, when they cannot be read, or when they do not belong together
 */
export const readTlsFiles = async ({ tlsCert, tlsKey }: TlsFiles): Promise<CreateServer> => {
  if (tlsCert === undefined || tlsKey === undefined)
    throw new UsageError('--tls-cert and --tls-key belong together: the PEM files of a certificate and of its key')
  const pair = {
    cert: await read('--tls-cert', tlsCert, certificate),
    key: await read('--tls-key', tlsKey, privateKey),
  }
  try {
    createSecureContext(pair)
  } catch (error) {
    // createSecureContext throws nothing but Errors.
    const reason = (error as Error).message
    throw new UsageError(`--tls-cert ${tlsCert} and --tls-key ${tlsKey} cannot be used: ${reason}`)
  }
  return (options, listener) => createServer({ ...options, ...pair }, listener)
}
