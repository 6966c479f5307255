import { isDeepStrictEqual } from 'node:util'
import type { Matcher, Rules } from './pact.js'

/** Where a value is not as expected: the path below the item, and both sides in words. */
export type Difference = { readonly path: string; readonly expected: string; readonly actual: string }

const show = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))

const kindOf = (value: unknown) => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** The matcher of a path: its own, or that of a value around it when that one asks only for types. */
const matcherAt = (rules: Rules, path: string): Matcher => {
  const own = rules[path]?.matchers[0]
  if (own !== undefined) return own
  const around = Object.keys(rules)
    .filter((key) => path.startsWith(`${key}.`) || path.startsWith(`${key}[`))
    .sort((a, b) => b.length - a.length)[0]
  const matcher = rules[around ?? '']?.matchers[0]
  return matcher?.match === 'type' ? { match: 'type' } : { match: 'equality' }
}

/** Pact's own regular expressions are not JavaScript's: of one that is unknown here nothing is told. */
const fitsPattern = (pattern: string | undefined, actual: unknown) => {
  try {
    return new RegExp(`^(?:${pattern})$`).test(String(actual))
  } catch {
    return true
  }
}

const fits = ({ match, regex }: Matcher, expected: unknown, actual: unknown) => {
  switch (match) {
    case 'equality':
      return isDeepStrictEqual(expected, actual)
    case 'regex':
      return fitsPattern(regex, actual)
    case 'integer':
      return Number.isInteger(actual)
    case 'decimal':
    case 'number':
      return typeof actual === 'number'
    default:
      return kindOf(expected) === kindOf(actual)
  }
}

const wanted = ({ match, regex }: Matcher, expected: unknown) => {
  if (match === 'equality') return show(expected)
  return match === 'regex' ? `/${regex}/` : `a ${match === 'type' ? kindOf(expected) : match}`
}

const leaf = (matcher: Matcher, expected: unknown, actual: unknown, path: string): Difference[] =>
  fits(matcher, expected, actual)
    ? []
    : [{ path: path.replace(/^\$\.?/, ''), expected: wanted(matcher, expected), actual: show(actual) }]

const ofLists = (expected: readonly unknown[], actual: readonly unknown[], rules: Rules, path: string) => {
  const matcher = matcherAt(rules, path)
  if (matcher.match === 'arrayContains') return []
  const isOpen = matcher.match === 'type'
  if (isOpen ? actual.length < (matcher.min ?? 0) : actual.length !== expected.length)
    return leaf({ match: 'equality' }, expected, actual, path)
  return actual.flatMap((item, index) =>
    differences(isOpen ? expected[0] : expected[index], item, rules, `${path}[${isOpen ? '*' : index}]`),
  )
}

/**
 * What of a value is not as a pact expects it, by the rules of the pact. Properties that nobody expects are no difference.
 * @param path of the value itself: `$`
 */
export const differences = (expected: unknown, actual: unknown, rules: Rules, path = '$'): Difference[] => {
  const kind = kindOf(expected)
  if (kind !== kindOf(actual) || !['object', 'list'].includes(kind))
    return leaf(matcherAt(rules, path), expected, actual, path)
  if (Array.isArray(expected) && Array.isArray(actual)) return ofLists(expected, actual, rules, path)
  // Both are objects, as their kind says.
  const found = actual as Readonly<Record<string, unknown>>
  return Object.entries(expected as object).flatMap(([key, value]) =>
    differences(value, found[key], rules, `${path}.${key}`),
  )
}
