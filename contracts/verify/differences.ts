import { isDeepStrictEqual } from 'node:util'
import type { Matcher, Rule, Rules } from './pact.js'

/** Where a value is not as expected: the path below the item, and both sides in words. */
export type Difference = { readonly path: string; readonly expected: string; readonly actual: string }

const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))

const kindOf = (value: unknown) => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

const exactly: Rule = { matchers: [{ match: 'equality' }] }
const alike: Rule = { matchers: [{ match: 'type' }] }

/** The rule of a path: its own, or that of a value around it when that one asks only for types. */
const ruleAt = (rules: Rules, path: string): Rule => {
  const own = rules[path]
  if (own !== undefined && own.matchers.length > 0) return own
  const around = Object.keys(rules)
    .filter((key) => path.startsWith(`${key}.`) || path.startsWith(`${key}[`))
    .sort((a, b) => b.length - a.length)[0]
  return rules[around ?? '']?.matchers[0]?.match === 'type' ? alike : exactly
}

/** Pact's own regular expressions are not JavaScript's: one that is unknown here counts as matched. */
const fitsPattern = (pattern: string | undefined, actual: unknown) => {
  try {
    return new RegExp(`^(?:${pattern})$`).test(String(actual))
  } catch {
    return true
  }
}

/** What a date or a time looks like, as far as its format says so in digits; any other format counts as matched. */
const fitsFormat = (format: string | undefined, actual: unknown) => {
  if (typeof actual !== 'string') return false
  const isPlain = format !== undefined && /^(?:[yMdHmsS:./ -]|'[^']*')+$/.test(format)
  if (!isPlain) return true
  const pattern = format
    .replaceAll(/'([^']{0,100})'/g, '$1')
    .replaceAll(/[./]/g, '\\$&')
    .replaceAll(/[yMdHmsS]/g, '\\d')
  return fitsPattern(pattern, actual)
}

/** Whether a value has what a matcher asks for; yes where it is one that cannot be judged here. */
const fits = ({ match, regex, value, format }: Matcher, expected: unknown, actual: unknown): boolean => {
  switch (match) {
    case 'equality':
      return isDeepStrictEqual(expected, actual)
    case 'regex':
      return fitsPattern(regex, actual)
    case 'include':
      return typeof actual === 'string' && actual.includes(String(value))
    case 'date':
    case 'time':
    case 'timestamp':
    case 'datetime':
      return fitsFormat(format, actual)
    case 'integer':
      return Number.isInteger(actual)
    case 'decimal':
    case 'number':
      return typeof actual === 'number'
    case 'boolean':
      return typeof actual === 'boolean' || actual === 'true' || actual === 'false'
    case 'null':
      return actual === null
    case 'notEmpty':
      return actual !== undefined && actual !== null && actual !== '' && !(Array.isArray(actual) && actual.length === 0)
    case 'type':
      return kindOf(expected) === kindOf(actual)
    default:
      return actual !== undefined
  }
}

const wanted = ({ match, regex, value, format }: Matcher, expected: unknown) => {
  switch (match) {
    case 'equality':
      return show(expected)
    case 'regex':
      return `/${regex}/`
    case 'include':
      return `a text with ${show(value)} in it`
    case 'type':
      return `a ${kindOf(expected)}`
    default:
      return format === undefined ? `a ${match}` : `a ${match} like ${format}`
  }
}

const shown = (path: string) => path.replace(/^\$\.?/, '')

const leaf = ({ combine = 'AND', matchers }: Rule, expected: unknown, actual: unknown, path: string): Difference[] => {
  const failed = matchers.filter((matcher) => !fits(matcher, expected, actual))
  if (failed.length === 0 || (combine === 'OR' && failed.length < matchers.length)) return []
  const words = failed.map((matcher) => wanted(matcher, expected))
  return [{ path: shown(path), expected: words.join(combine === 'OR' ? ' or ' : ' and '), actual: show(actual) }]
}

/** Each item that is to be somewhere in a list and is not, by the nearest that there is. */
const ofVariants = (
  expected: readonly unknown[],
  actual: readonly unknown[],
  { variants = [] }: Matcher,
  path: string,
): Difference[] =>
  expected.flatMap((item, index) => {
    const rules = variants.find((variant) => variant.index === index)?.rules ?? {}
    const candidates = actual.map((other, at) =>
      differences(item, other, rules).map((one) => ({
        ...one,
        path: [`${shown(path)}[${at}]`, one.path].filter((part) => part !== '').join('.'),
      })),
    )
    const [nearest] = candidates.toSorted((one, other) => one.length - other.length)
    if (nearest === undefined)
      return [{ path: shown(path), expected: `one like ${show(item)}`, actual: 'an empty list' }]
    return nearest
  })

const wantedLength = ({ min, max }: Matcher) =>
  [min === undefined ? [] : [`at least ${min}`], max === undefined ? [] : [`at most ${max}`]].flat().join(' and ')

const ofLists = (expected: readonly unknown[], actual: readonly unknown[], rules: Rules, path: string) => {
  const { matchers } = ruleAt(rules, path)
  const contains = matchers.find(({ match }) => match === 'arrayContains')
  if (contains !== undefined) return ofVariants(expected, actual, contains, path)
  const open = matchers.find(({ match }) => match === 'type')
  if (open === undefined && actual.length !== expected.length) return leaf(exactly, expected, actual, path)
  const { min = 0, max = Number.POSITIVE_INFINITY } = open ?? {}
  if (open !== undefined && (actual.length < min || actual.length > max))
    return [{ path: shown(path), expected: `${wantedLength(open)} items`, actual: `${actual.length}` }]
  return actual.flatMap((item, index) =>
    differences(open ? expected[0] : expected[index], item, rules, `${path}[${open ? '*' : index}]`),
  )
}

/**
 * What of a value is not as a pact expects it, by the rules of the pact. Properties that nobody expects are no difference.
 * @param path of the value itself: `$`
 */
export const differences = (expected: unknown, actual: unknown, rules: Rules, path = '$'): Difference[] => {
  const kind = kindOf(expected)
  if (kind !== kindOf(actual) || !['object', 'list'].includes(kind))
    return leaf(ruleAt(rules, path), expected, actual, path)
  if (Array.isArray(expected) && Array.isArray(actual)) return ofLists(expected, actual, rules, path)
  // Both are objects, as their kind says.
  const found = actual as Readonly<Record<string, unknown>>
  return Object.entries(expected as object).flatMap(([key, value]) =>
    differences(value, found[key], rules, `${path}.${key}`),
  )
}
