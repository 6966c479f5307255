import { isDeepStrictEqual } from 'node:util'
import { bodyOf, headersOf, pathOf, queryOf, sdkIdOf } from './describe-request.js'
import type { Entry } from './entry.js'
import { traceContextOf } from './trace-context.js'

/** What a request must be; what is left out may be anything. */
export type Expectation = {
  readonly sessionId?: string
  readonly sdkId?: string
  readonly operation?: string
  /** `503`, or a class: `5xx`. */
  readonly status?: string | number
  readonly matched?: boolean
  readonly scenario?: string
  readonly traceId?: string
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
  traceId: (entry) => traceContextOf(entry)?.traceId,
  method: ({ method }) => method,
  path: pathOf,
}

/** Nobody reads more of one value. */
const longestShown = 2_000

/** A text, cut where it is long. */
export const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

const shown = (value: unknown) => {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? `'${cut(value)}'` : cut(JSON.stringify(value))
}

const differ = (name: string, found: unknown, expected: unknown) =>
  isDeepStrictEqual(found, expected) ? [] : [`${name} is ${shown(found)}, not ${shown(expected)}`]

const statusDiffers = ({ sent }: Entry, expected: string | number): string[] => {
  const found = sent === undefined ? 'none' : String(sent.status)
  const fits = new RegExp(`^${String(expected).replaceAll('x', '\\d')}$`).test(found)
  return fits ? [] : [`status is ${found}, not ${expected}`]
}

type Parts = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Nobody reads more differences of one request. Each is worked out for every request of the journal. */
const mostDifferences = 50

/** Where a value lacks what is expected of it; an object may have more. The first of the differences. */
const lacks = (name: string, found: unknown, expected: unknown): string[] => {
  const isList = Array.isArray(expected) && Array.isArray(found) && expected.length === found.length
  if (!isList && !(isObject(expected) && isObject(found))) return differ(name, found, expected)
  const differences: string[] = []
  // Both are lists, or both are objects.
  const [expectedParts, foundParts] = [expected, found] as [Parts, Parts]
  for (const key in expectedParts) {
    const part = Object.hasOwn(foundParts, key) ? foundParts[key] : undefined
    differences.push(...lacks(`${name}.${key}`, part, expectedParts[key]))
    if (differences.length >= mostDifferences) break
  }
  return differences
}

const lowerCaseNames = (headers: Readonly<Record<string, string>>): Parts =>
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
