import type { ServerResponse } from 'node:http'
import { mapInTurns } from '../base/in-turns.js'
import type { Sent } from '../journal/entry.js'

/** Content-Type without a charset: three SDKs read errors only when it is exactly this. */
export const jsonType = 'application/json'

/** Writes a body as JSON. */
export type Encode = (body: unknown) => Buffer

export const encodeJson: Encode = (body) => Buffer.from(JSON.stringify(body))

/** A list of fewer items is written at once. */
const shortList = 50

const isLong = (body: unknown): body is object =>
  typeof body === 'object' &&
  body !== null &&
  Object.values(body).some((value) => Array.isArray(value) && value.length > shortList)

/** In pieces: to join texts of many megabytes takes as long as to write them. */
const encodeItems = async (items: readonly unknown[]): Promise<Buffer[]> => {
  let before = '['
  const pieces = await mapInTurns(items, (item) => {
    const piece = Buffer.from(`${before}${JSON.stringify(item) ?? 'null'}`)
    before = ','
    return piece
  })
  return [...pieces, Buffer.from(items.length === 0 ? '[]' : ']')]
}

/** As `encodeJson`, with turns for others while the items of a long list are written. */
export const encodeInTurns = async (body: unknown): Promise<Buffer> => {
  if (!isLong(body)) return encodeJson(body)
  const pieces: Buffer[] = []
  for (const [key, value] of Object.entries(body)) {
    if (value === undefined) continue
    const name = `${pieces.length === 0 ? '{' : ','}${JSON.stringify(key)}:`
    pieces.push(Buffer.from(name), ...(Array.isArray(value) ? await encodeItems(value) : [encodeJson(value)]))
  }
  return Buffer.concat([...pieces, Buffer.from('}')])
}

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
  // An answer that could not be written has left its own words for its status there.
  response.statusMessage = ''
  response.writeHead(sent.status, sent.headers).end(sent.bytes)
  return sent
}
