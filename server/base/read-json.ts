import { decodeText } from './decode-text.js'

/** More levels than any body of an API has. Code that calls itself for each level of a value cannot run out of stack. */
const deepestJson = 64

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const isOpening = (code: number) => code === 0x5b || code === 0x7b
const isClosing = (code: number) => code === 0x5d || code === 0x7d

/** What makes a text too much to be parsed; undefined when nothing does. */
const excessOf = (text: string, mostValues: number): string | undefined => {
  let depth = 0
  let values = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString && code === backslash) at++
    else if (code === quote) isInString = !isInString
    else if (isInString) continue
    else if (code === comma) values++
    else if (isOpening(code)) {
      values++
      depth++
      if (depth > deepestJson) return `is nested more than ${deepestJson} levels deep`
    } else if (isClosing(code)) depth--
  }
  return values > mostValues ? `has more than ${mostValues} values` : undefined
}

const halfPair = /\p{Surrogate}/u

/** Whether a value of JSON has half of a surrogate pair in a text or a key: it cannot be written as UTF-8. */
export const hasHalfPair = (value: unknown): boolean => {
  if (typeof value === 'string') return halfPair.test(value)
  if (Array.isArray(value)) return value.some(hasHalfPair)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, item]) => halfPair.test(key) || hasHalfPair(item))
}

/**
 * The value that a JSON text says.
 * @param mostValues how many lists, objects, items and properties it may have together
 * @throws SyntaxError whose message says what the text is: `is not JSON: …`, `is nested …`
 */
export const parseJson = (text: string, mostValues: number = Number.POSITIVE_INFINITY): unknown => {
  const excess = excessOf(text, mostValues)
  if (excess !== undefined) throw new SyntaxError(excess)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // JSON.parse throws nothing but SyntaxErrors.
    throw new SyntaxError(`is not JSON: ${(error as SyntaxError).message}`)
  }
  // Half of a pair can only be written as an escape: a text without one need not be looked through.
  if (/\\ud[89a-f]/i.test(text) && hasHalfPair(value))
    throw new SyntaxError('has half of a surrogate pair, such as \\ud800 without the other half')
  return value
}

/**
 * The value that the bytes of a JSON text say. A byte-order mark is skipped.
 * @param mostValues how many lists, objects, items and properties it may have together
 * @throws SyntaxError whose message says what the bytes are: `is not JSON: …`, `is not UTF-8: …`, `is nested …`
 */
export const readJson = (bytes: Buffer, mostValues?: number): unknown => {
  const decoded = decodeText(bytes)
  if ('invalidAt' in decoded) throw new SyntaxError(`is not UTF-8: the byte at position ${decoded.invalidAt}`)
  return parseJson(decoded.text, mostValues)
}
