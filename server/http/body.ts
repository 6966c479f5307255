import type { IncomingMessage } from 'node:http'
import { YotiError } from '../errors.js'

/** A request's body: its bytes, which a signature covers, and the JSON that they say. */
export type Body = { readonly bytes: Buffer; readonly value?: unknown }

export const largestBody = 10_000_000

const malformed = (message: string) => new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message }] })

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  // No encoding is set, so that the chunks are bytes.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    // Too much is read to its end and thrown away: a client that still sends does not see the answer.
    if (size <= largestBody) chunks.push(chunk)
  }
  if (size > largestBody) throw malformed(`has ${size} bytes; at most ${largestBody} are taken`)
  return Buffer.concat(chunks)
}

/**
 * Reads a body to its end. It is JSON whatever its Content-Type says: one government client sends none.
 * @throws YotiError MALFORMED_REQUEST when it is too large or not JSON
 */
export const readBody = async (request: IncomingMessage): Promise<Body> => {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return { bytes }
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return { bytes, value }
  } catch (error) {
    // JSON.parse throws nothing but SyntaxErrors.
    throw malformed(`is not JSON: ${(error as SyntaxError).message}`)
  }
}
