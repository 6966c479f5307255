import { TextDecoder } from 'node:util'
import { parseJson } from '../base/read-json.js'

const isBinary = (contentType: string) => /^(image\/|application\/(pdf|octet-stream)|multipart\/)/i.test(contentType)

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    // A stream, so that a character that was cut in two at the end does no harm.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** What a body holds: a JSON value, else its text; undefined when it is empty or neither. */
export const readBody = (bytes: Uint8Array | undefined, contentType = ''): unknown => {
  if (bytes === undefined || bytes.length === 0 || isBinary(contentType)) return undefined
  const text = textOf(bytes)
  if (text === undefined) return undefined
  try {
    return parseJson(text)
  } catch {
    return text
  }
}
