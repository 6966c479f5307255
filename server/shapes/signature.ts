import type { Schema } from '../openapi/schema.js'
import type { ResultAnswer, ShapeAnswer } from './answer.js'
import { decisivePaths } from './decisive.js'

/** Every path of keys in a value; what stands in a list counts once, whatever its place. Names of tags are the client's own. */
const pathsIn = (value: unknown, at: string): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => [`${at}[]`, ...pathsIn(item, `${at}[]`)])
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [
    `${at}.${key}`,
    ...(key === 'tags' ? [] : pathsIn(item, `${at}.${key}`)),
  ])
}

const checkKind = ({ type, state, report }: Schema<'Check'>) => {
  const { value, reason } = report?.recommendation ?? {}
  return [type, state, value ?? 'no report', reason === undefined ? 'no reason' : 'a reason'].join(' ')
}

/** Whether checks looked at the documents of a list, its first one apart: an attempt that came to nothing stands there too. */
const attention = ({ checks, resources }: Schema<'SessionResult'>) => {
  const used = new Set(checks.flatMap(({ resources_used }) => resources_used))
  return [resources.id_documents, resources.supplementary_documents].map((documents) => {
    const looked = documents.map(({ id }) => (used.has(id) ? 'used' : 'unused'))
    return [looked[0], ...sorted(looked)]
  })
}

/** Whether a check approves although one of its sub-checks failed. */
const isApprovedDespite = ({ report }: Schema<'Check'>) =>
  report?.recommendation.value === 'APPROVE' && report.breakdown.some(({ result }) => result === 'FAIL')

/** Whether a document was issued outside the United Kingdom. */
const isForeign = ({ resources }: Schema<'SessionResult'>) =>
  [...resources.id_documents, ...resources.supplementary_documents].some(
    ({ issuing_country }) => issuing_country !== undefined && issuing_country !== 'GBR',
  )

const sorted = (names: readonly string[]) => [...new Set(names)].sort()

/**
 * What a consumer can tell answers apart by: the operation, the status, the state, which optional parts are there, the
 * kinds of checks, whether these looked at the documents that are there, whether one approves although a sub-check failed, and whether a
 * document is foreign. Reasons, document types and people are no part of it.
 */
export const resultSignature = (answer: ResultAnswer): string => {
  const operation = 'getSession'
  if ('error' in answer) return signatureOf(operation, answer)
  const { checks, ...rest } = answer.body
  return JSON.stringify([
    operation,
    answer.status,
    rest.state,
    sorted(pathsIn(rest, '')),
    sorted(checks.map(checkKind)),
    attention(answer.body),
    checks.some(isApprovedDespite),
    isForeign(answer.body),
  ])
}

/** The values at a path, in a list's items in any order. */
const valuesAt = (value: unknown, [segment, ...rest]: readonly string[]): unknown[] => {
  if (segment === undefined) return [value]
  if (segment === '[]') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : []
  if (typeof value !== 'object' || value === null || !(segment in value)) return []
  return valuesAt((value as Record<string, unknown>)[segment], rest)
}

/** The same for any operation: the values that clients decide by are those of `decisivePaths`. */
export const signatureOf = (operation: string, answer: ShapeAnswer): string => {
  if ('error' in answer) return JSON.stringify([operation, answer.status, answer.error.code])
  const { status, body, contentType } = answer
  const decided = decisivePaths(operation).map((path) => {
    const segments = path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]))
    return sorted(
      valuesAt(
        body,
        segments.filter((part) => part !== ''),
      ).map(String),
    )
  })
  return JSON.stringify([operation, status, contentType, sorted(pathsIn(body, '')), decided])
}
