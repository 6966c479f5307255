/** Words that say what kind of thing something is, never who. */
const structural = new Set(['state', 'type', 'document_type', 'issuing_country', 'liveness_type', 'capture_method'])
const ofReports = new Set([
  'sub_check',
  'result',
  'process',
  'value',
  'reason',
  'recovery_suggestion',
  'scheme',
  'name',
])

type Value = unknown

const isObject = (value: Value): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

const isTold = (key: string) => structural.has(key) || ofReports.has(key)

const words = (value: Value) =>
  typeof value === 'string' && /^[A-Za-z0-9_ .-]{1,60}$/.test(value) ? value : 'something else'

/**
 * Where the structure of an answer is not that of another: keys, lengths of lists, and words such as states and types. Ids,
 * instants and what people are called are no part of it, nor of what is told.
 */
export const differences = (answer: Value, made: Value, path = ''): string[] => {
  if (Array.isArray(answer) && Array.isArray(made)) {
    const lengths = answer.length === made.length ? [] : [`${path} has ${answer.length}, the scenario's ${made.length}`]
    return [
      ...lengths,
      ...answer.flatMap((item, index) =>
        index < made.length ? differences(item, made[index], `${path}[${index}]`) : [],
      ),
    ]
  }
  if (isObject(answer) && isObject(made))
    return [...new Set([...Object.keys(answer), ...Object.keys(made)])].flatMap((key) => {
      const place = at(path, key)
      if (made[key] === undefined) return [`${place} is not in the scenario's answer`]
      if (answer[key] === undefined) return [`${place} is only in the scenario's answer`]
      if (isTold(key) && !isObject(answer[key]) && answer[key] !== made[key])
        return [`${place} is ${words(answer[key])}, the scenario's ${words(made[key])}`]
      return differences(answer[key], made[key], place)
    })
  return typeof answer === typeof made && isObject(answer) === isObject(made)
    ? []
    : [`${path} is of another kind in the scenario's answer`]
}
