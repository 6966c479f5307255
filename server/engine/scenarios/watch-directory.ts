import { setTimeout as sleep } from 'node:timers/promises'
import { createAbortController } from '../../base/abort.js'
import { startStopwatch } from '../../base/clock.js'
import { findFiles } from './find-files.js'
import { type DirectoryContent, readDirectory } from './read-directory.js'

/** Watching ends when this is called. */
type StopWatching = () => Promise<void>

const settleMs = 50
const patienceMs = 1000
const intervalMs = 300
/** A directory that takes long to look at is looked at less often: at most a thirtieth of the time. */
const intervalFactor = 30

/** The version of what a directory holds; why it cannot be read, when it cannot. */
const versionOf = (directory: string): Promise<string> =>
  findFiles(directory).then(
    ({ version }) => version,
    (error: Error) => error.message,
  )

/**
 * Reads a directory again whenever a file in it changes, once per burst of changes. It looks at intervals, because the
 * system's events miss what is mounted into a container, what is behind links, and a directory that is made again.
 * @param version of the content that is known already
 * @param onChange gets what was read, or the error that stopped it
 */
export const watchDirectory = (
  directory: string,
  version: string,
  onChange: (content: DirectoryContent | Error) => void,
): StopWatching => {
  const stop = createAbortController()
  const wait = (ms: number) => sleep(ms, undefined, { signal: stop.signal, ref: false })
  const watch = async () => {
    for (let seen = version; ; ) {
      const elapsed = startStopwatch()
      let now = await versionOf(directory)
      if (now === seen) {
        await wait(Math.max(intervalMs, elapsed() * intervalFactor))
        continue
      }
      // Files are written one by one: the last version counts.
      for (seen = ''; now !== seen; now = await versionOf(directory)) {
        seen = now
        await wait(settleMs)
      }
      await readDirectory(directory).then(onChange).catch(onChange)
    }
  }
  // Nothing but the end of a wait stops it.
  const watching = watch().catch(() => undefined)
  return async () => {
    stop.abort()
    // A file system that hangs keeps nobody from ending.
    await Promise.race([watching, sleep(patienceMs, undefined, { ref: false })])
  }
}
