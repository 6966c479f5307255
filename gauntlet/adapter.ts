import { exec } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../server/base/errors.js'
import { callHttp } from '../server/base/http-client.js'
import type { MockYoti } from '../server/index.js'
import type { Decision, Description } from './description.js'
import { fill, fillText, type Values, valueAt } from './fill.js'
import type { Callback } from './lane.js'

/** What came of asking the service to verify a person. */
export type Begun = {
  /** The service's id of the verification; undefined when it answered with none. */
  readonly id: string | undefined
  /** The status of its answer; 0 when there was none. */
  readonly status: number
  readonly answer: string
}

/** What can be seen of a decision. */
export type Observation = {
  /** Undefined when the service said something that `words` does not have, or nothing. */
  readonly decision: Decision | undefined
  /** What it said. */
  readonly word: string
  /** How often it was recorded. */
  readonly count?: number
  readonly status?: number
  /** What it answered, where that says more than the word. */
  readonly answer?: string
}

/** What an adapter may use. A module gets the same. */
export type Context = {
  /** `id`, `port`, `sessionId` and the other names that a description may use. */
  readonly values: Values
  readonly serviceUrl: string
  readonly yoti: MockYoti
  readonly log: readonly string[]
  readonly callbacks: readonly Callback[]
}

/** How the gauntlet talks to a service. */
export type Adapter = {
  readonly begin: (context: Context) => Promise<Begun>
  /** May say which status the service answered; 0 when there was no answer. */
  readonly returned?: (context: Context) => Promise<unknown>
  readonly observe: (context: Context) => Promise<Observation>
  readonly end?: (context: Context) => Promise<void>
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Sent = { readonly headers?: Readonly<Record<string, string>> | undefined; readonly body?: unknown }

/** Milliseconds in which the service must answer; what takes longer is no answer. */
const patience = 15_000

const send = async (context: Context, request: string, { headers = {}, body }: Sent = {}) => {
  const [method = 'GET', path = '/'] = fillText(request, context.values).split(' ')
  const text = typeof body === 'object' ? JSON.stringify(fill(body, context.values)) : undefined
  const plain = typeof body === 'string' ? fillText(body, context.values) : text
  return callHttp(context.serviceUrl + path, {
    method,
    headers: {
      ...(text !== undefined && { 'Content-Type': 'application/json' }),
      ...(fill(headers, context.values) as Record<string, string>),
    },
    timeoutMs: patience,
    ...(plain !== undefined && { body: plain }),
  }).catch((error: NodeJS.ErrnoException) => ({ status: 0, text: error.code ?? error.message }))
}

const wordOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''))

/** What a word of the service means. */
const meaning = ({ words = {} }: Description, word: string): Decision | undefined =>
  (Object.keys(words) as Decision[]).find((decision) => words[decision]?.some((known) => String(known) === word))

/** Where a decision is only seen once it was made, nothing means that it is still open. */
const meaningOfSilence = (description: Description, word: string): Observation => ({
  decision: meaning(description, word) ?? (word === '' ? 'pending' : undefined),
  word,
})

const countOf = (value: unknown) => (Array.isArray(value) ? value.length : Number(value))

const readJson = (description: Description, value: unknown): Observation => {
  const { decision = 'status', count } = description.observe ?? {}
  const word = wordOf(valueAt(value, decision))
  const times = count === undefined ? undefined : countOf(valueAt(value, count))
  return {
    decision: meaning(description, word),
    word,
    ...(times !== undefined && Number.isFinite(times) && { count: times }),
  }
}

const run = (command: string, cwd: string) =>
  new Promise<string>((done) => {
    exec(command, { cwd, timeout: 10_000 }, (error, stdout) => done(error === null ? stdout.trim() : ''))
  })

const lastMatch = (pattern: string, { log, values }: Context) => {
  const expression = new RegExp(pattern)
  const matches = log.map((line): Readonly<Record<string, string>> => expression.exec(line)?.groups ?? {})
  return (
    matches
      .filter(({ decision }) => decision !== undefined)
      .filter(({ id }) => id === undefined || id === values['id'])
      .at(-1)?.['decision'] ?? ''
  )
}

const observeBy = async (description: Description, context: Context): Promise<Observation> => {
  const { request, headers, command, log, callback } = description.observe ?? {}
  if (request !== undefined) {
    const { status, text } = await send(context, request, { headers })
    if (status === 0) return { decision: undefined, word: text, status }
    const seen = readJson(description, parse(text))
    return { ...seen, status, ...(seen.word === '' && { answer: `${status} ${text.slice(0, 300)}`.trim() }) }
  }
  if (command !== undefined)
    return meaningOfSilence(description, await run(fillText(command, context.values), description.directory))
  if (log !== undefined) return meaningOfSilence(description, lastMatch(log, context))
  const calls = context.callbacks.filter(({ body }) => wordOf(valueAt(body, callback ?? 'id')) === context.values['id'])
  if (calls.length === 0) return { ...meaningOfSilence(description, ''), count: 0 }
  return { ...readJson(description, calls.at(-1)?.body), count: calls.length }
}

/** The id that the service gave, or the session where the gauntlet made it. */
const idOf = (description: Description, text: string, { values }: Context) => {
  const given = valueAt(parse(text), description.begin?.id ?? 'id')
  return given === undefined || given === null ? values['sessionId'] : String(given)
}

const describedAdapter = (description: Description): Adapter => {
  const { begin, return: comeBack } = description
  return {
    begin: async (context) => {
      const { status, text } = await send(context, begin?.request ?? 'POST /', begin)
      const id = status > 0 && status < 400 ? idOf(description, text, context) : undefined
      return { id, status, answer: text.slice(0, 500) }
    },
    ...(comeBack !== undefined && {
      returned: async (context) => (await send(context, comeBack)).status,
    }),
    observe: (context) => observeBy(description, context),
  }
}

/** The adapter of a description: its own module, or what it describes. */
export const createAdapter = async (description: Description): Promise<Adapter> => {
  const described = describedAdapter(description)
  if (description.module === undefined) return described
  const path = resolve(description.directory, description.module)
  const module = (await import(pathToFileURL(path).href).catch((error: Error) => {
    throw new UsageError(`${path} cannot be loaded: ${error.message}`)
  })) as Partial<Adapter>
  const adapter = {
    ...(description.begin && { begin: described.begin }),
    ...(description.observe && { observe: described.observe }),
    ...module,
  }
  if (adapter.begin === undefined || adapter.observe === undefined)
    throw new UsageError(`${path} must export the functions begin and observe; docs/gauntlet.md shows one`)
  return { ...described, ...adapter }
}
