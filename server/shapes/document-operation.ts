import { sandboxOperations, yotiAccess, yotiOperations } from '../openapi/generated/operations.js'
import yoti from '../openapi/generated/yoti.json' with { type: 'json' }
import type { YotiOperationId } from '../openapi/operation.js'
import type { DocumentSchema } from './document-schema.js'

type Example = { readonly value: unknown }
type Content = Readonly<Record<string, { schema?: DocumentSchema; examples?: Readonly<Record<string, Example>> }>>
type Message = { readonly content?: Content }
type Parameter = { readonly name: string; readonly in: string; readonly schema: DocumentSchema }
type Written = {
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Message
  readonly responses: Readonly<Record<string, Message>>
}

/** What openapi.yaml says of an operation, as far as contracts need it. */
export type DocumentOperation = {
  readonly operationId: YotiOperationId
  readonly method: string
  /** Below the base; parameters in braces. */
  readonly path: string
  readonly summary: string
  /** The first tag. */
  readonly tag: string
  /** Whether a request to it is signed. */
  readonly signed: boolean
  /** The query parameters that are no part of a signature. */
  readonly query: readonly Parameter[]
  /** What a request may send, by the name of the example; nothing when it has no body. */
  readonly sends: Readonly<Record<string, unknown>>
  /** Whether a request uploads a file, in place of JSON. */
  readonly uploads: boolean
  /** What a successful answer shows, by the name of the example: JSON that openapi.yaml has no properties for. */
  readonly shows: Readonly<Record<string, unknown>>
  /** The schema of a successful answer, as far as one is JSON. */
  readonly success: DocumentSchema | undefined
  /** The schema of a JSON answer with this status. */
  readonly answerSchema: (status: number) => DocumentSchema | undefined
}

type Reference = { readonly $ref?: string }

/** What a reference of the document points to; anything else is itself. */
const resolve = <Node extends object>(node: Node & Reference): Node =>
  node.$ref === undefined
    ? node
    : // References of the document lead to what stands in their place.
      (node.$ref
        .slice(2)
        .split('/')
        .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], yoti) as Node)

const signing = ['sdkId', 'nonce', 'timestamp']
const json = 'application/json'

const examplesOf = (content: Content[string] | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(content?.examples ?? {}).map(([name, example]) => [name, resolve(example).value]))

const read = ({ operationId, method, path }: (typeof yotiOperations)[number]): DocumentOperation => {
  // The JSON of openapi.yaml has its own, narrower type for each operation.
  const paths = yoti.paths as unknown as Readonly<Record<string, Readonly<Record<string, Written>>>>
  const written = paths[path]?.[method.toLowerCase()]
  if (written === undefined) throw new Error(`openapi.yaml has no ${method} ${path}`)
  const { content = {} } = written.requestBody ?? {}
  const answer = (status: number) => {
    const response = written.responses[String(status)]
    return response && resolve(response).content?.[json]
  }
  const success = answer(200) ?? answer(201)
  return {
    operationId,
    method,
    path,
    summary: written.summary,
    tag: written.tags[0] ?? 'more',
    signed: yotiAccess[operationId] !== 'open',
    query: (written.parameters ?? []).map(resolve).filter((one) => one.in === 'query' && !signing.includes(one.name)),
    sends: examplesOf(content[json]),
    uploads: 'multipart/form-data' in content,
    shows: examplesOf(success),
    success: success?.schema,
    answerSchema: (status) => answer(status)?.schema,
  }
}

/** Every operation of openapi.yaml that Yoti itself has, in its order: what only the sandbox has is no client's concern. */
export const documentOperations: readonly DocumentOperation[] = yotiOperations
  .filter(({ operationId }) => !sandboxOperations.includes(operationId))
  .map(read)

/** @throws Error for an operation that openapi.yaml does not have */
export const documentOperation = (operationId: string): DocumentOperation => {
  const found = documentOperations.find((operation) => operation.operationId === operationId)
  if (found === undefined) throw new Error(`openapi.yaml has no operation '${operationId}'`)
  return found
}
