import type { IncomingMessage } from 'node:http'
import { YotiError } from '../errors.js'

/** A request's body: its bytes, which a signature covers, and the JSON that they say. */
export type Body = {
  readonly bytes: Buffer
  /** @throws YotiError MALFORMED_REQUEST when it is not JSON; an empty body is undefined */
  readonly json: () => unknown
}

export const largestBody = 10_000_000

const malformed = (message: string, headers = {}) =>
  new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message }], headers })

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  // No encoding is set, so that the chunks are bytes.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    // The rest is never read: the connection cannot carry another request.
    if (size > largestBody)
      throw malformed(`has more than ${largestBody} bytes, the most that is taken`, { Connection: 'close' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const parse = (bytes: Buffer): unknown => {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    // JSON.parse throws nothing but SyntaxErrors.
    throw malformed(`is not JSON: ${(error as SyntaxError).message}`)
  }
}

/**
 * Reads a body to its end. It is taken as JSON whatever its Content-Type says: one government client sends none.
 * @throws YotiError MALFORMED_REQUEST when it is too large
 */
export const readBody = async (request: IncomingMessage): Promise<Body> => {
  const bytes = await readBytes(request)
  return { bytes, json: () => parse(bytes) }
}
