import type { IncomingMessage } from 'node:http'
import { YotiError } from '../base/errors.js'
import type { Maybe } from '../base/maybe.js'
import { readJson } from '../base/read-json.js'

/** An uploaded image is the largest body. */
export const largestBody = 10_000_000
/** Work on JSON grows with its size, and with the number of its values. No order comes near to these. */
const largestJson = 1_000_000
const mostValues = 50_000

const malformed = (message: string) => new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message }] })

const noBytes = Buffer.alloc(0)

const readChunks = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // No encoding is set, so that the chunks are bytes.
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      // Too much is read to its end and thrown away: a client that still sends does not see the answer.
      if (size <= largestBody) chunks.push(chunk)
    }
  } catch {
    // The client is gone; the journal and the log say why.
    throw malformed(`ended after ${size} bytes: the client closed the connection`)
  }
  if (size > largestBody) throw malformed(`has ${size} bytes; at most ${largestBody} are taken`)
  return Buffer.concat(chunks)
}

/**
 * A request's body to its end, as bytes: the signature covers them. At once where there is none.
 * @throws YotiError MALFORMED_REQUEST when it is too large
 */
export const readBytes = (request: IncomingMessage): Maybe<Buffer> => {
  const { headers } = request
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
  return hasBody ? readChunks(request) : noBytes
}

/**
 * The JSON that a body says; undefined when it is empty. It is JSON whatever its Content-Type says: one government
 * client sends none.
 * @throws YotiError MALFORMED_REQUEST when it is not JSON, too large, or nested too deeply
 */
export const parseJson = (bytes: Buffer, largest: number = largestJson): unknown => {
  if (bytes.length === 0) return undefined
  if (bytes.length > largest) throw malformed(`has ${bytes.length} bytes; JSON may have ${largest}`)
  try {
    // A kept state may be larger than what clients send, and has as many values as it needs.
    return readJson(bytes, largest > largestJson ? undefined : mostValues)
  } catch (error) {
    // It throws nothing but SyntaxErrors.
    throw malformed((error as SyntaxError).message)
  }
}
