import { readFile } from 'node:fs/promises'
import { UsageError } from '../base/errors.js'
import type { Applications } from '../state/memory/applications.js'
import { type PublicKey, parsePublicKey } from './public-key.js'

/** A file that holds the key of an application. */
export type KeyFile = { readonly sdkId: string; readonly file: string }

const readKeyFile = async ({ sdkId, file }: KeyFile): Promise<PublicKey> => {
  const fail = (reason: string): never => {
    throw new UsageError(`--key ${sdkId}=${file}: ${reason}`)
  }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    fail(`the file cannot be read (${error.code ?? error.message})`),
  )
  try {
    return parsePublicKey(text)
  } catch (error) {
    // parsePublicKey throws nothing but Errors.
    return fail((error as Error).message)
  }
}

/**
 * Registers the keys of files; several files for one sdkId give it several keys, and replace what it had.
 * @throws UsageError for a file that cannot be read or holds no RSA key
 */
export const registerKeyFiles = async (applications: Applications, files: readonly KeyFile[]): Promise<void> => {
  const keys = new Map<string, PublicKey[]>()
  for (const file of files) keys.set(file.sdkId, [...(keys.get(file.sdkId) ?? []), await readKeyFile(file)])
  for (const [sdkId, own] of keys) applications.put({ sdkId, keys: own })
}
