import { yotiAccess } from '../../server/openapi/generated/operations.js'

/** Every operation of Yoti's API. */
export const yotiOperationIds: readonly string[] = Object.keys(yotiAccess).sort()
