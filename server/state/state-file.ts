import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError, YotiError } from '../base/errors.js'
import { readJson } from '../base/read-json.js'
import { writePrivateFile } from '../base/write-file.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { CheckRequest } from '../openapi/validators.js'
import { readSnapshot, type SnapshotDocument, writeSnapshot } from './snapshot-document.js'
import type { State } from './state.js'

export type StateFileDeps = {
  readonly state: Pick<State, 'snapshots'>
  readonly catalogue: Catalogue
  readonly checkRequest: CheckRequest
}

/** As many problems of a file as fit a message. */
const mostNamed = 5

const refuse = (path: string, reason: string): never => {
  throw new UsageError(`--state ${path}: ${reason}`)
}

const parseState = async (path: string, bytes: Buffer, { catalogue, checkRequest }: StateFileDeps) => {
  try {
    const body = readJson(bytes)
    const wrong = checkRequest('control', 'putState', () => ({ path: {}, query: {}, body })).body
    if (wrong.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors: wrong })
    // Its schema has nothing against it.
    return await readSnapshot(body as SnapshotDocument, catalogue)
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(path, error.message)
    if (!(error instanceof YotiError)) throw error
    const problems = (error.details.errors ?? []).map(({ property, message }) => `${property} ${message}`)
    const more = problems.length > mostNamed ? ` (and ${problems.length - mostNamed} more)` : ''
    return refuse(path, `is no state of mock-yoti: ${problems.slice(0, mostNamed).join('; ')}${more}`)
  }
}

/**
 * Remembers what a file has. The time since it was written has passed.
 * @returns false when there is no such file yet
 * @throws UsageError for a file that cannot be read, or written later
 */
export const loadStateFile = async (path: string, deps: StateFileDeps): Promise<boolean> => {
  const reasonOf = ({ code, message }: NodeJS.ErrnoException) => code ?? message
  await access(dirname(path), constants.W_OK).catch((error: NodeJS.ErrnoException) =>
    refuse(path, `its directory cannot be written to (${reasonOf(error)})`),
  )
  // It is written beside the file and moved there: a device would be read without end, and lost.
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined && !found.isFile()) return refuse(path, 'is not a file')
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : refuse(path, `the file cannot be read (${reasonOf(error)})`),
  )
  if (bytes === undefined) return false
  await deps.state.snapshots.restore(await parseState(path, bytes, deps))
  return true
}

/** Writes what is remembered, for its owner's eyes only. @throws UsageError when it cannot be written */
export const saveStateFile = async (path: string, { snapshots }: Pick<State, 'snapshots'>): Promise<void> => {
  const text = `${JSON.stringify(writeSnapshot(await snapshots.take()))}\n`
  await writePrivateFile(path, text).catch((error: NodeJS.ErrnoException) =>
    refuse(path, `the state could not be written (${error.code ?? error.message})`),
  )
}
