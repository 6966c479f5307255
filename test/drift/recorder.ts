import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recording } from '../../drift/exchange.js'
import { startProxy } from '../../drift/proxy.js'
import { openRecordings } from '../../drift/recordings.js'
import { createRedactor } from '../../drift/redact-exchange.js'
import { parseUpstream } from '../../drift/upstream.js'

/** A `record` in this process, and the folder that it writes to. */
export type Recorder = AsyncDisposable & {
  readonly url: string
  readonly folder: string
  readonly warnings: readonly string[]
  /** The recordings so far, by their files' names. */
  readonly recordings: () => Promise<Readonly<Record<string, Recording>>>
  /** Every byte that was written so far. */
  readonly written: () => Promise<string>
}

/** Records what passes between a client and an upstream. */
export const openRecorder = async (upstream: string, notifications?: string): Promise<Recorder> => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-recordings-'))
  const target = await openRecordings(folder)
  const redactor = createRedactor()
  const warnings: string[] = []
  const { url, close } = await startProxy({
    upstream: parseUpstream('--upstream', upstream),
    host: '127.0.0.1',
    port: 0,
    ...(notifications !== undefined && { notifications: parseUpstream('--notifications', notifications) }),
    keep: (message) => {
      target.write(redactor.any(message)).catch((error: Error) => warnings.push(String(error)))
    },
    warn: (message) => warnings.push(message),
  })
  const files = async () => {
    await target.flush()
    const names = (await readdir(folder)).sort()
    return Promise.all(
      names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
    )
  }
  return {
    url,
    folder,
    warnings,
    recordings: async () =>
      Object.fromEntries((await files()).map(([name, text]) => [name, JSON.parse(text) as Recording])),
    written: async () => (await files()).flat().join('\n'),
    [Symbol.asyncDispose]: async () => {
      await close()
      await rm(folder, { recursive: true })
    },
  }
}
