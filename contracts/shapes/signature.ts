import type { Schema } from '../../server/openapi/schema.js'
import type { ShapeAnswer } from './answer.js'

/** Every path of keys in a value; what stands in a list counts once, whatever its place. */
const pathsIn = (value: unknown, at: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => [`${at}[]`, ...pathsIn(item, `${at}[]`)])
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [`${at}.${key}`, ...pathsIn(item, `${at}.${key}`)])
}

const checkKind = ({ type, state, report }: Schema<'Check'>) => {
  const { value, reason } = report?.recommendation ?? {}
  return [type, state, value ?? 'no report', reason === undefined ? 'no reason' : 'a reason'].join(' ')
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort()

/**
 * What a consumer can tell answers apart by: the operation, the status, the state, which optional parts are there, and
 * the kinds of checks. Reasons, document types and people are no part of it.
 */
export const signatureOf = (operation: string, answer: ShapeAnswer): string => {
  if ('error' in answer) return JSON.stringify([operation, answer.status, answer.error.code])
  const { checks, ...rest } = answer.body
  return JSON.stringify([
    operation,
    answer.status,
    rest.state,
    sorted(pathsIn(rest, '')),
    sorted(checks.map(checkKind)),
  ])
}
