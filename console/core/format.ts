const pad = (value: number, length = 2) => String(value).padStart(length, '0')

const instantOf = (text: string | number) => new Date(text)

/** `14:03:21.120`, where the reader is. */
export const timeOfDay = (at: string | number): string => {
  const date = instantOf(at)
  if (Number.isNaN(date.getTime())) return String(at)
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`
}

/** `2026-03-04`, where the reader is. */
export const dateOf = (at: string | number): string => {
  const date = instantOf(at)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

const units: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]

/** A span in its two greatest units: `2 d 3 h`, `4 min`, `12 s`. */
export const span = (milliseconds: number): string => {
  const size = Math.abs(milliseconds)
  const at = units.findIndex(([, length]) => size >= length)
  if (at === -1) return `${Math.round(size)} ms`
  const [name = '', length = 1] = units[at] ?? []
  const whole = Math.floor(size / length)
  const next = units[at + 1]
  if (next === undefined) return `${whole} ${name}`
  const rest = Math.floor((size % length) / next[1])
  return rest === 0 || whole >= 10 ? `${whole} ${name}` : `${whole} ${name} ${rest} ${next[0]}`
}

/** `in 4 min`, `12 s ago`. */
export const relative = (at: string | number, now: number): string => {
  const difference = instantOf(at).getTime() - now
  if (Math.abs(difference) < 1000) return 'now'
  return difference > 0 ? `in ${span(difference)}` : `${span(difference)} ago`
}

/** A count with its word: `1 request`, `2 requests`. */
export const counted = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? word : `${word}s`}`

/** `1.2 kB`. */
export const bytes = (size: number): string =>
  size < 1000
    ? `${size} bytes`
    : size < 1_000_000
      ? `${(size / 1000).toFixed(1)} kB`
      : `${(size / 1_000_000).toFixed(1)} MB`

/** The beginning of an id, enough to tell it from the others on a page. */
export const shortId = (id: string): string => (id.length > 13 ? `${id.slice(0, 8)}…` : id)
