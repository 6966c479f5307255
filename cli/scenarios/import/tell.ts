/** Words that say what kind of thing something is, never who. */
const structural = new Set([
  'state',
  'type',
  'document_type',
  'issuing_country',
  'liveness_type',
  'capture_method',
  'capture_type',
  'sub_check',
  'result',
  'process',
  'value',
  'reason',
  'reason_code',
  'requirements_not_met_info',
  'recovery_suggestion',
  'scheme',
  'trust_framework',
  'objective',
  'provider',
  'code',
  'name',
])

/** Words at the end of a key that nobody knows yet: what stands there says what kind of thing it is. */
const telling = new Set(
  'type state status result reason code method level category kind mode version outcome source'.split(' '),
)

const lastWord = (key: string) => key.split('_').at(-1) ?? key

/** Values of details that say what was found; anything else may be about the person. */
export const harmless: RegExp = /^([A-Z_]{2,}|true|false|[01]\.\d+|Yoti Ltd)$/

const isDetail = (place: string) => {
  const [holder = '', key] = place.split('.').slice(-2)
  return key === 'value' && holder.startsWith('details[')
}

/** Whether a place has a word that says what kind of thing something is, so that it is compared and told. */
export const isTold = (place: string, key: string): boolean => structural.has(key) && !isDetail(place)

/** A word as it is, or that it is none. */
export const wordsOf = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z0-9_ .-]{1,60}$/.test(value) ? value : 'something else'

const isOwnId = (key: string, value: string) =>
  (lastWord(key) === 'id' || key.startsWith('resources_used')) &&
  key !== 'user_tracking_id' &&
  /^[A-Za-z0-9_-]{1,60}$/.test(value) &&
  !isUuid(value)

const isUuid = (value: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value)

/** Keys that say what kind of thing something is in one place, and anything in others. */
const isElsewhere = (place: string, key: string) =>
  (key === 'name' || key === 'value') && !/(details\[\d{1,6}\]\.name|recommendation\.value)$/.test(place)

/** Nobody is called like a code: it has no spaces. */
const isCode = (value: string) => /^[A-Za-z0-9_.-]{1,60}$/.test(value)

const textOf = (value: string, place: string, key: string): string => {
  const isKind = (isTold(place, key) && !isElsewhere(place, key)) || (telling.has(lastWord(key)) && !isDetail(place))
  if ((isKind && isCode(value)) || isOwnId(key, value)) return value
  return `a text of ${value.length} character${value.length === 1 ? '' : 's'}`
}

const mostKeys = 8

const objectOf = (value: object, place: string): string => {
  const entries = Object.entries(value)
  if (entries.length === 0) return 'an empty object'
  const told = entries.slice(0, mostKeys).map(([key, held]) => `${wordsOf(key)}: ${toldOf(held, place, key)}`)
  const more = entries.length > mostKeys ? [`and ${entries.length - mostKeys} more`] : []
  return `{ ${[...told, ...more].join(', ')} }`
}

/**
 * A value of an answer in a few words. Names, numbers of documents and free texts are told by their length: nothing of the
 * person is told. Undefined when there is nothing to say.
 * @param path of what holds it
 */
export const toldOf = (value: unknown, path: string, key: string): string | undefined => {
  const place = path.endsWith(key) ? path : `${path}.${key}`
  if (typeof value === 'string') return textOf(value, place, key)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return objectOf(value, place)
  if (typeof value === 'number' && Math.abs(value) >= 10_000) return 'a long number'
  return value === undefined ? undefined : String(value)
}
