import { UsageError } from '../base/errors.js'
import { assertKnownNames } from '../base/known-names.js'
import { didYouMean } from '../base/nearest.js'
import { controlArguments, type Kind } from '../openapi/generated/control-arguments.js'
import { judgeOperation } from '../openapi/judge-operation.js'
import type { ControlOperationId } from '../openapi/operation.js'

type Values = Readonly<Record<string, unknown>>

const shown = (value: unknown) => {
  const text = typeof value === 'string' ? `'${value}'` : typeof value === 'function' ? 'a function' : String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why a value is none of the listed ones. */
const judgeChoice = (name: string, value: unknown, known: readonly string[]) => {
  // Topics may be written in any case.
  if (typeof value === 'string' && known.includes(name === 'topic' ? value.toLowerCase() : value)) return undefined
  const advice = typeof value === 'string' ? didYouMean(value, known) : ''
  return `must be one of ${known.join(', ')}, not ${shown(value)}.${advice}`
}

const judgeNumber = (value: unknown, { isWhole, least, most }: Extract<Kind, { isWhole: boolean }>) => {
  const fits =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (!isWhole || Number.isInteger(value)) &&
    value >= (least ?? value) &&
    value <= (most ?? value)
  if (fits) return undefined
  const range = [least !== undefined && `from ${least}`, most !== undefined && `to ${most}`].filter(Boolean).join(' ')
  return `must be a ${isWhole ? 'whole number' : 'number'}${range && ` ${range}`}, not ${shown(value)}`
}

const types: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  string: [(value) => typeof value === 'string', 'a text'],
  filled: [(value) => typeof value === 'string' && value !== '', 'a text that is not empty'],
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  object: [isObject, 'an object'],
  array: [Array.isArray, 'a list'],
}

/** What is wrong with a value; nothing when it can be sent. */
const judge = (name: string, value: unknown, kind: Kind): string | undefined => {
  if (typeof kind === 'string') {
    const [fits, words] = types[kind] ?? [() => true, '']
    if (!fits(value)) return `must be ${words}, not ${shown(value)}`
    const [wrong] = name === 'operation' ? judgeOperation(String(value)) : []
    return wrong && `must name an operation: ${wrong.message}`
  }
  return 'isWhole' in kind ? judgeNumber(value, kind) : judgeChoice(name, value, kind)
}

const assertValues = (verb: string, values: Values, kinds: Readonly<Record<string, Kind>>) => {
  for (const [name, value] of Object.entries(values)) {
    const problem = value === undefined ? undefined : judge(name, value, kinds[name] ?? 'any')
    if (problem !== undefined) throw new UsageError(`${verb}: '${name}' ${problem}`)
  }
}

/** @throws UsageError for what is no object, or has a name that the call does not take */
export const assertOptions = (verb: string, given: unknown, known: readonly string[]): void => {
  if (!isObject(given))
    throw new UsageError(
      `${verb} takes an object${known.length > 0 ? ` of ${known.join(', ')}` : ''}, not ${shown(given)}`,
    )
  assertKnownNames(given, known, `the options of ${verb}`)
}

/** What a call is given: ids of its path, and objects of its caller; `fixed` is what the call itself adds. */
export type Given = {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: object | undefined
  readonly body?: object | undefined
  readonly fixedQuery?: Values
  readonly fixedBody?: Values
}

const assertPart = (verb: string, given: object | undefined, fixed: Values, kinds: Readonly<Record<string, Kind>>) => {
  if (given !== undefined)
    assertOptions(
      verb,
      given,
      Object.keys(kinds).filter((name) => !Object.hasOwn(fixed, name)),
    )
  assertValues(verb, { ...given, ...fixed }, kinds)
}

/**
 * Checks what can be known of a call without its server.
 * @param verb the call, as its caller writes it: `faults.add`
 * @throws UsageError for an unknown name, with the nearest, and for a value that no server takes
 */
export const checkArguments = (verb: string, operationId: ControlOperationId, given: Given): void => {
  const { query, body, required } = controlArguments[operationId]
  const { path = {}, fixedQuery = {}, fixedBody = {} } = given
  for (const [name, value] of Object.entries(path))
    if ((typeof value !== 'string' || value === '') && !(typeof value === 'number' && Number.isInteger(value)))
      throw new UsageError(`${verb} needs the ${name}, not ${value === '' ? 'an empty text' : shown(value)}`)
  assertPart(verb, given.query, fixedQuery, query)
  assertPart(verb, given.body, fixedBody, body)
  const sent: Values = { ...given.body, ...fixedBody }
  const missing = required.find((name) => sent[name] === undefined)
  if (missing !== undefined) throw new UsageError(`${verb} needs '${missing}'`)
}
