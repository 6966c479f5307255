import { readFile } from 'node:fs/promises'
import { UsageError } from '../base/errors.js'
import type { Application } from './application.js'
import { parsePublicKey } from './public-key.js'

/** A file that holds the key of an application. */
export type KeyFile = { readonly sdkId: string; readonly file: string }

const readKeyFile = async ({ sdkId, file }: KeyFile): Promise<string> => {
  if (file.includes('-----BEGIN '))
    throw new UsageError(`--key ${sdkId}=…: it takes the name of a file; save the PEM in one, and give its name`)
  const fail = (reason: string): never => {
    throw new UsageError(`--key ${sdkId}=${file}: ${reason}`)
  }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    fail(`the file cannot be read (${error.code ?? error.message})`),
  )
  try {
    return parsePublicKey(text).pem
  } catch (error) {
    // parsePublicKey throws nothing but Errors.
    return fail((error as Error).message)
  }
}

/**
 * The applications that have keys in files; several files for one sdkId give it several keys.
 * @throws UsageError for a file that cannot be read or holds no RSA key
 */
export const readKeyFiles = async (files: readonly KeyFile[]): Promise<Pick<Application, 'sdkId' | 'keys'>[]> => {
  const keys = new Map<string, string[]>()
  for (const file of files) keys.set(file.sdkId, [...(keys.get(file.sdkId) ?? []), await readKeyFile(file)])
  return [...keys].map(([sdkId, own]) => ({ sdkId, keys: own }))
}
