import { deriveId, isUuid } from '../base/ids.js'
import yoti from '../openapi/generated/yoti.json' with { type: 'json' }
import {
  alternativeOf,
  alternativesOf,
  type DocumentSchema,
  type SchemaObject,
  schemaNamed,
} from './document-schema.js'

type Schema = SchemaObject & { readonly 'x-open'?: boolean }
type Holder = Readonly<Record<string, unknown>>

/** One way in which Yoti may change its answers one day, which a tolerant client bears. */
export type FutureChange = {
  /** `unknown-fields`, or `unknown-value:SubCheck.result` */
  readonly name: string
  readonly title: string
  /** A value as it may be one day; as it is where there is nothing to change. */
  readonly change: (value: unknown, schema: DocumentSchema) => unknown
}

/** A value somewhere in an answer: what openapi.yaml calls it, and where it stands. */
type Place = { readonly schema: Schema | undefined; readonly name: string; readonly path: string }
type Visit = (value: unknown, place: Place) => unknown

const isObject = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema that a value is of, with its name in openapi.yaml. */
const resolved = (schema: DocumentSchema | undefined, name: string, value: unknown) => {
  if (schema === undefined) return { schema: undefined, name }
  if ('$ref' in schema) {
    const own = schema.$ref.split('/').at(-1) ?? name
    const named = schemaNamed(own)
    return { schema: isObject(value) ? (alternativeOf(named, value) as Schema) : (named as Schema), name: own }
  }
  const one = isObject(value) ? alternativeOf(schema, value) : (alternativesOf(schema)[0] ?? schema)
  return { schema: one as Schema, name }
}

/** A value with every part of it changed, the innermost first. */
const mapped = (
  value: unknown,
  given: DocumentSchema | undefined,
  visit: Visit,
  at: Omit<Place, 'schema'>,
): unknown => {
  const { schema, name } = resolved(given, at.name, value)
  const place = { schema, name, path: at.path }
  if (Array.isArray(value)) {
    const items = schema && 'items' in schema ? schema.items : undefined
    const inside = { name: `${name}[]`, path: `${at.path}[]` }
    return visit(
      value.map((item) => mapped(item, items, visit, inside)),
      place,
    )
  }
  if (!isObject(value)) return visit(value, place)
  const parts = Object.entries(value).map(([key, part]) => {
    const inside = { name: `${name}.${key}`, path: at.path === '' ? key : `${at.path}.${key}` }
    return [key, mapped(part, schema?.properties?.[key], visit, inside)]
  })
  return visit(Object.fromEntries(parts), place)
}

const changing =
  (visit: Visit): FutureChange['change'] =>
  (value, schema) =>
    mapped(value, schema, visit, { name: '', path: '' })

const newWords = ['ESCALATED', 'DEFERRED', 'SUPERSEDED', 'UNDER_APPEAL', 'CONDITIONAL', 'DELEGATED', 'PROVISIONAL']

/** A number that a seed and a name always give. */
const numberOf = (seed: string, name: string) => Number.parseInt(deriveId(seed, name).slice(0, 8), 16)

/** A word that nobody knows: the same for a seed. */
const newWord = (seed: string, name: string): string => {
  const number = numberOf(seed, name)
  return `${newWords[number % newWords.length]}_${number % 1000}`
}

/** Values of the fields that are added: of each kind that JSON has. */
const newValues = (seed: string): readonly unknown[] => [
  newWord(seed, 'field'),
  numberOf(seed, 'number') % 1000,
  true,
  null,
  { [newWord(seed, 'key').toLowerCase()]: newWord(seed, 'value') },
  [newWord(seed, 'item')],
]

/** A value for each object: the one that its place and the seed choose. */
const withNewField = (seed: string): Visit => {
  const values = newValues(seed)
  return (value, { schema, path }) =>
    isObject(value) && schema?.properties !== undefined
      ? { ...value, [newWord(seed, path).toLowerCase()]: values[numberOf(seed, path) % values.length] }
      : value
}

/** A copy of an item with ids of its own. */
const another = (item: unknown): unknown => {
  if (typeof item === 'string') return isUuid(item) ? deriveId(item, 'another') : item
  if (Array.isArray(item)) return item.map(another)
  return isObject(item) ? Object.fromEntries(Object.entries(item).map(([key, part]) => [key, another(part)])) : item
}

const isListOfObjects = (value: unknown): value is readonly Holder[] => Array.isArray(value) && value.some(isObject)

const longer: Visit = (value) => (isListOfObjects(value) ? [...value, another(value.at(-1))] : value)

const reversed: Visit = (value) => (isListOfObjects(value) ? [...value].reverse() : value)

const withMilliseconds: Visit = (value, { schema }) =>
  typeof value === 'string' && schema?.format === 'date-time' ? value.replace(/(:\d{2})Z$/, '$1.123Z') : value

const withNewCheck = (seed: string): FutureChange['change'] =>
  changing((value, { path }) =>
    path === 'checks' && Array.isArray(value) && isObject(value[0])
      ? [...value, { ...(another(value[0]) as Holder), type: `${newWord(seed, 'check')}_CHECK` }]
      : value,
  )

/** One more document, of another type; no check has looked at it. */
const withNewDocument = (seed: string): FutureChange['change'] =>
  changing((value, { path }) =>
    /^resources\.(?:id|supplementary)_documents$/.test(path) && Array.isArray(value) && isObject(value[0])
      ? [...value, { ...(another(value[0]) as Holder), document_type: `${newWord(seed, path)}_DOCUMENT` }]
      : value,
  )

/** Every enum of openapi.yaml that Yoti may add a word to: `SessionState`, `SubCheck.result`. */
export const openEnums = (): string[] => {
  const inSchema = (schema: Schema, name: string): string[] => [
    ...(schema['x-open'] ? [name] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
      inSchema(property as Schema, `${name}.${key}`),
    ),
  ]
  return Object.entries(yoti.components.schemas).flatMap(([name, schema]) => inSchema(schema as Schema, name))
}

const withNewValue = (seed: string, open: string): FutureChange['change'] => {
  const isLower = (words: readonly unknown[] = []) => words.every((word) => String(word) === String(word).toLowerCase())
  const word = newWord(seed, open)
  return changing((value, { schema, name }) => {
    if (name !== open || typeof value !== 'string' || !schema?.['x-open']) return value
    return isLower(schema.enum) ? word.toLowerCase() : word
  })
}

/** The seed of everything that is the same in every run. */
export const usualSeed = 'mock-yoti'

/** Every change that a tolerant client bears, made from openapi.yaml. @param seed chooses the words and values */
export const futureChanges = (seed: string = usualSeed): readonly FutureChange[] => [
  { name: 'unknown-fields', title: 'every object has a field that nobody knows', change: changing(withNewField(seed)) },
  { name: 'unknown-check', title: 'a check of a type that nobody knows approves', change: withNewCheck(seed) },
  {
    name: 'unknown-document',
    title: 'there is one more document, of a type that nobody knows',
    change: withNewDocument(seed),
  },
  { name: 'longer-lists', title: 'every list has one item more', change: changing(longer) },
  { name: 'another-order', title: 'every list stands in another order', change: changing(reversed) },
  { name: 'milliseconds', title: 'every time has milliseconds', change: changing(withMilliseconds) },
  ...openEnums().map((open) => ({
    name: `unknown-value:${open}`,
    title: `${open} has a word that nobody knows`,
    change: withNewValue(seed, open),
  })),
]

/** Enums by which clients decide: an answer with another word there is another result, not the same one a day later. */
export const decidingEnums: readonly string[] = [
  'SessionState',
  'CheckState',
  'CheckType',
  'Recommendation.value',
  'NotificationTopic',
  'SessionNotification.topic',
  'IdentityProfile.result',
  'AdvancedIdentityProfile.result',
  'Requirement.type',
  'Requirement.state',
  'TrackedDevice.event',
]

/** A topic that nobody knows. */
export const newTopic = (seed: string = usualSeed): string => newWord(seed, 'topic').toLowerCase()

/** Whether an answer stays the result that it is: a client decides by nothing that a change replaces. */
const leavesResult = ({ name }: FutureChange): boolean =>
  !decidingEnums.some((open) => name === `unknown-value:${open}`)

/** The changes after which an answer is still the same result. */
export const harmlessChanges = (seed: string = usualSeed): readonly FutureChange[] =>
  futureChanges(seed).filter(leavesResult)

/** The same for answers of reading a session, and a topic that nobody knows. */
export const futureResults = (
  seed: string = usualSeed,
): {
  readonly changes: readonly {
    readonly name: string
    readonly title: string
    readonly change: (answer: object) => object
  }[]
  readonly topic: string
} => ({
  changes: harmlessChanges(seed).map(({ name, title, change }) => ({
    name,
    title,
    // An object stays one.
    change: (answer) => change(answer, schemaNamed('SessionResult')) as object,
  })),
  topic: newTopic(seed),
})
