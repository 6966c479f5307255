import type { IncomingHttpHeaders } from 'node:http'
import { YotiError } from '../errors.js'
import type { Upload } from '../openapi/operation.js'

/** The one part that SDKs send. */
const partName = 'binary-content'

export const isMultipart = (headers: IncomingHttpHeaders): boolean =>
  headers['content-type']?.toLowerCase().startsWith('multipart/form-data') === true

/**
 * The uploaded file of a multipart body, whatever boundary and quoting the SDK uses; undefined without such a part.
 * @throws YotiError MALFORMED_REQUEST when the body is not multipart
 */
export const readUpload = async (headers: IncomingHttpHeaders, bytes: Buffer): Promise<Upload | undefined> => {
  // Node's own multipart parser, behind the fetch API. The header is there: see isMultipart.
  const response = new Response(new Uint8Array(bytes), { headers: { 'content-type': headers['content-type'] ?? '' } })
  const form = await response.formData().catch(() => {
    throw new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message: 'is not multipart/form-data' }] })
  })
  const part = form.get(partName)
  if (part === null || typeof part === 'string') return undefined
  return { contentType: part.type.toLowerCase(), bytes: new Uint8Array(await part.arrayBuffer()) }
}
