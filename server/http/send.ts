import type { ServerResponse } from 'node:http'
import type { Sent } from '../journal/entry.js'

/** Content-Type without a charset: three SDKs read errors only when it is exactly this. */
export const jsonType = 'application/json'

/** Writes a body as JSON. */
export type Encode = (body: unknown) => Buffer

export const encodeJson: Encode = (body) => Buffer.from(JSON.stringify(body))

/** Keeps the bytes of bodies that are frozen, so can never change: named sessions are read again and again. */
export const createEncoder = (): Encode => {
  const encoded = new WeakMap<object, Buffer>()
  return (body) => {
    if (typeof body !== 'object' || body === null || !Object.isFrozen(body)) return encodeJson(body)
    const known = encoded.get(body)
    if (known !== undefined) return known
    const bytes = encodeJson(body)
    encoded.set(body, bytes)
    return bytes
  }
}

type Headers = Readonly<Record<string, string>>

/** An answer with bytes of any type: JSON, a media, a letter. */
export const withBytes = (
  status: number,
  { type, bytes }: { type: string; bytes: Uint8Array },
  headers: Headers,
): Sent => ({
  status,
  headers: { ...headers, 'Content-Type': type, 'Content-Length': String(bytes.length) },
  bytes,
})

/** Only faults answer text that is not JSON. */
const encodeBody = (body: unknown, encode: Encode) =>
  typeof body === 'string'
    ? { type: 'text/plain; charset=utf-8', bytes: Buffer.from(body) }
    : { type: jsonType, bytes: encode(body) }

/** An answer with a body, or with none. */
export const withBody = (status: number, body: unknown, headers: Headers, encode: Encode = encodeJson): Sent =>
  body === undefined ? { status, headers } : withBytes(status, encodeBody(body, encode), headers)

/** Writes an answer. The only place that does, but for `send-faulty`. */
export const send = (response: ServerResponse, sent: Sent): Sent => {
  response.writeHead(sent.status, sent.headers).end(sent.bytes)
  return sent
}
