import type { OpenAPIV3_1 } from 'openapi-types'
import { follow } from '../openapi/follow.js'
import { sandboxOperations, yotiAccess, yotiOperations } from '../openapi/generated/operations.js'
import yoti from '../openapi/generated/yoti.json' with { type: 'json' }
import type { YotiOperationId } from '../openapi/operation.js'
import type { DocumentSchema } from './document-schema.js'

type Operation = OpenAPIV3_1.OperationObject
/** Written out, so that the packed types name no package that a project has not. */
type Parameter = { readonly name: string; readonly in: string; readonly schema?: DocumentSchema }

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

const signing = ['sdkId', 'nonce', 'timestamp']
const json = 'application/json'

const examplesOf = (content: OpenAPIV3_1.MediaTypeObject | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(content?.examples ?? {}).map(([name, example]) => [name, follow(example).value]))

const read = ({ operationId, method, path }: (typeof yotiOperations)[number]): DocumentOperation => {
  // The JSON of openapi.yaml has its own, narrower type for each operation.
  const paths = yoti.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>
  const written = paths[path]?.[method.toLowerCase()]
  if (written === undefined) throw new Error(`openapi.yaml has no ${method} ${path}`)
  const { summary = '', tags = [], parameters = [], responses = {}, requestBody } = written
  const content = requestBody === undefined ? {} : follow(requestBody).content
  const answer = (status: number) => {
    const response = responses[String(status)]
    return response && follow(response).content?.[json]
  }
  const success = answer(200) ?? answer(201)
  return {
    operationId,
    method,
    path,
    summary,
    tag: tags[0] ?? 'more',
    signed: yotiAccess[operationId] !== 'open',
    query: parameters.map((one) => follow(one)).filter((one) => one.in === 'query' && !signing.includes(one.name)),
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
