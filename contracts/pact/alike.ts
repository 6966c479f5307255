import type { ResultAnswer, ShapeAnswer } from '../../server/shapes/index.js'
import type { Reads } from './reads.js'

type Result = Extract<ResultAnswer, { body: unknown }>
type Check = Result['body']['checks'][number]

const isSame = (values: readonly unknown[]) => values.length > 0 && new Set(values).size === 1

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value without the keys that one of the others lacks, at any depth outside lists. */
const sharedPart = (value: unknown, others: readonly unknown[]): unknown => {
  if (!isObject(value)) return value
  const objects = others.filter(isObject)
  const keys = Object.keys(value).filter((key) => objects.every((object) => key in object))
  return Object.fromEntries(
    keys.map((key) => [
      key,
      sharedPart(
        value[key],
        objects.map((object) => object[key]),
      ),
    ]),
  )
}

const readsValue = (reads: Reads): boolean => {
  if (reads === true) return true
  const below = reads['checks']
  if (below === undefined || below === true) return below === true
  return ['state', 'report'].some((name) => below[name] !== undefined)
}

/** The same answer with what all checks have, once for each type. */
export type Alike = { readonly answer: Result; readonly types: readonly string[] }

/**
 * A result whose checks all came to the same. A list that contains one of each kind could hold another that did not, so
 * that every check is asked to be like this one as well. Nothing where the checks differ, or there is but one kind.
 */
export const alikeOf = (operation: string, answer: ShapeAnswer, reads: Reads): Alike | undefined => {
  if (operation !== 'getSession' || !('body' in answer) || !readsValue(reads)) return undefined
  // What reading a session answers.
  const result = answer as Result
  const { checks } = result.body
  const types = [...new Set(checks.map(({ type }) => type))]
  const agree =
    types.length > 1 &&
    isSame(checks.map(({ state }) => state)) &&
    isSame(checks.map(({ report }) => report?.recommendation.value))
  if (!agree) return undefined
  const firsts = types.flatMap((type) => checks.find((check) => check.type === type) ?? [])
  // What is left of a check may be less than a check: it is asked for, never answered.
  const alike = firsts.map((check) => sharedPart(check, checks) as Check)
  return { answer: { ...result, body: { ...result.body, checks: alike } }, types }
}
