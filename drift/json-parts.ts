/** An object or a list of JSON. */
export type Json = Readonly<Record<string, unknown>>

/** The value where it is an object or a list, otherwise one without anything in it. */
export const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The `type` of each item of a list. */
export const typesIn = (list: unknown): string[] => asList(list).map((item) => String(asObject(item)['type']))

/** In milliseconds; not a number for what is no instant. */
export const instantOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN)

/** Every object of a value, with the place that it has. */
export function* objectsIn(value: unknown, path = ''): Generator<readonly [path: string, Json]> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item, `${path}[]`)
  else if (typeof value === 'object' && value !== null) {
    yield [path, value as Json]
    for (const [key, item] of Object.entries(value)) yield* objectsIn(item, path === '' ? key : `${path}.${key}`)
  }
}
