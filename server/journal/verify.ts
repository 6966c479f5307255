import type { PropertyError } from '../base/errors.js'
import { mapInTurns } from '../base/in-turns.js'
import { pathOf, sdkIdOf } from './describe-request.js'
import type { Entry } from './entry.js'
import { cut, differencesFrom, type Expectation } from './expectation.js'

/** How many requests are expected; at least one unless said. */
export type Count = { readonly exactly?: number; readonly atLeast?: number; readonly atMost?: number }

/** What came; `message`, which `nearest` goes on, when it was not what was expected. */
export type Verified = { readonly count: number; readonly message?: string; readonly nearest: PropertyError[] }

const mostNearest = 5

const fitsCount = (count: number, { exactly, atLeast, atMost }: Count) =>
  (exactly === undefined || count === exactly) &&
  (atLeast === undefined || count >= atLeast) &&
  (atMost === undefined || count <= atMost)

const describeCount = ({ exactly, atLeast, atMost }: Count) =>
  [
    ...(exactly === undefined ? [] : [`exactly ${exactly}`]),
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(', ')

const describeExpectation = (expected: Expectation) =>
  Object.entries(expected)
    .map(([name, value]) => `${name} ${cut(typeof value === 'object' ? JSON.stringify(value) : String(value))}`)
    .join(', ')

const inOneLine = (entry: Entry) => `${entry.method} ${pathOf(entry)} ${entry.sent?.status ?? 'without an answer'}`

/** What is not there at all is further off than what is another. */
const distanceOf = (differences: readonly string[]) =>
  differences.reduce((sum, difference) => sum + (difference.includes(' is missing, ') ? 2 : 1), 0)

/** The requests that fit where there are too many of them, else those that come closest. */
const nearestOf = (judged: readonly { entry: Entry; differences: string[] }[], tooMany: boolean): PropertyError[] =>
  judged
    .filter(({ differences }) => (differences.length === 0) === tooMany)
    .reverse()
    .sort((a, b) => distanceOf(a.differences) - distanceOf(b.differences))
    .slice(0, mostNearest)
    .map(({ entry, differences }) => ({
      property: `request ${entry.id}`,
      message: [inOneLine(entry), ...differences].join('; '),
    }))

/** The entries of the expected application, or all. */
export const entriesOf = (entries: readonly Entry[], { sdkId }: Expectation): readonly Entry[] =>
  sdkId === undefined ? entries : entries.filter((entry) => sdkIdOf(entry) === sdkId)

/** Which requests must not have made room for others, so that those that fit can be counted. */
export const countedSince = (
  entries: readonly Entry[],
  expected: Expectation,
): { readonly sdkId?: string; readonly since?: number } => {
  // Nothing was about a session before it was created.
  const { sdkId, sessionId } = expected
  const created = entriesOf(entries, expected).find(
    (entry) => entry.operation === 'createSession' && entry.sessionId === sessionId,
  )
  const since = sessionId === undefined ? undefined : created?.id
  return { ...(sdkId !== undefined && { sdkId }), ...(since !== undefined && { since }) }
}

const doubt =
  'The journal had to forget requests that may have fitted: clear it before what is verified, or raise --journal-size. '

/**
 * Counts the requests that fit, and says what came instead when their number is another, or cannot be known any more. Those
 * of other applications than the expected one are not looked at.
 * @param isSure whether every request that may have fitted is among the entries
 */
export const verify = async (
  all: readonly Entry[],
  expected: Expectation,
  { wanted, isSure }: { readonly wanted: Count; readonly isSure: boolean },
): Promise<Verified> => {
  const count: Count = Object.keys(wanted).length === 0 ? { atLeast: 1 } : wanted
  const entries = entriesOf(all, expected)
  const judged = await mapInTurns(entries, (entry) => ({ entry, differences: differencesFrom(expected, entry) }))
  const fitting = judged.filter(({ differences }) => differences.length === 0).length
  const fits = fitsCount(fitting, count)
  const isLimited = count.exactly !== undefined || count.atMost !== undefined
  if (fits && (isSure || !isLimited)) return { count: fitting, nearest: [] }
  const what = Object.keys(expected).length === 0 ? '' : ` with ${describeExpectation(expected)}`
  const summary = `${isSure ? '' : doubt}Expected ${describeCount(count)} requests${what}; ${fitting} came`
  if (fits) return { count: fitting, message: summary, nearest: [] }
  const tooMany = fitting > (count.exactly ?? count.atMost ?? fitting)
  const nearest = nearestOf(judged, tooMany)
  const others = nearest.length === 0 ? ' and no other' : tooMany ? ', among them' : '; the nearest others are'
  return { count: fitting, message: `${summary}${others}`, nearest }
}
