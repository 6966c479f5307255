import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../server/base/errors.js'
import { jsonOf, type Recording } from './exchange.js'

/** A folder that recordings are written to, a file each: `000012-getSession-200.json`. */
export type RecordingFolder = {
  /** Takes a recording; resolves with its file's name when it is written. */
  readonly write: (recording: Recording) => Promise<string>
  /** Resolves when everything that was taken is written. */
  readonly flush: () => Promise<void>
}

const numbered = /^(\d{6,})-[\w-]+\.json$/

const nameOf = (recording: Recording): string => {
  if (recording.kind === 'exchange') return `${recording.operation}-${recording.response.status}`
  const { topic } = (jsonOf(recording.body) ?? {}) as { readonly topic?: unknown }
  return `notification-${typeof topic === 'string' && /^\w{1,64}$/.test(topic) ? topic : 'other'}`
}

/** The folders and files that recordings may be in: only their owner reads them. */
const filesIn = async (folder: string): Promise<string[]> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await readdir(folder)
  } catch (error) {
    throw new UsageError(`--out ${folder} cannot be used (${(error as NodeJS.ErrnoException).code})`)
  }
}

/**
 * Opens a folder for recordings; what is there already stays, and numbers go on.
 * @throws UsageError when it cannot be made or read
 */
export const openRecordings = async (folder: string): Promise<RecordingFolder> => {
  const taken = (await filesIn(folder)).map((name) => Number(numbered.exec(name)?.[1] ?? 0))
  let last = taken.reduce((most, number) => Math.max(most, number), 0)
  let writing: Promise<unknown> = Promise.resolve()
  const write = (recording: Recording): Promise<string> => {
    last += 1
    const name = `${String(last).padStart(6, '0')}-${nameOf(recording)}.json`
    const text = `${JSON.stringify(recording, null, 2)}\n`
    const written = writing
      .then(() => writeFile(join(folder, name), text, { flag: 'wx', mode: 0o600 }))
      .then(() => name)
    writing = written.catch(() => undefined)
    return written
  }
  return {
    write,
    flush: async () => {
      await writing
    },
  }
}
