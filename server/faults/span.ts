import { hour, parseDuration } from '../base/clock.js'
import type { Span } from './fault.js'

/** The longest that an answer may wait. */
export const longestSpan: number = hour

/** Its milliseconds; undefined when it is none, or longer than an answer may wait. */
export const readSpan = (span: Span): number | undefined => {
  const milliseconds = typeof span === 'number' ? span : parseDuration(span)
  return milliseconds !== undefined && milliseconds >= 0 && milliseconds <= longestSpan ? milliseconds : undefined
}
