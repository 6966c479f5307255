import { isDeepStrictEqual } from 'node:util'
import { bodyOf, headersOf, pathOf, queryOf, sdkIdOf } from './describe-request.js'
import type { Entry } from './entry.js'

/** What a request must be; what is left out may be anything. */
export type Expectation = {
  readonly sessionId?: string
  readonly sdkId?: string
  readonly operation?: string
  /** `503`, or a class: `5xx`. */
  readonly status?: string | number
  readonly matched?: boolean
  readonly scenario?: string
  readonly method?: string
  readonly path?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const facts: Readonly<Record<string, (entry: Entry) => unknown>> = {
  sessionId: ({ sessionId }) => sessionId,
  sdkId: sdkIdOf,
  operation: ({ operation }) => operation,
  matched: ({ operation }) => operation !== undefined,
  scenario: ({ scenario }) => scenario,
  method: ({ method }) => method,
  path: pathOf,
}

const shown = (value: unknown) =>
  value === undefined ? 'missing' : typeof value === 'string' ? `'${value}'` : JSON.stringify(value)

const differ = (name: string, found: unknown, expected: unknown) =>
  isDeepStrictEqual(found, expected) ? [] : [`${name} is ${shown(found)}, not ${shown(expected)}`]

const statusDiffers = ({ sent }: Entry, expected: string | number): string[] => {
  const found = sent === undefined ? 'none' : String(sent.status)
  const fits = new RegExp(`^${String(expected).replaceAll('x', '\\d')}$`).test(found)
  return fits ? [] : [`status is ${found}, not ${expected}`]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a value lacks what is expected of it; an object may have more. */
const lacks = (name: string, found: unknown, expected: unknown): string[] => {
  if (isObject(expected) && isObject(found))
    return Object.entries(expected).flatMap(([key, value]) => lacks(`${name}.${key}`, found[key], value))
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return expected.flatMap((item, at) => lacks(`${name}.${at}`, found[at], item))
  return differ(name, found, expected)
}

const lowerCaseNames = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** What tells a request from one that was expected, in words; nothing when it fits. */
export const differencesFrom = (expected: Expectation, entry: Entry): string[] => {
  const { status, query, headers, body, ...plain } = expected
  return [
    ...Object.entries(plain).flatMap(([name, value]) => differ(name, facts[name]?.(entry), value)),
    ...(status === undefined ? [] : statusDiffers(entry, status)),
    ...(query === undefined ? [] : lacks('query', queryOf(entry), query)),
    ...(headers === undefined ? [] : lacks('header', headersOf(entry), lowerCaseNames(headers))),
    ...(body === undefined ? [] : lacks('body', bodyOf(entry), body)),
  ]
}
