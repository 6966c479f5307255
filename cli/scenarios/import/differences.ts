import { checkKinds } from '../../../server/engine/checks/index.js'
import { isTold, toldOf, wordsOf } from './tell.js'

type Value = unknown
type Holder = Readonly<Record<string, Value>>

/** What two answers have in common, and where they differ. */
export type Comparison = {
  readonly differences: readonly string[]
  /** How many values the two have together, and how many are the same in both. */
  readonly compared: number
  readonly same: number
}

const isObject = (value: Value): value is Holder => typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/** How many values there are in a value: words, numbers, and lists and objects with nothing in them. */
const countOf = (value: Value): number => {
  if (typeof value !== 'object' || value === null) return 1
  const parts = Object.values(value)
  return parts.length === 0 ? 1 : parts.reduce<number>((count, part) => count + countOf(part), 0)
}

const joined = (all: readonly Comparison[]): Comparison => ({
  differences: all.flatMap(({ differences: found }) => found),
  compared: all.reduce((count, { compared }) => count + compared, 0),
  same: all.reduce((count, { same }) => count + same, 0),
})

const unlike = (difference: string, ...values: Value[]): Comparison => ({
  differences: [difference],
  compared: Math.max(...values.map(countOf)),
  same: 0,
})

const alike: Comparison = { differences: [], compared: 1, same: 1 }

/** What an item of a list is one of: items of one kind are compared with each other. */
const kindOf = (item: Value): string | undefined => {
  if (!isObject(item)) return undefined
  const kind = item['type'] ?? item['sub_check'] ?? item['document_type'] ?? item['name'] ?? item['liveness_type']
  return typeof kind === 'string' ? kind : undefined
}

/** For each item its partner in another list: the next one of its kind, else what is left, in order. */
const partnersIn = (items: readonly Value[], others: readonly Value[]): (number | undefined)[] => {
  const free = new Set(others.keys())
  const take = (index: number | undefined) => {
    if (index !== undefined) free.delete(index)
    return index
  }
  const ofKind = items.map((item) => take([...free].find((index) => kindOf(others[index]) === kindOf(item))))
  return ofKind.map((index) => index ?? take([...free][0]))
}

/** Lists whose items are told one by one. */
const isNamed = (path: string) => /(^|\.)(checks|id_documents|supplementary_documents|breakdown|tasks)$/.test(path)

const tellAlone = (item: Value, place: string): string => {
  const kind = kindOf(item)
  if (/^checks\[/.test(place) && kind !== undefined && !Object.hasOwn(checkKinds, kind))
    return `${place}: no check of type ${wordsOf(kind)} is known here`
  return `${place} is not in the scenario's answer: ${toldOf(kind ?? item, place, 'type')}`
}

const listsOf = (answer: readonly Value[], made: readonly Value[], path: string): Comparison => {
  const partners = partnersIn(answer, made)
  const alone = [...answer.keys()].filter((index) => partners[index] === undefined)
  const missing = made.filter((_, index) => !partners.includes(index))
  const told = `${path} has ${answer.length}, the scenario's ${made.length}`
  const isEach = isNamed(path) && alone.length > 0
  const taken = partners.filter((index) => index !== undefined)
  const isMoved = taken.some((index, nth) => nth > 0 && index < (taken[nth - 1] ?? 0))
  return joined([
    ...(answer.length === made.length || isEach
      ? []
      : [unlike(told, [...alone.map((index) => answer[index]), ...missing])]),
    ...(isEach ? alone.map((index) => unlike(tellAlone(answer[index], `${path}[${index}]`), answer[index])) : []),
    ...(isMoved ? [unlike(`${path} is in another order in the scenario's answer`, '')] : []),
    ...answer.flatMap((item, index) => {
      const partner = partners[index]
      return partner === undefined ? [] : [compare(item, made[partner], `${path}[${index}]`)]
    }),
    ...(answer.length === 0 && made.length === 0 ? [alike] : []),
  ])
}

const objectsOf = (answer: Holder, made: Holder, path: string): Comparison =>
  joined([
    ...[...new Set([...Object.keys(answer), ...Object.keys(made)])].map((key) => {
      const place = at(path, key)
      const isMade = made[key] !== undefined
      // A null is as good as nothing.
      if (answer[key] === null && !isMade) return alike
      if (answer[key] === null) return unlike(`${place} is null, and is in the scenario's answer`, made[key])
      if (!isMade) {
        const told = toldOf(answer[key], path, key)
        return unlike(`${place} is not in the scenario's answer${told === undefined ? '' : `: ${told}`}`, answer[key])
      }
      if (answer[key] === undefined) return unlike(`${place} is only in the scenario's answer`, made[key])
      return compare(answer[key], made[key], place)
    }),
    ...(Object.keys(answer).length + Object.keys(made).length === 0 ? [alike] : []),
  ])

const formOf = (value: string) => {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) return 'a UUID'
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(value) ? 'a time' : undefined
}

const texts = (answer: string, made: string, path: string): Comparison => {
  const key = path.split('.').at(-1) ?? path
  if (isTold(path, key))
    return answer === made ? alike : unlike(`${path} is ${wordsOf(answer)}, the scenario's ${wordsOf(made)}`, answer)
  const form = formOf(made)
  if (form === undefined || formOf(answer) === form) return alike
  const told = toldOf(answer, path, key)
  return unlike(`${path} is ${told ?? `a text of ${answer.length} characters`}, the scenario's is ${form}`, answer)
}

/**
 * Compares an answer with the one that a scenario makes: keys, lengths of lists, words such as states and types, and the
 * form of ids and times. What people are called is no part of it, nor of what is told.
 */
export const compare = (answer: Value, made: Value, path = ''): Comparison => {
  if (Array.isArray(answer) && Array.isArray(made)) return listsOf(answer, made, path)
  if (isObject(answer) && isObject(made)) return objectsOf(answer, made, path)
  if (typeof answer === 'string' && typeof made === 'string') return texts(answer, made, path)
  if (
    typeof answer === typeof made &&
    isObject(answer) === isObject(made) &&
    Array.isArray(answer) === Array.isArray(made)
  )
    return alike
  const told = toldOf(answer, path, path.split('.').at(-1) ?? path)
  return unlike(
    `${path} is of another kind in the scenario's answer${told === undefined ? '' : `: ${told}`}`,
    answer,
    made,
  )
}

/** Where the structure of an answer is not that of another. */
export const differences = (answer: Value, made: Value): readonly string[] => compare(answer, made).differences
