import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { buffer } from 'node:stream/consumers'
import { type PropertyError, UsageError } from '../../../server/base/errors.js'
import { readJson } from '../../../server/base/read-json.js'
import { checkKinds } from '../../../server/engine/checks/index.js'
import { builtInScenarios } from '../../../server/engine/scenarios/catalogue.js'
import type { ScenarioAnswers } from '../../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../../server/openapi/schema.js'
import { loadAnswerCheck } from '../../../server/openapi/validators.js'

export type Answer = Schema<'SessionResult'>

type ErrorCode = NonNullable<ScenarioAnswers['everyOperation']>['error']

/** What was read of an answer: a session and what of it nobody knows here, or the code of an error. */
export type Read = { readonly session: Answer; readonly unknown: readonly string[] } | { readonly error: ErrorCode }

const readBytes = async (path: string) => {
  try {
    return path === '-' ? await buffer(stdin) : await readFile(path)
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`)
  }
}

const parse = (name: string, json: Buffer): object => {
  let value: unknown
  try {
    value = readJson(json)
  } catch (error) {
    throw new UsageError(`${name} is no JSON object: it ${(error as SyntaxError).message}`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UsageError(`${name} is no JSON object`)
}

/** The errors that a scenario can answer: each has a built-in one. */
const errorOf = (code: unknown): ErrorCode | undefined =>
  builtInScenarios()
    .flatMap(({ answers }) => answers.everyOperation?.error ?? [])
    .find((known) => known === code)

const lists = ['id_documents', 'supplementary_documents', 'liveness_capture', 'face_capture', 'applicant_profiles']

/** Older answers leave out lists that are empty. */
const withLists = (answer: Answer): Answer =>
  typeof answer.resources === 'object' && answer.resources !== null
    ? { ...answer, resources: { ...Object.fromEntries(lists.map((name) => [name, []])), ...answer.resources } }
    : answer

/** A null is as good as nothing. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, held]) => held !== null)
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutNulls(held)]))
}

const isKnown = (check: Answer['checks'][number]) => Object.hasOwn(checkKinds, check?.type)

/** Leaves out the checks that are newer than this mock-yoti. */
const knownChecks = (answer: Answer): { session: Answer; unknown: string[] } => {
  if (!Array.isArray(answer.checks)) return { session: answer, unknown: [] }
  const unknown = answer.checks.flatMap((check, index) =>
    typeof check?.type === 'string' && !isKnown(check)
      ? [`checks[${index}]: no check of type ${check.type} is known here`]
      : [],
  )
  const checks = answer.checks.filter((check) => typeof check?.type !== 'string' || isKnown(check))
  return { session: { ...answer, checks }, unknown }
}

/** Scenarios say nothing of what a media object has: one that lacks something can be imported all the same. */
const isOfMedia = ({ property }: PropertyError) => property.split('.').at(-2) === 'media'

const mustBeReadable = async (name: string, session: Answer) => {
  const check = await loadAnswerCheck()
  const wrong = check('yoti', 'getSession', 200, session).filter((problem) => !isOfMedia(problem))
  if (wrong.length === 0) return
  const told = wrong.slice(0, 5).map(({ property, message }) => `  ${property || 'the answer'} ${message}`)
  const more = wrong.length > told.length ? [`  and ${wrong.length - told.length} more`] : []
  throw new UsageError([`${name} is not what GET /sessions/{id} answers:`, ...told, ...more].join('\n'))
}

/**
 * Reads the JSON of an answer to `GET /sessions/{id}`; `-` is standard input.
 * @throws UsageError when it cannot be read, or is none
 */
export const readAnswer = async (path: string): Promise<Read> => {
  const name = path === '-' ? 'Standard input' : path
  const value = parse(name, await readBytes(path))
  const error = 'code' in value ? errorOf(value.code) : undefined
  if (error !== undefined) return { error }
  const missing = ['state', 'resources', 'checks'].filter((key) => !Object.hasOwn(value, key))
  if (missing.length > 0)
    throw new UsageError(`${name} is no answer of GET /sessions/{id}: it has no ${missing.join(', no ')}`)
  // Whether it is an answer is judged right below.
  const read = knownChecks(withLists(withoutNulls(value) as Answer))
  await mustBeReadable(name, read.session)
  return read
}
