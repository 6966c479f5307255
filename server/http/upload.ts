import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { YotiError } from '../base/errors.js'
import type { Upload } from '../openapi/operation.js'

/** The one part that SDKs send. */
const partName = 'binary-content'

export const isMultipart = (contentType: string): boolean => contentType.toLowerCase().startsWith('multipart/form-data')

const malformed = () =>
  new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message: 'is not multipart/form-data' }] })

/**
 * The uploaded file of a multipart body, whatever boundary and quoting the SDK uses; undefined without such a part.
 * @throws YotiError MALFORMED_REQUEST when the body is not multipart
 */
export const readUpload = async (contentType: string, bytes: Buffer): Promise<Upload | undefined> => {
  // Loaded when a file is uploaded. Node's own FormData parser does not take .NET's unquoted names.
  // The module itself is the default export, bundled and unbundled; names are there only unbundled.
  const { Busboy } = (await import('@fastify/busboy')).default
  try {
    const parser = new Busboy({ headers: { 'content-type': contentType } })
    let upload: Promise<Upload> | undefined
    parser.on('file', (name, stream, _filename, _encoding, type) => {
      // A body that ends within a part fails the part's stream and the parser; the parser's failure is the one reported.
      stream.on('error', () => undefined)
      if (name !== partName) stream.resume()
      else {
        upload = stream.toArray().then((chunks) => ({ contentType: type.toLowerCase(), bytes: Buffer.concat(chunks) }))
        upload.catch(() => undefined)
      }
    })
    await pipeline(Readable.from([bytes]), parser)
    return await upload
  } catch {
    throw malformed()
  }
}
