import type { OpenAPIV3_1 } from 'openapi-types'
import { isUuid } from '../server/base/ids.js'
import type { Beliefs } from './beliefs.js'
import { listedWords } from './codes.js'
import { formOfTime } from './distance.js'
import { itemPlaces, type Place, propertyPlaces } from './document.js'

/** Takes a difference: where it is, and what. */
export type Differ = (path: string, what: string) => void

/** Takes what was seen: places, and the words in them. */
export type See = (fact: string) => void

type Context = { readonly beliefs: Beliefs; readonly differ: Differ; readonly see: See }

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

const typesOf = ({ schema }: Place): readonly string[] => [schema.type ?? []].flat()

const isOfType = (value: unknown, place: Place) => {
  const types = typesOf(place)
  const kind = kindOf(value)
  return types.length === 0 || types.includes(kind) || (kind === 'integer' && types.includes('number'))
}

const fixedWord = ({ schema }: Place, key: string): unknown => {
  const property = schema.properties?.[key]
  return property === undefined || '$ref' in property ? undefined : (property.const ?? property.enum)
}

/** Of alternatives, those whose fixed words are the value's; all of them when there are none. */
const fitting = (value: object, places: readonly Place[]): readonly Place[] => {
  if (places.length < 2) return places
  const found = places.filter((place) =>
    Object.entries(value).every(([key, item]) => {
      const fixed = fixedWord(place, key)
      return fixed === undefined || [fixed].flat().includes(item)
    }),
  )
  return found.length > 0 ? found : places
}

/** Where no scenario has an instant, it is written like the others. */
const usualForms: ReadonlySet<string> = new Set(['9999-99-99T99:99:99Z'])

const problemOfForm = (text: string, { name, schema }: Place, { timesAt }: Beliefs): string | undefined => {
  const { format, pattern } = schema
  const form = formOfTime(text)
  if (format === 'uuid') return isUuid(text) && text === text.toLowerCase() ? undefined : 'is no lower-case UUID'
  if (format === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? undefined : `is no date but like ${form}`
  if (format === 'date-time') {
    const forms = timesAt(name) ?? usualForms
    return forms.has(form) ? undefined : `is a time like ${form}, not like ${[...forms].join(' or ')}`
  }
  // Only patterns of openapi.yaml itself.
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return `is not as ${pattern}: like ${form}`
  return undefined
}

const checkText = (text: string, places: readonly Place[], path: string, { beliefs, differ, see }: Context) => {
  const listed = listedWords(places)
  if (listed.length > 0) {
    see(`${path} = ${text}`)
    if (!listed.includes(text)) differ(path, `is ${text}, which openapi.yaml does not list`)
    return
  }
  const [problem] = places.flatMap((place) => problemOfForm(text, place, beliefs) ?? [])
  if (problem !== undefined) differ(path, problem)
  const known = places.flatMap(({ name }) => beliefs.wordsAt(name) ?? [])
  if (known.length > 0 && !known.some((words) => words.has(text))) differ(path, `is ${text}, which nobody knows here`)
}

const isOpen = ({ schema: { additionalProperties: others } }: Place) => others !== undefined && others !== false

const required = (places: readonly Place[]) =>
  places.flatMap(({ schema }) => (schema as OpenAPIV3_1.SchemaObject).required ?? [])

const checkObject = (value: object, all: readonly Place[], path: string, context: Context) => {
  const places = fitting(value, all)
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  for (const [key, item] of Object.entries(value)) {
    const own = propertyPlaces(places, key)
    if (own.length > 0) checkPlaces(item, own, at(key), context)
    else if (!places.some(isOpen)) context.differ(at(key), 'is not in openapi.yaml')
  }
  if (places.length === 1)
    for (const key of required(places)) if (!Object.hasOwn(value, key)) context.differ(at(key), 'is missing')
}

const checkPlaces = (value: unknown, places: readonly Place[], path: string, context: Context): void => {
  const { differ, see } = context
  see(path)
  const typed = places.filter((place) => isOfType(value, place))
  if (typed.length === 0) {
    const types = [...new Set(places.flatMap(typesOf))].join(' or ')
    differ(path === '' ? 'the body' : path, `is of type ${kindOf(value)}, not ${types}`)
  } else if (Array.isArray(value)) for (const item of value) checkPlaces(item, itemPlaces(typed), `${path}[]`, context)
  else if (typeof value === 'object' && value !== null) checkObject(value, typed, path, context)
  else if (typeof value === 'string') checkText(value, typed, path, context)
}

/** Tells where a JSON value is not as openapi.yaml says, and what of openapi.yaml it shows. */
export const checkJson = (value: unknown, places: readonly Place[], context: Context): void =>
  checkPlaces(value, places, '', context)

/** Every place of a schema, and every word that it lists: what a value of it could show. */
export const everyFact = (places: readonly Place[], path = '', depth = 0): string[] => {
  if (depth > 12) return []
  const own = [path, ...listedWords(places).map((word) => `${path} = ${String(word)}`)]
  const names = [...new Set(places.flatMap(({ schema }) => Object.keys(schema.properties ?? {})))]
  const items = itemPlaces(places)
  return [
    ...own,
    ...names.flatMap((name) =>
      everyFact(propertyPlaces(places, name), path === '' ? name : `${path}.${name}`, depth + 1),
    ),
    ...(items.length > 0 ? everyFact(items, `${path}[]`, depth + 1) : []),
  ]
}
