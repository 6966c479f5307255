import { yotiOperations } from '../openapi/generated/operations.js'
import yoti from '../openapi/generated/yoti.json' with { type: 'json' }
import { alternativeOf, alternativesOf, type DocumentSchema, type SchemaObject } from './document-schema.js'
import { type Evidence, withSource } from './evidence.js'

type Schema = SchemaObject
type Marked = { readonly 'x-evidence'?: Partial<Evidence> & { readonly values?: Readonly<Record<string, Evidence>> } }

/** A field of openapi.yaml, or one of the words that it may have, and how we know of it. */
export type FieldEvidence = {
  /** The schema and the field: `SessionResult.state`; a word: `SessionState=EXPIRED`. */
  readonly path: string
  readonly evidence: Evidence
}

// The JSON of openapi.yaml has its own, narrower type for each schema.
const schemas = yoti.components.schemas as unknown as Readonly<Record<string, Schema>>

const nobody: Evidence = { grade: 'invented', source: 'openapi.yaml names no source' }

/** What a node says of itself, else what its holder says. */
const evidenceOf = (node: Marked, held: Evidence): Evidence => {
  const { grade, source, recordings, newest } = node['x-evidence'] ?? {}
  if (grade === undefined || source === undefined) return held
  return withSource({ grade, source, ...(recordings && { recordings }), ...(newest && { newest }) })
}

const wordsOf = (node: Marked, path: string): FieldEvidence[] =>
  Object.entries(node['x-evidence']?.values ?? {}).map(([word, evidence]) => ({
    path: `${path}=${word}`,
    evidence: withSource(evidence),
  }))

const fieldsOf = (schema: DocumentSchema, path: string, held: Evidence): FieldEvidence[] => {
  // What a reference points to has its fields under its own name.
  if ('$ref' in schema) return []
  const items = 'items' in schema && schema.items ? fieldsOf(schema.items, `${path}[]`, held) : []
  const alternatives = (schema.oneOf ?? []).flatMap((one) => fieldsOf(one, path, held))
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]): FieldEvidence[] => {
    const own = `${path}.${name}`
    const evidence = evidenceOf(property as Marked, held)
    return [{ path: own, evidence }, ...wordsOf(property as Marked, own), ...fieldsOf(property, own, evidence)]
  })
  return [...properties, ...items, ...alternatives]
}

/** How we know of every field of openapi.yaml. */
export const fieldEvidence = (): FieldEvidence[] =>
  Object.entries(schemas).flatMap(([name, schema]) => {
    const held = evidenceOf(schema as Marked, nobody)
    return [...wordsOf(schema as Marked, name), ...fieldsOf(schema, name, held)]
  })

/** How we know of every operation, by its operationId. */
export const operationEvidence = (): FieldEvidence[] => {
  const paths = yoti.paths as unknown as Readonly<Record<string, Readonly<Record<string, Marked>>>>
  return yotiOperations.map(({ operationId, method, path }) => ({
    path: operationId,
    evidence: evidenceOf(paths[path]?.[method.toLowerCase()] ?? {}, nobody),
  }))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The alternative that a value is of, as the document writes it: a reference keeps its name. */
const chosen = (alternatives: readonly DocumentSchema[], value: unknown): DocumentSchema | undefined => {
  if (!isObject(value)) return alternatives.find((one) => alternativesOf(one)[0]?.type !== 'object')
  const one = alternativeOf({ oneOf: [...alternatives] } as Schema, value)
  return alternatives.find((alternative) => alternativesOf(alternative)[0] === one)
}

const seenIn = (schema: DocumentSchema, path: string, value: unknown): string[] => {
  if ('$ref' in schema) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    const named = schemas[name]
    return named === undefined ? [] : seenIn(named, name, value)
  }
  const word = typeof value === 'string' && schema.enum?.includes(value) ? [`${path}=${value}`] : []
  if (schema.oneOf !== undefined) {
    const one = chosen(schema.oneOf, value)
    return one === undefined ? word : [...word, ...seenIn(one, path, value)]
  }
  if ('items' in schema && Array.isArray(value))
    return value.flatMap((item) => (schema.items ? seenIn(schema.items, `${path}[]`, item) : []))
  if (!isObject(value)) return word
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    value[name] === undefined || value[name] === null
      ? []
      : [`${path}.${name}`, ...seenIn(property, `${path}.${name}`, value[name])],
  )
}

/** The schema of openapi.yaml with this name. */
export const reference = (name: string): DocumentSchema => ({ $ref: `#/components/schemas/${name}` })

/** The fields of openapi.yaml that an answer of a schema has, as `fieldEvidence` names them. */
export const fieldsSeen = (schema: DocumentSchema, value: unknown): ReadonlySet<string> =>
  new Set(seenIn(schema, '', value))
