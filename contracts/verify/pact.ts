import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../server/base/errors.js'
import { readJson } from '../../server/base/read-json.js'
import { pactProblem } from './pact-shape.js'

/** A rule of a pact's matching: which matchers apply at a path. */
export type Rule = { readonly combine?: 'AND' | 'OR'; readonly matchers: readonly Matcher[] }
export type Rules = Readonly<Record<string, Rule>>
export type Matcher = {
  readonly match: string
  readonly regex?: string
  readonly min?: number
  readonly max?: number
  /** Of `include`: the text that is to be in it. */
  readonly value?: unknown
  /** Of dates and times: how they are written. */
  readonly format?: string
  readonly variants?: readonly { readonly index: number; readonly rules: Rules }[]
}

export type GivenState = { readonly name: string; readonly params?: Readonly<Record<string, unknown>> | null }

export type Interaction = {
  readonly description: string
  /** Since version 4 of the specification. */
  readonly type?: string
  readonly providerStates?: readonly GivenState[] | null
  /** Before version 3 of the specification; other languages write null where there is none. */
  readonly providerState?: string | null
  /** The name of the same in the oldest pacts. */
  readonly provider_state?: string | null
  readonly response?: { readonly body?: unknown; readonly matchingRules?: { readonly body?: Rules } }
}

/** A pact, as far as it is looked into. */
export type Pact = {
  readonly consumer: { readonly name: string }
  readonly provider: { readonly name: string }
  readonly interactions: readonly Interaction[]
  /** Before version 4 of the specification: pacts of messages have these. */
  readonly messages?: readonly Interaction[]
  readonly metadata?: { readonly plugins?: readonly { readonly name: string }[] }
}

/** @throws UsageError when the bytes are not a pact */
export const parsePact = (bytes: Buffer, where: string): Pact => {
  const expected = 'JSON with consumer, provider and interactions is expected'
  let pact: unknown
  try {
    pact = readJson(bytes)
  } catch (error) {
    throw new UsageError(`${where} is not a pact: it ${(error as SyntaxError).message}; ${expected}`)
  }
  const problem = pactProblem(pact)
  if (problem !== undefined) throw new UsageError(`${where} is not a pact: ${problem}; ${expected}`)
  // Looked into just above; the rest is as Pact's specification says.
  const { interactions, messages, ...rest } = pact as Pact
  return { ...rest, interactions: interactions ?? [], ...(messages && { messages }) }
}

const read = async (file: string) => {
  const bytes = await readFile(file).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read the pact ${file}: ${code}`)
  })
  return parsePact(bytes, file)
}

const pactsIn = async (dir: string) => {
  const names = await readdir(dir).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read the folder ${dir}: ${code}`)
  })
  return names.filter((name) => name.endsWith('.json')).map((name) => join(dir, name))
}

/** A pact, and the file that it was read from. */
export type PactOfFile = { readonly file: string; readonly pact: Pact }

/** The pacts of files and of the folders' `*.json`. @throws UsageError for one that cannot be read */
export const readPactFiles = async (files: readonly string[], dirs: readonly string[]): Promise<PactOfFile[]> => {
  const found = (await Promise.all(dirs.map(pactsIn))).flat()
  return Promise.all([...files, ...found].map(async (file) => ({ file, pact: await read(file) })))
}

export const readPacts = async (files: readonly string[], dirs: readonly string[]): Promise<Pact[]> =>
  (await readPactFiles(files, dirs)).map(({ pact }) => pact)

/** What a pact expects: requests, messages, or both. */
export const interactionsIn = ({ interactions, messages = [] }: Pact): readonly Interaction[] => [
  ...interactions,
  ...messages,
]

/** Whether a pact has messages: notifications, which are not asked for. */
export const hasMessages = ({ interactions, messages = [] }: Pact): boolean =>
  messages.length > 0 || interactions.some(({ type }) => type === 'Asynchronous/Messages')
