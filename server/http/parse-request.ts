import type { Received } from '../auth/received.js'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import type { Entry } from '../journal/entry.js'
import type { CheckRequest, Surface } from '../openapi/validators.js'
import { parseJson } from './body.js'
import type { Target } from './target.js'
import { isMultipart, readUpload } from './upload.js'

/** A request as it came in: routed, not judged. What is found out about it is noted in its entry of the journal. */
export type Incoming<T extends Target = Target> = Received & { readonly target: T; readonly entry: Entry }

/** What an operation may see of a request. */
export type OperationInput = {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

type Routed = {
  readonly surface: Surface
  readonly operationId: string
  readonly parameters: Readonly<Record<string, string>>
}

export const withoutBody: readonly string[] = ['GET', 'HEAD']

const bodyOf = async ({ method, rawHeaders, bytes }: Incoming) => {
  if (withoutBody.includes(method)) return undefined
  const contentType = findHeader(rawHeaders, 'content-type') ?? ''
  return isMultipart(contentType) ? readUpload(contentType, await bytes()) : parseJson(await bytes())
}

/**
 * What an operation may see of a request, once the document has nothing against it.
 * @param judgeBody looks at the body first; throws what it has against it
 * @throws YotiError MALFORMED_REQUEST for a parameter, PAYLOAD_VALIDATION for the body
 */
export const receive = async (
  request: Incoming,
  { surface, operationId, parameters }: Routed,
  checkRequest: CheckRequest,
  judgeBody?: (body: unknown) => void,
): Promise<OperationInput> => {
  const body = await bodyOf(request)
  judgeBody?.(body)
  const query = request.query === '' ? {} : Object.fromEntries(new URLSearchParams(request.query))
  const wrong = checkRequest(surface, operationId, () => ({ path: parameters, query, body }))
  if (wrong.parameters.length > 0) throw new YotiError('MALFORMED_REQUEST', { errors: wrong.parameters })
  if (wrong.body.length > 0) throw new YotiError('PAYLOAD_VALIDATION', { errors: wrong.body })
  return { path: parameters, query, body }
}
