import type { PropertyError } from '../errors.js'
import { pathOf } from './describe-request.js'
import type { Entry } from './entry.js'
import { differencesFrom, type Expectation } from './expectation.js'

/** How many requests are expected; at least one unless said. */
export type Count = { readonly exactly?: number; readonly atLeast?: number; readonly atMost?: number }

/** What came; `message`, which `nearest` goes on, when it was not what was expected. */
export type Verified = { readonly count: number; readonly message?: string; readonly nearest: PropertyError[] }

const mostNearest = 5

const fitsCount = (count: number, { exactly, atLeast, atMost }: Count) =>
  (exactly === undefined || count === exactly) &&
  (atLeast === undefined || count >= atLeast) &&
  (atMost === undefined || count <= atMost)

const tellCount = ({ exactly, atLeast, atMost }: Count) =>
  [
    ...(exactly === undefined ? [] : [`exactly ${exactly}`]),
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(', ')

const tellExpectation = (expected: Expectation) =>
  Object.entries(expected)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ')

const inOneLine = (entry: Entry) => `${entry.method} ${pathOf(entry)} ${entry.sent?.status ?? 'without an answer'}`

/** The requests that fit where there are too many of them, else those that come closest. */
const nearestOf = (judged: readonly { entry: Entry; differences: string[] }[], tooMany: boolean): PropertyError[] =>
  judged
    .filter(({ differences }) => (differences.length === 0) === tooMany)
    .sort((a, b) => a.differences.length - b.differences.length)
    .slice(0, mostNearest)
    .map(({ entry, differences }) => ({
      property: `request ${entry.id}`,
      message: [inOneLine(entry), ...differences].join('; '),
    }))

/** Counts the requests that fit, and says what came instead when their number is another. */
export const verify = (entries: readonly Entry[], expected: Expectation, wanted: Count): Verified => {
  const count: Count = Object.keys(wanted).length === 0 ? { atLeast: 1 } : wanted
  const judged = entries.map((entry) => ({ entry, differences: differencesFrom(expected, entry) }))
  const fitting = judged.filter(({ differences }) => differences.length === 0).length
  if (fitsCount(fitting, count)) return { count: fitting, nearest: [] }
  const tooMany = fitting > (count.exactly ?? count.atMost ?? fitting)
  const nearest = nearestOf(judged, tooMany)
  const what = Object.keys(expected).length === 0 ? '' : ` with ${tellExpectation(expected)}`
  const others = nearest.length === 0 ? ' and no other' : tooMany ? ', among them' : '; the nearest others are'
  const message = `Expected ${tellCount(count)} requests${what}; ${fitting} came${others}`
  return { count: fitting, message, nearest }
}
