import type { Entry } from '../journal/entry.js'

/** Of a body more than this is not kept. */
export const largestKept = 65_536

/** The bodies that are kept may have this many bytes together. */
export const mostBytes: number = 32 * 1024 * 1024

export const weightOf = ({ body, sent }: Entry): number => (body?.length ?? 0) + (sent?.bytes?.length ?? 0)

/** A copy of the beginning, so that the rest is let go. */
const cut = (bytes: Uint8Array): Uint8Array =>
  bytes.length <= largestKept ? bytes : new Uint8Array(bytes.subarray(0, largestKept))

/** Lets go of what is too much of the bodies of an entry. */
export const cutEntry = (entry: Entry): void => {
  const { body, sent } = entry
  if (body !== undefined) entry.body = cut(body)
  if (sent?.bytes !== undefined && sent.bytes.length > largestKept) entry.sent = { ...sent, bytes: cut(sent.bytes) }
}
