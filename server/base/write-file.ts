import { open, rename, rm } from 'node:fs/promises'
import { randomIds } from './ids.js'

/**
 * Writes a file that only its owner can read, at once: whoever reads it finds the old content or the new.
 * @throws NodeJS.ErrnoException
 */
export const writePrivateFile = async (path: string, text: string): Promise<void> => {
  const written = `${path}.${randomIds.random()}.tmp`
  try {
    const file = await open(written, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(written, path)
  } catch (error) {
    await rm(written, { force: true })
    throw error
  }
}
