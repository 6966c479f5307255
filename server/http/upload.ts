import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { YotiError } from '../base/errors.js'
import type { Upload } from '../openapi/operation.js'

/** SDKs send one part. */
const mostParts = 20

const pieceSize = 16_384

/** So that the parser can be stopped before the end. */
function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
}

/** The one part that SDKs send. */
const partName = 'binary-content'

export const isMultipart = (contentType: string): boolean => contentType.toLowerCase().startsWith('multipart/form-data')

const malformed = (message: string) => new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message }] })

/** What is wrong with a body, by what the parser says of it. */
const describe = (error: unknown): string => {
  const { message = '' } = error instanceof Error ? error : {}
  if (/unexpected end/i.test(message)) return 'ends before the last boundary of its multipart/form-data'
  if (/boundary not found/i.test(message)) return 'is multipart/form-data without a boundary in its Content-Type'
  return 'is not multipart/form-data'
}

/**
 * The uploaded file of a multipart body, whatever boundary and quoting the SDK uses; undefined without such a part.
 * @throws YotiError MALFORMED_REQUEST when the body is not multipart, or has too many parts
 */
export const readUpload = async (contentType: string, bytes: Buffer): Promise<Upload | undefined> => {
  // Loaded when a file is uploaded. Node's own FormData parser does not take .NET's unquoted names.
  // The module itself is the default export, bundled and unbundled; names are there only unbundled.
  const { Busboy } = (await import('@fastify/busboy')).default
  let parts = 0
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
    const countPart = () => {
      parts += 1
      if (parts > mostParts) parser.destroy(new Error('too many parts'))
    }
    parser.on('file', countPart).on('field', countPart)
    await pipeline(Readable.from(inPieces(bytes)), parser)
    return await upload
  } catch (error) {
    throw malformed(parts > mostParts ? `has more than ${mostParts} parts` : describe(error))
  }
}
