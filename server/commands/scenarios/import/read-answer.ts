import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { text } from 'node:stream/consumers'
import { type ErrorCode, errorTable, UsageError } from '../../../errors.js'
import type { Schema } from '../../../openapi/schema.js'

export type Answer = Schema<'SessionResult'>

/** What was read of an answer: a session, or the code of an error. */
export type Read = { readonly session: Answer } | { readonly error: ErrorCode }

const readText = async (path: string) => {
  try {
    return path === '-' ? await text(stdin) : await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`)
  }
}

const parse = (path: string, json: string): object => {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Told below.
  }
  throw new UsageError(`${path === '-' ? 'Standard input' : path} is no JSON object`)
}

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(errorTable, code)

const lists = ['id_documents', 'supplementary_documents', 'liveness_capture', 'face_capture', 'applicant_profiles']

/** Older answers leave out lists that are empty. */
const withLists = (resources: object) => ({ ...Object.fromEntries(lists.map((name) => [name, []])), ...resources })

/**
 * Reads the JSON of an answer to `GET /sessions/{id}`; `-` is standard input.
 * @throws UsageError when it cannot be read, or is none
 */
export const readAnswer = async (path: string): Promise<Read> => {
  const value = parse(path, await readText(path))
  if ('code' in value && isErrorCode(value.code)) return { error: value.code }
  const missing = ['state', 'resources', 'checks'].filter((key) => !Object.hasOwn(value, key))
  if (missing.length > 0)
    throw new UsageError(`${path} is no answer of GET /sessions/{id}: it has no ${missing.join(', no ')}`)
  // What is read of it below is judged place by place; what does not fit is told as not expressed.
  const answer = value as Answer
  return { session: { ...answer, resources: withLists(answer.resources) as Answer['resources'] } }
}
