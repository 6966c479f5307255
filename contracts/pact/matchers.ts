/** A value that matches more than itself, in Pact's integration format: every Pact library takes it as it stands. */
export type Matcher = { readonly 'pact:matcher:type': string; readonly [key: string]: unknown }

/** Exactly this value, also inside a matcher that asks only for the type. */
export const equalTo = (value: unknown): Matcher => ({ 'pact:matcher:type': 'equality', value })

/** Any value of the same type. */
export const like = (value: unknown): Matcher => ({ 'pact:matcher:type': 'type', value })

export const wholeNumber = (value: unknown): Matcher => ({ 'pact:matcher:type': 'integer', value })

export const matching = (pattern: string, value: unknown): Matcher => ({
  'pact:matcher:type': 'regex',
  regex: pattern,
  value,
})

/** One or more items like these, which all ask for the same. */
export const someLike = (...items: readonly unknown[]): Matcher => ({
  'pact:matcher:type': 'type',
  value: items,
  min: 1,
})

/** Each of these is found at least once, in any order, whatever else there is. */
export const containing = (variants: readonly unknown[]): Matcher => ({
  'pact:matcher:type': 'arrayContains',
  variants,
})

export const isMatcher = (value: unknown): value is Matcher =>
  typeof value === 'object' && value !== null && 'pact:matcher:type' in value

/** What a matcher shows to a client. */
export const exampleOf = (value: unknown): unknown => {
  if (isMatcher(value)) return exampleOf(value['variants'] ?? value['value'])
  if (Array.isArray(value)) return value.map(exampleOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, exampleOf(item)]))
}
