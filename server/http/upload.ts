import { YotiError } from '../errors.js'
import type { Upload } from '../openapi/operation.js'

/** The one part that SDKs send. */
const partName = 'binary-content'

export const isMultipart = (contentType: string): boolean => contentType.toLowerCase().startsWith('multipart/form-data')

/**
 * The uploaded file of a multipart body, whatever boundary and quoting the SDK uses; undefined without such a part.
 * @throws YotiError MALFORMED_REQUEST when the body is not multipart
 */
export const readUpload = async (contentType: string, bytes: Buffer): Promise<Upload | undefined> => {
  // Node's own multipart parser, behind the fetch API.
  const response = new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
  const form = await response.formData().catch(() => {
    throw new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message: 'is not multipart/form-data' }] })
  })
  const part = form.get(partName)
  if (part === null || typeof part === 'string') return undefined
  return { contentType: part.type.toLowerCase(), bytes: new Uint8Array(await part.arrayBuffer()) }
}
