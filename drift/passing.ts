import type { IncomingMessage } from 'node:http'
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'
import type { Body, Headers } from './exchange.js'

/** Headers that are about one connection, not about the message. */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Names and values as they came, in pairs. */
export const pairs = (rawHeaders: readonly string[]): Headers =>
  Array.from({ length: rawHeaders.length / 2 }, (_, at) => [rawHeaders[2 * at] ?? '', rawHeaders[2 * at + 1] ?? ''])

/** The headers that go on to the other side: all but those of the connection, as they were written. */
export const passedHeaders = (headers: Headers, leftOut: readonly string[] = []): string[] => {
  const named = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) =>
      value
        .toLowerCase()
        .split(',')
        .map((name) => name.trim()),
    )
  const isPassed = (name: string) => !hopByHop.has(name) && !named.includes(name) && !leftOut.includes(name)
  return headers.filter(([name]) => isPassed(name.toLowerCase())).flat()
}

/** Of a body more than this is passed on without being looked at. */
const mostLookedAt = 16 * 1024 * 1024

/** Keeps what passes by, up to a limit. */
export const collect = (message: IncomingMessage): (() => Body) => {
  const chunks: Buffer[] = []
  let size = 0
  message.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= mostLookedAt) chunks.push(chunk)
    else chunks.length = 0
  })
  return () => (size <= mostLookedAt ? { bytes: Buffer.concat(chunks) } : { size })
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength: mostLookedAt, finishFlush: constants.Z_SYNC_FLUSH }),
  'x-gzip': (bytes) => gunzipSync(bytes, { maxOutputLength: mostLookedAt }),
  deflate: (bytes) => inflateSync(bytes, { maxOutputLength: mostLookedAt }),
  br: (bytes) => brotliDecompressSync(bytes, { maxOutputLength: mostLookedAt }),
}

/** A body without its compression; as it is when that is none that is known here. */
export const decoded = (body: Body, headers: Headers): Body => {
  const encoding = headers
    .find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
    .trim()
    .toLowerCase()
  const decode = encoding === undefined || !Object.hasOwn(decoders, encoding) ? undefined : decoders[encoding]
  if (decode === undefined || !('bytes' in body)) return body
  try {
    return { bytes: decode(body.bytes) }
  } catch {
    return { size: body.bytes.length }
  }
}
