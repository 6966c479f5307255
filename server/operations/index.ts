import type { YotiOperationId } from '../openapi/operation.js'
import { getSession } from './get-session.js'
import type { Operation } from './operation.js'

/** Every operation of openapi.yaml; one without a handler does not compile. */
export const operations: { readonly [Id in YotiOperationId]: Operation<Id> } = { getSession }
