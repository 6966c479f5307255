import { type DirectoryContent, readDirectory } from './read-directory.js'

/** Stops watching. */
type StopWatching = () => Promise<void>

const settleMs = 50

/**
 * Reads a directory again whenever a file in it changes, once per burst of changes.
 * @param onChange is called with the directory's content, or with the error that occurred
 */
export const watchDirectory = async (
  directory: string,
  onChange: (content: DirectoryContent | Error) => void,
): Promise<StopWatching> => {
  const { watch } = await import('chokidar')
  const watcher = watch(directory, { ignoreInitial: true })
  let timer: NodeJS.Timeout | undefined
  const read = () => {
    readDirectory(directory).then(onChange, (error: Error) => onChange(error))
  }
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(read, settleMs)
  })
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
