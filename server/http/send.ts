import type { ServerResponse } from 'node:http'

/** Content-Type without a charset: three SDKs read errors only when it is exactly this. */
export const jsonType = 'application/json'

/** Bytes of bodies that are frozen, so can never change: named sessions are read again and again. */
const encoded = new WeakMap<object, Buffer>()

const encode = (body: unknown): Buffer => {
  if (typeof body !== 'object' || body === null || !Object.isFrozen(body)) return Buffer.from(JSON.stringify(body))
  const known = encoded.get(body)
  if (known !== undefined) return known
  const bytes = Buffer.from(JSON.stringify(body))
  encoded.set(body, bytes)
  return bytes
}

/** Writes an answer. The only place that does, but for `send-error`, which comes here too. */
export const send = (
  response: ServerResponse,
  { status, body, headers }: { status: number; body: unknown; headers: Readonly<Record<string, string>> },
): void => {
  if (body === undefined) {
    response.writeHead(status, headers).end()
    return
  }
  const bytes = encode(body)
  response.writeHead(status, { ...headers, 'Content-Type': jsonType, 'Content-Length': bytes.length }).end(bytes)
}

/** Writes bytes that are not JSON of ours: a media, a letter. */
export const sendBytes = (
  response: ServerResponse,
  { type, bytes, headers }: { type: string; bytes: Uint8Array; headers: Readonly<Record<string, string>> },
): void => {
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes)
}
