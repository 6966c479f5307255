import {
  alternativeOf,
  alternativesOf,
  type DocumentSchema,
  decisivePaths,
  documentOperation,
  itemsOf,
  pinnedPaths,
  propertyOf,
  type SchemaObject,
  type ShapeAnswer,
  schemaNamed,
} from '../../server/shapes/index.js'
import { containing, equalTo, isMatcher, like, matching, someLike, wholeNumber } from './matchers.js'
import type { Reads } from './reads.js'

/** What a parameter of a shape fixes: whoever asks for a value wants that one. */
const fixedBy: Readonly<Record<string, string>> = {
  reason: 'checks[].report.recommendation.reason',
  id_document: 'resources.id_documents[].document_type',
  supplementary_document: 'resources.supplementary_documents[].document_type',
}

/** Lists that a consumer tells results apart by: empty means empty. */
const tellingLists = /^(?:checks|resources\.[a-z_]+)$/

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
const instant = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})$'

const textMatcher = (value: string, { enum: values, format, pattern }: SchemaObject) => {
  // A word that the document does not have is no example of those that it has.
  if (values !== undefined) return values.includes(value) ? matching(`^(?:${values.join('|')})$`, value) : like(value)
  if (format === 'uuid') return matching(uuid, value)
  if (format === 'date-time') return matching(instant, value)
  return pattern === undefined ? like(value) : matching(pattern, value)
}

/** What a client reads at a path, and the paths whose values must be equal. */
export type Ask = {
  readonly reads: Reads
  readonly path: string
  readonly exact: readonly string[]
  /** The types that a check may have, where it stands for all checks. */
  readonly types?: readonly string[]
}

const leafMatcher = (value: unknown, schema: DocumentSchema, { path, exact, types }: Ask) => {
  if (types !== undefined && path === 'checks[].type') return matching(`^(?:${types.join('|')})$`, value)
  if (exact.includes(path)) return equalTo(value)
  const [only = {}] = alternativesOf(schema)
  if (typeof value === 'string') return textMatcher(value, only)
  return only.type === 'integer' ? wholeNumber(value) : like(value)
}

/** What a matcher demands, without the examples that it shows: equal for two that demand the same. */
const demandOf = (value: unknown): unknown => {
  if (isMatcher(value)) {
    const { value: example, ...demand } = value
    if (value['pact:matcher:type'] === 'equality') return value
    return typeof example === 'object' ? { ...demand, value: demandOf(example) } : demand
  }
  if (Array.isArray(value)) return value.map(demandOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, demandOf(item)]))
}

/** The list that says which sub-check failed, and what is asked of each that did. */
const subChecks = 'checks[].report.breakdown'
const failing = [`${subChecks}[].sub_check`, `${subChecks}[].result`]

const isFailing = (item: unknown) =>
  typeof item === 'object' && item !== null && 'result' in item && item.result === 'FAIL'

/** The sub-checks that failed, by their names; what passed may be another list another day. */
const failingMatcher = (items: readonly unknown[], schema: DocumentSchema, ask: Ask) => {
  const below = { ...ask, path: `${ask.path}[]`, exact: [...ask.exact, ...failing] }
  return containing(items.filter(isFailing).map((item) => matcherOf(item, itemsOf(schema) ?? {}, below)))
}

const listMatcher = (items: readonly unknown[], schema: DocumentSchema, ask: Ask) => {
  if (ask.path === subChecks && items.some(isFailing)) return failingMatcher(items, schema, ask)
  if (items.length === 0) return tellingLists.test(ask.path) ? [] : like([])
  const all = items.map((item) => matcherOf(item, itemsOf(schema) ?? {}, { ...ask, path: `${ask.path}[]` }))
  if (ask.types !== undefined && ask.path === 'checks') return someLike(...all)
  const demands = all.map((matcher) => JSON.stringify(demandOf(matcher)))
  const [first, ...more] = all.filter((_matcher, index) => demands.indexOf(demands[index] ?? '') === index)
  // Each resource is shown: checks name one of them.
  const shown = ask.path.startsWith('resources.') ? all : [first, ...more]
  // All alike: then every item must be so, and an extra one that differs is found.
  return more.length === 0 ? someLike(...shown) : containing(shown)
}

/** A value as a contract asks for it: exact at the paths that must be equal, as wide as its schema elsewhere. */
export const matcherOf = (value: unknown, schema: DocumentSchema, ask: Ask): unknown => {
  const { reads, path } = ask
  if (Array.isArray(value)) return listMatcher(value, schema, ask)
  if (typeof value !== 'object' || value === null) return leafMatcher(value, schema, ask)
  const fitting = alternativeOf(schema, value)
  const parts = Object.entries(value).flatMap(([key, item]) => {
    const below = reads === true ? true : reads[key]
    if (below === undefined) return []
    const at = path === '' ? key : `${path}.${key}`
    return [[key, matcherOf(item, propertyOf(fitting, key) ?? {}, { ...ask, reads: below, path: at })] as const]
  })
  return Object.fromEntries(parts)
}

type Asked = { reads?: Reads; params?: Readonly<Record<string, string>>; types?: readonly string[] }

/**
 * The body of an answer as a contract asks for it: exact where consumers decide (state, type and state of a check,
 * recommendation) and where a parameter of the shape fixes the value, wide everywhere else, and only what the client
 * reads. The code of an error is always asked for. Nothing where the answer has no JSON.
 */
export const matcherBody = (
  operation: string,
  answer: ShapeAnswer,
  { reads = true, params = {}, types }: Asked = {},
): unknown => {
  if ('error' in answer) {
    const { code, ...rest } = answer.error
    return {
      code: equalTo(code),
      ...(matcherOf(rest, schemaNamed('Error'), { reads: true, path: '', exact: [] }) as object),
    }
  }
  const schema = documentOperation(operation).answerSchema(answer.status)
  if (answer.body === undefined || schema === undefined) return undefined
  const exact = [
    ...decisivePaths(operation),
    ...pinnedPaths(operation),
    ...Object.keys(params).flatMap((name) => fixedBy[name] ?? []),
  ]
  return matcherOf(answer.body, schema, { reads, path: '', exact, ...(types && { types }) })
}
