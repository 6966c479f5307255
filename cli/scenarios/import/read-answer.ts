import { readFile } from 'node:fs/promises'
import { stdin } from 'node:process'
import { buffer } from 'node:stream/consumers'
import { UsageError } from '../../../server/base/errors.js'
import { readJson } from '../../../server/base/read-json.js'
import { builtInScenarios } from '../../../server/engine/scenarios/catalogue.js'
import type { ScenarioAnswers } from '../../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../../server/openapi/schema.js'
import { impliedResources } from './implied-resources.js'
import { settled } from './settle.js'

export type Answer = Schema<'SessionResult'>

type ErrorCode = NonNullable<ScenarioAnswers['everyOperation']>['error']

/** What was read of an answer: a session, or the code of an error. */
export type Read =
  | {
      /** As it was read; left out where nothing was settled. */
      readonly given?: unknown
      readonly session: Answer
    }
  | { readonly error: ErrorCode }

const readBytes = async (path: string) => {
  try {
    return path === '-' ? await buffer(stdin) : await readFile(path)
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${(error as NodeJS.ErrnoException).code}`)
  }
}

/** What is wrong with a text, without a piece of it, as Node.js quotes it: it may be about somebody. */
const withoutQuote = (message: string): string => {
  const token = message.indexOf('Unexpected token')
  if (token !== -1) return `${message.slice(0, token)}unexpected text`
  return message.split(', "')[0] ?? message
}

const parse = (name: string, json: Buffer): unknown => {
  if (json.length === 0) throw new UsageError(`${name} is empty`)
  try {
    return readJson(json)
  } catch (error) {
    throw new UsageError(`${name} ${withoutQuote((error as SyntaxError).message)}`)
  }
}

/** The errors that a scenario can answer: each has a built-in one. */
const errorOf = (code: unknown): ErrorCode | undefined =>
  builtInScenarios()
    .flatMap(({ answers }) => answers.everyOperation?.error ?? [])
    .find((known) => known === code)

/** A null is as good as nothing. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, held]) => held !== null)
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutNulls(held)]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a session has that no other JSON has. */
const partsOfSession = { resources: isObject, checks: Array.isArray } as const

/** A file that `mock-yoti record` wrote: the answer of an operation, or a notification. */
type Recorded = { readonly format: 1; readonly operation?: string; readonly response?: { readonly body?: object } }

const isRecorded = (value: object): value is Recorded => 'format' in value && value.format === 1 && 'kind' in value

/** Says that a recording is not one of reading a session. */
export class OtherRecording extends UsageError {}

const readRecorded = (name: string, { operation = 'a notification', response = {} }: Recorded): Read => {
  const { body = {} } = response
  if (operation !== 'getSession' || !('json' in body))
    throw new OtherRecording(`${name} is a recording of ${operation}, and scenarios are made of answers of getSession`)
  return readValue(name, body.json)
}

/**
 * What is in a value that was read as JSON.
 * @param name of where it came from
 * @throws UsageError when it is no answer of a session
 */
export const readValue = (name: string, value: unknown): Read => {
  if (!isObject(value)) throw new UsageError(`${name} is no JSON object`)
  if (isRecorded(value)) return readRecorded(name, value)
  const error = 'code' in value ? errorOf(value['code']) : undefined
  if (error !== undefined) return { error }
  const parts = Object.entries(partsOfSession)
  if (!parts.some(([key, isPart]) => isPart(value[key]))) {
    const missing = ['state', ...parts.map(([key]) => key)].filter((key) => !Object.hasOwn(value, key))
    const lacks = missing.length === 0 ? 'nothing in it is as Yoti writes it' : `it has no ${missing.join(', no ')}`
    throw new UsageError(`${name} is no answer of GET /sessions/{id}: ${lacks}`)
  }
  // An object stays one.
  const given = withoutNulls(value) as Readonly<Record<string, unknown>>
  const { checks } = given
  const isChecksOnly = Array.isArray(checks) && checks.length > 0 && !isObject(given['resources'])
  return { given: value, session: settled(isChecksOnly ? { ...given, resources: impliedResources(checks) } : given) }
}

/**
 * Reads the JSON of an answer to `GET /sessions/{id}`; `-` is standard input.
 * @throws UsageError when it cannot be read, or is none
 */
export const readAnswer = async (path: string): Promise<Read> => {
  const name = path === '-' ? 'Standard input' : path
  return readValue(name, parse(name, await readBytes(path)))
}
