import { isUtf8 } from 'node:buffer'

/** Bytes as text, or the position of the first byte that is not UTF-8. */
export type DecodedText = { readonly text: string } | { readonly invalidAt: number }

/** Where bytes stop being UTF-8: the first byte of the sequence that cannot be read. */
const findInvalid = (bytes: Buffer): number => {
  // What cannot be read is written as U+FFFD, so the two differ there for the first time.
  const again = Buffer.from(bytes.toString('utf8'))
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at++
  // U+FFFD is EF BF BD. A cut sequence may begin with the same bytes.
  if (bytes[at - 1] === 0xef) return at - 1
  return bytes[at - 2] === 0xef && bytes[at - 1] === 0xbf ? at - 2 : at
}

/** Decodes UTF-8. A byte-order mark at the start is left out: Windows programs write one. */
export const decodeText = (bytes: Buffer): DecodedText => {
  if (!isUtf8(bytes)) return { invalidAt: findInvalid(bytes) }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { text: bytes.toString('utf8', hasMark ? 3 : 0) }
}
