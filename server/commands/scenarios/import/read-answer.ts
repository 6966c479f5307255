import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { text } from 'node:stream/consumers'
import { UsageError } from '../../../errors.js'
import type { Schema } from '../../../openapi/schema.js'
import { builtInScenarios } from '../../../scenarios/catalogue.js'
import type { ScenarioAnswers } from '../../../scenarios/scenario.js'

export type Answer = Schema<'SessionResult'>

type ErrorCode = NonNullable<ScenarioAnswers['getSession']>['error']

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

/** The errors that a scenario can answer: each has a built-in one. */
const errorOf = (code: unknown): ErrorCode | undefined =>
  builtInScenarios()
    .flatMap(({ answers }) => answers.getSession?.error ?? [])
    .find((known) => known === code)

const lists = ['id_documents', 'supplementary_documents', 'liveness_capture', 'face_capture', 'applicant_profiles']

/** Older answers leave out lists that are empty. */
const withLists = (resources: Answer['resources']): Answer['resources'] => ({
  ...Object.fromEntries(lists.map((name) => [name, []])),
  ...resources,
})

/**
 * Reads the JSON of an answer to `GET /sessions/{id}`; `-` is standard input.
 * @throws UsageError when it cannot be read, or is none
 */
export const readAnswer = async (path: string): Promise<Read> => {
  const value = parse(path, await readText(path))
  const error = 'code' in value ? errorOf(value.code) : undefined
  if (error !== undefined) return { error }
  const missing = ['state', 'resources', 'checks'].filter((key) => !Object.hasOwn(value, key))
  if (missing.length > 0)
    throw new UsageError(`${path} is no answer of GET /sessions/{id}: it has no ${missing.join(', no ')}`)
  // What is read of it below is judged place by place; what does not fit is told as not expressed.
  const answer = value as Answer
  return { session: { ...answer, resources: withLists(answer.resources) } }
}
