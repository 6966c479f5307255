/** Values by their names: what a provider state hands out. */
export type Values = Readonly<Record<string, string>>

/** Changes every string in a value, in keys' values and in lists. */
export const mapStrings = (value: unknown, change: (text: string) => unknown): unknown => {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]))
}

/** The name of the value that a text is, if it is one. */
export const nameOf = (text: string, values: Values): string | undefined =>
  Object.entries(values).find(([, value]) => value === text)?.[0]

/** The same with other values under the same names. */
export const replaceValues = (value: unknown, from: Values, to: Values): unknown =>
  mapStrings(value, (text) => to[nameOf(text, from) ?? ''] ?? text)
