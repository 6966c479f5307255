// Lists that documents repeat: types of checks, operations and topics. Each is written in one place and copied from there.
import { parseDocument } from 'yaml'

const indentAt = (text, offset) => /^ */.exec(text.slice(text.lastIndexOf('\n', offset) + 1))?.[0] ?? ''

/**
 * The node at a path of a JSON text: every JSON text is YAML, and that parser says where each value stands.
 * @returns {any}
 */
const nodeAt = (text, path) => parseDocument(text).getIn(path, true)

/** A JSON text with another value at a path; all else stays as it is written. */
const withValue = (text, path, value) => {
  const node = nodeAt(text, path)
  if (node === undefined) throw new Error(`scenarios/scenario.schema.json has no ${path.join('.')}`)
  const [start, end] = node.range
  const written = JSON.stringify(value, null, 2).replaceAll('\n', `\n${indentAt(text, start)}`)
  return text.slice(0, start) + written + text.slice(end)
}

/** A JSON text with other names in an object, for the properties that refer to one schema; the others stay as they are. */
const withReferences = (text, path, names, schema) => {
  const { items } = nodeAt(text, path)
  const own = items.filter(({ value }) => value.get('$ref') === `#/$defs/${schema}`)
  const others = items.filter((item) => !own.includes(item)).map(({ key }) => key.value)
  const [start, end] = [own[0].key.range[0], own.at(-1).value.range[1]]
  const listed = names.filter((name) => !others.includes(name))
  const [, ...lines] = JSON.stringify(properties(listed, schema), null, 2).split('\n')
  const indent = indentAt(text, start)
  const written = lines.slice(0, -1).map((line) => `${indent}${line.slice(2)}`)
  return text.slice(0, start) + written.join('\n').trimStart() + text.slice(end)
}

const properties = (names, schema) => Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${schema}` }]))

/**
 * The scenario schema with its lists written anew.
 * @param text of scenarios/scenario.schema.json
 * @param lists `topics` and `operationIds` in the order of openapi.yaml, `checkKinds` of server/engine/checks/index.ts
 */
export const writeSchemaLists = (text, { topics, operationIds, checkKinds }) => {
  const types = Object.keys(checkKinds)
  const lists = [
    [['$defs', 'notifications', 'properties'], properties(topics, 'notification')],
    [['$defs', 'notification', 'properties', 'after', 'enum'], topics],
    [['$defs', 'checks', 'properties'], properties(types, 'outcome')],
    [['$defs', 'checkType', 'enum'], types.filter((type) => checkKinds[type].order.task === undefined)],
    [['$defs', 'timeline', 'properties', 'checks', 'properties'], properties(types, 'duration')],
  ]
  const written = lists.reduce((changed, [path, value]) => withValue(changed, path, value), text)
  return withReferences(written, ['$defs', 'answers', 'properties'], operationIds, 'fixedAnswer')
}

const begin = '# generated: a key for each CheckType'
const end = '# end of generated'

/** openapi.yaml with the keys of `ResponseConfig.check_reports` written anew, between their markers. */
export const writeCheckReports = (text, checkTypes) => {
  const start = text.indexOf(begin)
  const stop = text.indexOf(end, start)
  if (start === -1 || stop === -1) throw new Error(`openapi.yaml lacks '${begin}' or '${end}'`)
  const indent = indentAt(text, start)
  const keys = checkTypes.map((type) => `${type}: { $ref: "#/components/schemas/CheckReports" }\n${indent}`)
  return `${text.slice(0, start)}${begin}\n${indent}${keys.join('')}${text.slice(stop)}`
}
