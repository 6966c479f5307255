import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorTable, UsageError } from '../server/base/errors.js'
import { readJson } from '../server/base/read-json.js'
import type { Exchange, Notification, Recording } from './exchange.js'
import { readHar } from './har.js'
import { createRedactor } from './redact-exchange.js'

type Json = Readonly<Record<string, unknown>>

/** A recording, and the file that it is from. */
export type FromFile = { readonly file: string; readonly recording: Recording }

/** Above this a file is read as an archive, piece by piece. */
const mostAtOnce = 4 * 1024 * 1024

const newestIn = (text: string): number => {
  const instants = [...text.matchAll(/"(\d{4}-\d\d-\d\dT[\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d))"/g)]
  return instants.reduce((newest, [, instant = '']) => Math.max(newest, Date.parse(instant) || 0), 0)
}

/** Single answers say by their keys which operation they are of. */
const answers: readonly {
  readonly keys: readonly string[]
  readonly method: string
  readonly path: string
  readonly status: number
}[] = [
  { keys: ['state', 'resources'], method: 'GET', path: '/sessions/SESSION', status: 200 },
  { keys: ['state', 'checks'], method: 'GET', path: '/sessions/SESSION', status: 200 },
  { keys: ['capture', 'session_id'], method: 'GET', path: '/sessions/SESSION/configuration', status: 200 },
  { keys: ['client_session_token', 'session_id'], method: 'POST', path: '/sessions', status: 201 },
  { keys: ['supported_countries'], method: 'GET', path: '/supported-documents', status: 200 },
  { keys: ['branches'], method: 'POST', path: '/lookup/uk-post-office', status: 200 },
  { keys: ['contact_profile_exists'], method: 'GET', path: '/sessions/SESSION/instructions', status: 200 },
]

const statusOf = (code: unknown): number =>
  Object.entries(errorTable).find(([known]) => known === code)?.[1].status ?? 400

/** What a single JSON text is: a notification, or the answer of an operation. */
const messageOf = (value: Json, bytes: Buffer): Exchange | Notification | undefined => {
  const at = newestIn(bytes.toString('utf8'))
  const body = { bytes }
  if (Object.hasOwn(value, 'topic') && Object.hasOwn(value, 'session_id'))
    return { kind: 'notification', at, headers: [], body }
  const found = answers.find(({ keys }) => keys.every((key) => Object.hasOwn(value, key)))
  const isError = typeof value['code'] === 'string'
  if (found === undefined && !isError) return undefined
  const { method, path, status } = found ?? {
    method: 'GET',
    path: '/sessions/SESSION',
    status: statusOf(value['code']),
  }
  const session = typeof value['session_id'] === 'string' ? value['session_id'] : 'unknown'
  return {
    kind: 'exchange',
    at,
    method,
    target: path.replace('SESSION', encodeURIComponent(session)),
    requestHeaders: [],
    requestBody: { size: 0 },
    status,
    responseHeaders: [],
    responseBody: body,
  }
}

const isRecording = (value: Json): boolean =>
  value['format'] === 1 && (value['kind'] === 'exchange' || value['kind'] === 'notification')

const refusal = (path: string, why: string) =>
  new UsageError(
    `${path} ${why}. Expected: a file that mock-yoti record wrote, a HAR, an answer of Yoti or a notification`,
  )

/** What is wrong with a text: nothing of the text is quoted, it may be about somebody. */
const whyNoJson = ({ message }: SyntaxError) => (message.startsWith('is not JSON') ? 'is no JSON' : message)

const readSmall = async (path: string): Promise<Json> => {
  const bytes = await readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${path}: ${code}`)
  })
  if (bytes.length === 0) throw refusal(path, 'is empty')
  try {
    const value = readJson(bytes)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  } catch (error) {
    throw refusal(path, whyNoJson(error as SyntaxError))
  }
  throw refusal(path, 'is no JSON object')
}

const isArchive = (value: Json) => {
  const { log } = value as { readonly log?: { readonly entries?: unknown } | null }
  return Array.isArray(log?.entries)
}

/** What a file holds, before anything of it is redacted: recordings that were, or messages. */
async function* readFileOf(path: string): AsyncGenerator<Recording | Exchange | Notification> {
  const { size } = await stat(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${path}: ${code}`)
  })
  if (path.endsWith('.har') || size > mostAtOnce) return yield* readHar(path)
  const value = await readSmall(path)
  // Only `record` writes this form.
  if (isRecording(value)) return yield value as unknown as Recording
  if (isArchive(value)) return yield* readHar(path)
  const message = messageOf(value, Buffer.from(JSON.stringify(value)))
  if (message === undefined) throw refusal(path, 'is no answer that is known here')
  yield message
}

const filesOf = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${path}: ${code}`)
  })
  if (!found.isDirectory()) return [path]
  const names = await readdir(path, { recursive: true })
  return names
    .filter((name) => /\.(?:json|har)$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

const isRaw = (one: Recording | Exchange | Notification): one is Exchange | Notification => !('format' in one)

/**
 * Reads recordings of folders and files, one after the other. What was not redacted yet is redacted first.
 * @param refuse takes why a file cannot be read; the others are read all the same
 */
export async function* readRecordings(
  paths: readonly string[],
  refuse: (message: string) => void,
): AsyncGenerator<FromFile> {
  const redactor = createRedactor()
  for (const path of paths) {
    const files = await filesOf(path)
    if (files.length === 0) refuse(`${path} has no *.json and no *.har file`)
    for (const file of files) {
      try {
        for await (const one of readFileOf(file)) yield { file, recording: isRaw(one) ? redactor.any(one) : one }
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        refuse(error.message)
      }
    }
  }
}
