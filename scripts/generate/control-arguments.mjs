// What the calls of the control client take, from the document of the control API: names and kinds of values.

/** The range of a text of the query that is a number for callers of the client; nothing when it is none. */
const rangeOf = (pattern) => {
  const fits = (text) => new RegExp(pattern).test(String(text))
  if (!fits(1) || fits('5xx')) return undefined
  const most = [300, 1000, 9999].find((number) => fits(number) && !fits(number + 1))
  return { isWhole: !fits(1.5), least: fits(0) ? 0 : 1, ...(most !== undefined && { most }) }
}

const isTruth = (values) => values.join() === 'true,false'

/**
 * @param resolve follows a reference of the document
 * @returns {string | string[] | object}
 */
const kindOf = (name, schema, { resolve, topics }) => {
  const { type, enum: values, pattern, minLength = 0, minimum, maximum } = resolve(schema)
  if (name === 'topic') return topics
  if (values !== undefined) return isTruth(values) ? 'boolean' : values
  if (type === undefined) return 'any'
  if (type === 'string' && pattern !== undefined) return rangeOf(pattern) ?? 'any'
  if (type === 'string') return minLength > 0 ? 'filled' : 'string'
  if (type === 'integer' || type === 'number')
    return {
      isWhole: type === 'integer',
      ...(minimum !== undefined && { least: minimum }),
      ...(maximum !== undefined && { most: maximum }),
    }
  return type
}

const kindsOf = (entries, context) =>
  Object.fromEntries(entries.map(([name, schema]) => [name, kindOf(name, schema, context)]))

/** The arguments of one operation. */
const argumentsOf = ({ item, method }, context) => {
  const { resolve } = context
  const written = item[method.toLowerCase()]
  const parameters = [...(item.parameters ?? []), ...(written.parameters ?? [])].map(resolve)
  const asked = parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema])
  const body = written.requestBody && resolve(written.requestBody)
  const { properties = {}, required = [] } = body ? resolve(body.content['application/json'].schema) : {}
  return { query: kindsOf(asked, context), body: kindsOf(Object.entries(properties), context), required }
}

/**
 * @param operations of the control API, with the item of the document that each is in
 * @param context `resolve` follows a reference, `topics` are the topics of notifications
 */
export const controlArgumentsModule = (operations, context) => {
  const rows = operations.map(
    (operation) => `  ${operation.operationId}: ${JSON.stringify(argumentsOf(operation, context))},`,
  )
  return `// Made by scripts/generate.mjs from server/control/control.openapi.yaml. Do not edit.

import type { ControlOperationId } from '../operation.js'

/** One of these values, a value of this type, or a number of this range. */
export type Kind =
  | 'string'
  | 'filled'
  | 'boolean'
  | 'object'
  | 'array'
  | 'any'
  | readonly string[]
  | { readonly isWhole: boolean; readonly least?: number; readonly most?: number }

type Arguments = {
  readonly query: Readonly<Record<string, Kind>>
  readonly body: Readonly<Record<string, Kind>>
  /** The names that the body must have. */
  readonly required: readonly string[]
}

export const controlArguments: Readonly<Record<ControlOperationId, Arguments>> = {
${rows.join('\n')}
}
`
}
