// Lists that documents repeat: types of checks and topics. They are written in one place each, and from there into the others.
import { parseDocument } from 'yaml'

const indentAt = (text, offset) => /^ */.exec(text.slice(text.lastIndexOf('\n', offset) + 1))[0]

/** A JSON text with another value at a path; all else stays as it is written. */
const withValue = (text, path, value) => {
  // Every JSON text is YAML, and that parser says where each value stands.
  const node = parseDocument(text).getIn(path, true)
  if (node === undefined) throw new Error(`scenarios/scenario.schema.json has no ${path.join('.')}`)
  const [start, end] = node.range
  const written = JSON.stringify(value, null, 2).replaceAll('\n', `\n${indentAt(text, start)}`)
  return text.slice(0, start) + written + text.slice(end)
}

const properties = (names, schema) => Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${schema}` }]))

/**
 * The scenario schema with its lists written anew.
 * @param text of scenarios/scenario.schema.json
 * @param topics in the order of NotificationTopic in openapi.yaml
 * @param checkKinds of server/engine/checks/index.ts
 */
export const writeSchemaLists = (text, topics, checkKinds) => {
  const types = Object.keys(checkKinds)
  const lists = [
    [['$defs', 'notifications', 'properties'], properties(topics, 'notification')],
    [['$defs', 'notification', 'properties', 'after', 'enum'], topics],
    [['$defs', 'checks', 'properties'], properties(types, 'outcome')],
    [['$defs', 'checkType', 'enum'], types.filter((type) => checkKinds[type].order.task === undefined)],
    [['$defs', 'timeline', 'properties', 'checks', 'properties'], properties(types, 'duration')],
  ]
  return lists.reduce((written, [path, value]) => withValue(written, path, value), text)
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
