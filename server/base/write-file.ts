import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemClock } from './clock.js'
import { randomIds } from './ids.js'

/** A file that is still being written is younger, in milliseconds. */
const leftAfter = 10 * 60_000

const isLeft = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && systemClock.now() - found.mtimeMs > leftAfter
}

/** Removes what a process that was killed has left beside the file. */
const removeLeft = async (path: string): Promise<void> => {
  const isOfFile = (name: string) =>
    name.startsWith(basename(path)) && /^\.[\da-f-]{36}\.tmp$/.test(name.slice(basename(path).length))
  const names = (await readdir(dirname(path)).catch(() => [])).filter(isOfFile)
  for (const left of names.map((name) => join(dirname(path), name)))
    if (await isLeft(left)) await rm(left, { force: true })
}

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
  await removeLeft(path).catch(() => undefined)
}
