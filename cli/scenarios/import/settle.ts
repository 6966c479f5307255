import type { Schema } from '../../../server/openapi/schema.js'
import {
  alternativeOf,
  alternativesOf,
  type DocumentSchema,
  propertyOf,
  schemaNamed,
} from '../../../server/shapes/document-schema.js'
import { standInFor } from './stand-ins.js'

type Holder = Readonly<Record<string, unknown>>
type Place = {
  /** `checks[].state` */
  readonly path: string
  /** What makes it another than its neighbours: `checks[0].state` */
  readonly own: string
  readonly holder: Holder
  readonly answer: Holder
}

const isObject = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Types of documents and countries are words that openapi.yaml does not list. */
const isWord = (path: string) => /(document_type|issuing_country)$/.test(path)

const isWordAsWritten = (path: string, value: string) =>
  path.endsWith('_type') ? /^[A-Z][A-Z0-9_]*$/.test(value) : /^[A-Z]{3}$/.test(value)

const text = (words: readonly unknown[] | undefined, value: unknown, { path, own, holder, answer }: Place): unknown => {
  if (words !== undefined) return words.includes(value) ? value : standInFor(path, value, holder, answer)
  if (isWord(path) && !(typeof value === 'string' && isWordAsWritten(path, value)))
    return standInFor(path, value, holder, answer) ?? value
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  // An id that is missing is nobody else's.
  return path.endsWith('id') ? `missing: ${own}` : undefined
}

const object = (schema: DocumentSchema, value: unknown, place: Place): unknown => {
  const given = isObject(value) ? value : {}
  const one = alternativeOf(schema, given)
  const required = alternativesOf(one).flatMap((alternative) => alternative.required ?? [])
  const settled: Record<string, unknown> = { ...given }
  for (const name of new Set([...required, ...Object.keys(given)])) {
    const property = propertyOf(one, name)
    if (property === undefined || (given[name] === undefined && !required.includes(name))) continue
    // What may be left out and is of another kind is left out.
    if (!required.includes(name) && !isOfKind(property, given[name])) {
      delete settled[name]
      continue
    }
    const held = settle(property, given[name], {
      path: place.path === '' ? name : `${place.path}.${name}`,
      own: place.own === '' ? name : `${place.own}.${name}`,
      holder: given,
      answer: place.answer,
    })
    if (held !== undefined) settled[name] = held
    // When things happened is no part of a scenario: an instant that is missing is left out.
    else if (required.includes(name) && !isInstant(property)) return undefined
    else delete settled[name]
  }
  return settled
}

const isOfKind = (schema: DocumentSchema, value: unknown) => {
  const type = alternativesOf(schema)[0]?.type
  return type === 'object' ? isObject(value) : type !== 'array' || Array.isArray(value)
}

const isInstant = (schema: DocumentSchema) => alternativesOf(schema).some(({ format }) => format === 'date-time')

const list = (items: DocumentSchema, value: unknown, { path, own, answer }: Place): unknown[] =>
  Array.isArray(value)
    ? value.flatMap((item, index) => {
        // A report that is not there is filled in; an item of a list that is none is left out.
        if (alternativesOf(items).some(({ type }) => type === 'object') && !isObject(item)) return []
        const held = settle(items, item, { path: `${path}[]`, own: `${own}[${index}]`, holder: {}, answer })
        return held === undefined ? [] : [held]
      })
    : []

const isOf = (type: unknown, value: unknown) => (type === 'integer' ? Number.isInteger(value) : typeof value === type)

const settle = (schema: DocumentSchema, value: unknown, place: Place): unknown => {
  const [one] = alternativesOf(schema)
  if (one === undefined) return value
  if ('items' in one && one.type === 'array') return list(one.items, value, place)
  if (one.type === 'object') return one.properties === undefined ? value : object(schema, value, place)
  if (one.type === 'string') return text(one.enum ?? (one.const === undefined ? undefined : [one.const]), value, place)
  return isOf(one.type, value) ? value : undefined
}

/**
 * An answer as openapi.yaml has it, made of one that may have anything in it: what cannot be understood is left out, and a
 * word that nobody knows gives way to one that stands for it. What became of it is seen in the answer of the scenario.
 */
export const settled = (answer: Holder): Schema<'SessionResult'> =>
  // Every place was made to be of its type.
  settle(schemaNamed('SessionResult'), answer, { path: '', own: '', holder: {}, answer }) as Schema<'SessionResult'>
