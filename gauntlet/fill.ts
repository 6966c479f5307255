import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'

/** What stands for {{names}} in a description: `id`, `port`, `yoti.apiUrl`. */
export type Values = Readonly<Record<string, string>>

/**
 * A text with every {{name}} replaced.
 * @throws UsageError for a name that nothing stands for
 */
export const fillText = (text: string, values: Values): string =>
  text.replace(/\{\{ ?([\w.]{1,50}) ?\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value !== undefined) return value
    const known = Object.keys(values)
    throw new UsageError(`Nothing stands for {{${name}}} here.${didYouMean(name, known)} Known: ${known.join(', ')}`)
  })

/** The same in every text of a JSON value. */
export const fill = (value: unknown, values: Values): unknown => {
  if (typeof value === 'string') return fillText(value, values)
  if (Array.isArray(value)) return value.map((item) => fill(item, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, values)]))
}

/** Whether a value uses a name, in any of its texts. */
export const uses = (value: unknown, name: string): boolean =>
  new RegExp(`\\{\\{ ?${name} ?\\}\\}`).test(JSON.stringify(value ?? ''))

const keysOf = (place: string) =>
  place
    .replace(/^\$\.?/, '')
    .split(/[.[\]]+/)
    .filter((key) => key !== '')

/** A place such as `data.items[0].id` as JavaScript reads it: `["data"]["items"]["0"]["id"]`. */
export const valuePlace = (place: string): string =>
  keysOf(place)
    .map((key) => `[${JSON.stringify(key)}]`)
    .join('')

/** What stands at a place such as `data.items[0].id`; undefined where there is nothing. */
export const valueAt = (value: unknown, place: string): unknown =>
  keysOf(place).reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined,
    value,
  )
