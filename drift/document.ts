import type { OpenAPIV3_1 } from 'openapi-types'
import { follow } from '../server/openapi/follow.js'
import yoti from '../server/openapi/generated/yoti.json' with { type: 'json' }
import type { YotiOperationId } from '../server/openapi/operation.js'
import { yotiRouter } from '../server/openapi/router.js'

type SchemaObject = OpenAPIV3_1.SchemaObject
type Written = SchemaObject | OpenAPIV3_1.ReferenceObject

/** A schema of openapi.yaml, named by the nearest schema that has a name and the path since: `Check.config.pool_id`. */
export type Place = { readonly name: string; readonly schema: SchemaObject }

/** What a schema may stand for: itself, what it refers to, or each of its alternatives. */
const placesOf = (schema: Written, name: string): readonly Place[] => {
  if ('$ref' in schema) return placesOf(follow(schema), schema.$ref.split('/').at(-1) ?? name)
  return schema.oneOf === undefined ? [{ name, schema }] : schema.oneOf.flatMap((one) => placesOf(one, name))
}

/** What a property of a value may be; empty when openapi.yaml has no such property. */
export const propertyPlaces = (places: readonly Place[], key: string): readonly Place[] =>
  places.flatMap(({ name, schema }) => {
    const property = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined
    return property === undefined ? [] : placesOf(property, `${name}.${key}`)
  })

/** What the items of a list may be. */
export const itemPlaces = (places: readonly Place[]): readonly Place[] =>
  places.flatMap(({ name, schema }) => ('items' in schema && schema.items ? placesOf(schema.items, `${name}[]`) : []))

type Content = Readonly<Record<string, OpenAPIV3_1.MediaTypeObject>>
type Operation = OpenAPIV3_1.OperationObject

// The JSON of openapi.yaml has its own, narrower type for each operation.
const paths = yoti.paths as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>
const hooks = yoti.webhooks as unknown as Readonly<Record<string, { readonly post: Operation }>>

const operations = new Map<string, Operation>(
  Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap((value): [string, Operation][] => {
      const operation = value as Partial<Operation>
      return operation.operationId === undefined ? [] : [[operation.operationId, operation as Operation]]
    }),
  ),
)

const jsonOf = (content: Content | undefined, name: string): readonly Place[] => {
  const schema = content?.['application/json']?.schema
  return schema === undefined ? [] : placesOf(schema, name)
}

const contentOf = (operationId: string, status: number): Content | undefined => {
  const response = operations.get(operationId)?.responses?.[String(status)]
  return response && follow(response).content
}

/** What the JSON of an answer may be; empty when openapi.yaml gives the operation no such answer. */
export const answerPlaces = (operationId: string, status: number): readonly Place[] =>
  jsonOf(contentOf(operationId, status), `${operationId} ${status}`)

/** The content types that an answer may have; undefined when openapi.yaml does not give the operation this status. */
export const answerTypes = (operationId: string, status: number): readonly string[] | undefined => {
  if (operations.get(operationId)?.responses?.[String(status)] === undefined) return undefined
  return Object.keys(contentOf(operationId, status) ?? {})
}

/** The statuses that openapi.yaml gives an operation. */
export const answerStatuses = (operationId: string): readonly number[] =>
  Object.keys(operations.get(operationId)?.responses ?? {}).map(Number)

/** The headers that openapi.yaml gives an answer. */
export const answerHeaders = (operationId: string, status: number): readonly string[] => {
  const response = operations.get(operationId)?.responses?.[String(status)]
  return Object.keys((response && follow(response).headers) ?? {})
}

/** The names of the examples of an answer: for errors, their codes. */
export const exampleNames = (operationId: string, status: number): readonly string[] =>
  Object.keys(contentOf(operationId, status)?.['application/json']?.examples ?? {})

/** What the JSON of a request may be. */
export const requestPlaces = (operationId: string): readonly Place[] => {
  const body = operations.get(operationId)?.requestBody
  return jsonOf(body && follow(body).content, `${operationId} request`)
}

/** The query parameters of an operation. */
export const queryPlaces = (operationId: string, parameter: string): readonly Place[] =>
  (operations.get(operationId)?.parameters ?? [])
    .map((one) => follow(one))
    .filter((one) => one.in === 'query' && one.name === parameter)
    .flatMap(({ schema }) => (schema ? placesOf(schema as Written, `query.${parameter}`) : []))

/** What the body of a notification may be, whatever its topic. */
export const notificationPlaces: readonly Place[] = placesOf({ $ref: '#/components/schemas/Notification' }, '')

/** The topics that openapi.yaml has. */
export const knownTopics: readonly string[] = Object.keys(hooks)

/** The schema of the body of a notification of one topic. */
export const topicPlaces = (topic: string): readonly Place[] => {
  const body = hooks[topic]?.post.requestBody
  return jsonOf(body && follow(body).content, topic)
}

/** The operation that a method and a path below the base lead to. */
export const operationAt = (
  method: string,
  path: string,
): { readonly operationId: YotiOperationId; readonly parameters: Readonly<Record<string, string>> } | undefined => {
  const match = yotiRouter(method, path)
  return match.kind === 'operation' ? match : undefined
}

const segments = Object.keys(paths).flatMap((path) => path.split('/'))

/** The words that stand in paths of openapi.yaml. */
export const pathWords: ReadonlySet<string> = new Set(segments.filter((segment) => !segment.startsWith('{')))

const namesIn = (schema: Written): readonly string[] => {
  if ('$ref' in schema) return []
  const items = 'items' in schema && schema.items ? namesIn(schema.items) : []
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [name, ...namesIn(one)])
  return [...properties, ...items, ...(schema.oneOf ?? []).flatMap(namesIn)]
}

const schemas = Object.values(yoti.components.schemas as unknown as Readonly<Record<string, Written>>)

/** Every name of a property in openapi.yaml. */
export const propertyWords: ReadonlySet<string> = new Set(schemas.flatMap(namesIn))

const wordsIn = (schema: Written): readonly string[] => {
  if ('$ref' in schema) return []
  const own = [...(schema.enum ?? []), schema.const].filter((word) => typeof word === 'string')
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.oneOf ?? [])]
  const items = 'items' in schema && schema.items ? [schema.items] : []
  return [...own, ...[...inner, ...items].flatMap(wordsIn)]
}

/** Every word that openapi.yaml lists anywhere. */
export const enumWords: ReadonlySet<string> = new Set([...schemas.flatMap(wordsIn), ...knownTopics])
