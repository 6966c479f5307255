import { URLSearchParams } from 'node:url'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import { lazy } from '../base/lazy.js'
import type { Upload } from '../openapi/operation.js'
import type { CheckRequest, Surface } from '../openapi/validators.js'
import { parseJson } from './body.js'
import type { Exchange } from './exchange.js'
import { isMultipart, readUpload } from './upload.js'

/** What an operation may see of a request. */
export type OperationInput = {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** The operation that a request was routed to. */
export type Call<Id extends string = string> = {
  readonly operationId: Id
  readonly parameters: Readonly<Record<string, string>>
}

/** A body that was read to its end; `parse` throws what is wrong with it, when somebody wants to know. */
export type Body = { readonly parse: () => unknown }

/** The value at a path of a body that is not checked yet; nothing where there is none, or no JSON. */
export const valueAt = (body: Body, path: readonly string[]): unknown => {
  try {
    return path.reduce(
      (at: unknown, key) =>
        typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined,
      body.parse(),
    )
  } catch {
    // What is wrong with the body is said when its turn comes.
    return undefined
  }
}

/** The same where it is a text. */
export const textAt = (body: Body, path: readonly string[]): string | undefined => {
  const value = valueAt(body, path)
  return typeof value === 'string' ? value : undefined
}

const noBody: Body = { parse: () => undefined }

/** These have no body that an operation could see. */
export const isWithoutBody = (method: string): boolean => method === 'GET' || method === 'HEAD'

const failing = (error: unknown): Body => ({
  parse: () => {
    throw error
  },
})

const readGivenBody = async ({ rawHeaders, bytes }: Exchange, largestJson?: number): Promise<Body> => {
  try {
    const read = await bytes()
    const contentType = findHeader(rawHeaders, 'content-type') ?? ''
    if (!isMultipart(contentType)) return { parse: lazy(() => parseJson(read, largestJson)) }
    const upload: Upload | undefined = await readUpload(contentType, read)
    return { parse: () => upload }
  } catch (error) {
    return failing(error)
  }
}

/**
 * Reads a body to its end. What is wrong with it is kept: other reasons to refuse the request come first.
 * @param largestJson how many bytes JSON may have, where it is not the usual limit
 */
export const readBody = (exchange: Exchange, largestJson?: number): Body | Promise<Body> =>
  isWithoutBody(exchange.method) ? noBody : readGivenBody(exchange, largestJson)

const noQuery = {}

/**
 * What an operation may see of a request, once the document has nothing against it.
 * @throws YotiError MALFORMED_REQUEST for a parameter, PAYLOAD_VALIDATION for the body
 */
export const parseInput = (
  { query: sent }: Exchange,
  { operationId, parameters: path, body }: Call & { readonly body: unknown },
  { surface, checkRequest }: { readonly surface: Surface; readonly checkRequest: CheckRequest },
): OperationInput => {
  const query = sent === '' ? noQuery : Object.fromEntries(new URLSearchParams(sent))
  const wrong = checkRequest(surface, operationId, () => ({ path, query, body }))
  if (wrong.parameters.length > 0) throw new YotiError('MALFORMED_REQUEST', { errors: wrong.parameters })
  if (wrong.body.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors: wrong.body })
  return { path, query, body }
}
