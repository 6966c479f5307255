import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../base/errors.js'
import { readJson } from '../base/read-json.js'
import { type FieldEvidence, fieldsSeen, reference } from './document-evidence.js'
import { documentOperations } from './document-operation.js'
import type { DocumentSchema } from './document-schema.js'
import type { Evidence } from './evidence.js'
import type { Shape } from './shape.js'
import { signatureOf } from './signature.js'

/** An answer that a team has of Yoti: of reading a session, a notification, or an error. */
type Recording = {
  readonly schema: DocumentSchema | undefined
  readonly operation?: string
  readonly status: number
  readonly body: unknown
  /** Whether its times are distances: nobody knows from it when it was. */
  readonly isTimeless?: true
}

type Seen = { readonly recordings: number; readonly newest?: string }

/** What a team's own recordings show. */
export type Observations = {
  readonly count: number
  /** Files that could not be read, and why. */
  readonly unread: readonly string[]
  /** By the names of `fieldEvidence`. */
  readonly fields: ReadonlyMap<string, Seen>
  /** By the structure of the answer. */
  readonly answers: ReadonlyMap<string, Seen>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const topics: Readonly<Record<string, string>> = {
  resource_update: 'ResourceNotification',
  task_completion: 'TaskNotification',
  check_completion: 'CheckNotification',
}

type Recorded = {
  readonly format: 1
  readonly kind: string
  readonly operation?: string
  readonly response?: { readonly status: number; readonly body?: { readonly json?: unknown } }
  readonly body?: { readonly json?: unknown }
}

const isRecorded = (value: object): value is Recorded => 'format' in value && value.format === 1 && 'kind' in value

/** A file that `mock-yoti record` wrote. */
const recordedOf = ({ operation = '', response, body }: Recorded): Recording | undefined => {
  if (response === undefined) {
    const notification = messageOf(body?.json)
    return notification && { ...notification, isTimeless: true }
  }
  const known = documentOperations.find(({ operationId }) => operationId === operation)
  const { status, body: answered } = response
  const schema = status < 400 ? known?.answerSchema(status) : reference('Error')
  return { schema, operation, status, body: answered?.json, isTimeless: true }
}

/** What a JSON value is a recording of; nothing when it is none. */
const recordingOf = (value: unknown): Recording | undefined =>
  isObject(value) && isRecorded(value) ? recordedOf(value) : messageOf(value)

const messageOf = (value: unknown): Recording | undefined => {
  if (!isObject(value)) return undefined
  if (isObject(value['resources']) || Array.isArray(value['checks']))
    return { schema: reference('SessionResult'), operation: 'getSession', status: 200, body: value }
  if (typeof value['topic'] === 'string')
    return { schema: reference(topics[value['topic']] ?? 'SessionNotification'), status: 200, body: value }
  if (typeof value['code'] === 'string') return { schema: reference('Error'), status: 400, body: value }
  return undefined
}

/** The newest day that stands in an answer. */
const newestIn = (value: unknown): string | undefined =>
  JSON.stringify(value)
    .match(/"\d{4}-\d{2}-\d{2}T/g)
    ?.map((found) => found.slice(1, 11))
    .sort()
    .at(-1)

/** What the relying business says itself, and a key of Yoti's older documents. */
const withoutOwn = (body: unknown): unknown => {
  if (!isObject(body)) return body
  const { user_tracking_id: _own, resources, ...rest } = body
  if (!isObject(resources)) return body
  const { applicant_profile: _older, ...lists } = resources
  return { ...rest, resources: lists }
}

const reasonsIn = (body: unknown) =>
  isObject(body) && Array.isArray(body['checks'])
    ? body['checks'].map((check) => [check?.type, check?.report?.recommendation?.reason]).sort()
    : []

/** What two answers have in common that are of one shape and give the same reasons. */
const keyOf = (operation: string, status: number, body: unknown): string => {
  if (isObject(body) && typeof body['code'] === 'string') return JSON.stringify(['error', body['code']])
  return JSON.stringify([signatureOf(operation, { status, body: withoutOwn(body) }), reasonsIn(body)])
}

const noted = (seen: Map<string, Seen>, name: string, day: string | undefined) => {
  const { recordings = 0, newest } = seen.get(name) ?? {}
  const latest = [newest, day]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1)
  seen.set(name, { recordings: recordings + 1, ...(latest !== undefined && { newest: latest }) })
}

/** The day on which a file was written. */
const dayOf = async (path: string) => (await stat(path)).mtime.toISOString().slice(0, 10)

/** The recordings of a file, or why it cannot be read: nothing of the text is quoted, it may be about somebody. */
const readFileOf = async (path: string): Promise<readonly unknown[] | string> => {
  try {
    const bytes = await readFile(path)
    if (bytes.length === 0) return `${path} is empty`
    const value = readJson(bytes)
    return Array.isArray(value) ? value : [value]
  } catch (error) {
    if (!(error instanceof SyntaxError)) return `${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`
    return `${path} ${error.message.startsWith('is not JSON') ? 'is no JSON' : error.message}`
  }
}

const filesIn = async (path: string): Promise<string[]> => {
  const failed = ({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read the recordings in ${path}: ${code}`)
  }
  const directory = path
  if (!(await stat(path).catch(failed)).isDirectory()) return [path]
  const found = await readdir(path, { recursive: true }).catch(failed)
  return found
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(directory, file))
}

/**
 * What the recordings of a directory, or of one file, show: JSON files, each one that `mock-yoti record` wrote, an answer of reading a
 * session, a notification, an error, or a list of such.
 * @throws UsageError when it is not there, or has no recording
 */
export const readObservations = async (directory: string): Promise<Observations> => {
  const fields = new Map<string, Seen>()
  const answers = new Map<string, Seen>()
  const unread: string[] = []
  let count = 0
  for (const path of await filesIn(directory)) {
    const values = await readFileOf(path)
    if (typeof values === 'string') {
      unread.push(values)
      continue
    }
    for (const recording of values.map(recordingOf)) {
      if (recording === undefined) continue
      const { schema, operation = '', status, body, isTimeless } = recording
      const day = isTimeless ? await dayOf(path) : newestIn(body)
      count += 1
      if (operation !== '' && status < 400) noted(fields, operation, day)
      for (const field of schema === undefined ? [] : fieldsSeen(schema, body)) noted(fields, field, day)
      noted(answers, keyOf(operation, status, body), day)
    }
  }
  if (count === 0)
    throw new UsageError(
      [
        `${directory} has no recording: an answer of Yoti as JSON, a notification or an error in *.json`,
        ...unread,
      ].join('\n'),
    )
  return { count, unread, fields, answers }
}

const raised = (seen: Seen | undefined, evidence: Evidence): Evidence =>
  seen === undefined ? evidence : { grade: 'observed', source: 'your own recordings', own: true, ...seen }

/** The same with what was seen: a field that a recording has is observed. */
export const raiseField = ({ path, evidence }: FieldEvidence, seen: Observations | undefined): FieldEvidence => ({
  path,
  evidence: raised(seen?.fields.get(path), evidence),
})

/** The evidence of a shape of an answer, with what was seen: a recording of the same structure with the same reasons. */
export const raiseAnswer = (
  { operation, answers }: Pick<Shape, 'operation' | 'answers'>,
  evidence: Evidence,
  seen: Observations | undefined,
): Evidence => {
  if (seen === undefined) return evidence
  const found = Object.values(answers)
    .map((answer) =>
      seen.answers.get('error' in answer ? keyOf('', 400, answer.error) : keyOf(operation, answer.status, answer.body)),
    )
    .find((one) => one !== undefined)
  return raised(found, evidence)
}
