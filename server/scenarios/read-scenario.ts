import { isMap, LineCounter, parseDocument } from 'yaml'
import { didYouMean } from '../nearest.js'
import { validateScenario } from './generated/validator.js'
import type { Problem, ScenarioFile } from './scenario.js'

type SchemaError = NonNullable<typeof validateScenario.errors>[number]
type Document = ReturnType<typeof parseDocument>

const pathOf = (instancePath: string) =>
  instancePath
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))

const where = (error: SchemaError) => pathOf(error.instancePath).join('.') || 'the file'

const alternatives = (error: SchemaError) =>
  (error.schema as { const?: string; properties?: object }[])
    .map((option) =>
      option.const === undefined ? `{ ${Object.keys(option.properties ?? {}).join(', ')} }` : option.const,
    )
    .join(' or ')

/** One schema error in plain words. */
const explain = (error: SchemaError): string => {
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {})
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty'])
      return `unknown key '${key}' in ${where(error)}.${didYouMean(key, known)} Known: ${known.join(', ')}`
    }
    case 'required':
      return `the key '${error.params['missingProperty']}' is missing in ${where(error)}`
    case 'enum':
      return `${where(error)} is ${JSON.stringify(error.data)}; expected ${(error.schema as string[]).join(', ')}`
    case 'oneOf':
      return `${where(error)} is ${JSON.stringify(error.data)}; expected ${alternatives(error)}`
    default:
      return `${where(error)} ${error.message}; it is ${JSON.stringify(error.data)}`
  }
}

/** The errors worth telling: an alternative that fits nowhere is one mistake, not one for each alternative. */
const tellable = (errors: readonly SchemaError[]) => {
  const choices = errors.filter((error) => error.keyword === 'oneOf')
  const isInside = (error: SchemaError) =>
    choices.some((choice) => choice !== error && error.instancePath.startsWith(choice.instancePath))
  const unknownKeys = errors.filter((error) => error.keyword === 'additionalProperties' && isInside(error))
  const saysMore = (choice: SchemaError) => unknownKeys.some((e) => e.instancePath.startsWith(choice.instancePath))
  return [...errors.filter((e) => !isInside(e) && !(e.keyword === 'oneOf' && saysMore(e))), ...unknownKeys]
}

const lineOf = (document: Document, lines: LineCounter, error: SchemaError) => {
  const path = pathOf(error.instancePath)
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  const extra = error.params['additionalProperty']
  const pair = isMap(node) && extra !== undefined ? node.items.find((item) => String(item.key) === extra) : undefined
  const range = ((pair?.key ?? node) as { range?: [number, number, number] } | undefined)?.range
  return range ? lines.linePos(range[0]).line : 1
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Parses and checks the text of one scenario file.
 * @param file the path that problems are told with
 * @param id the file's name without its ending
 */
export const readScenario = (
  file: string,
  id: string,
  text: string,
): { scenario?: ScenarioFile; problems: Problem[] } => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const [message = error.message] = error.message.split(/ at line \d+/)
      return { file, line: lines.linePos(error.pos[0]).line, message: `not YAML: ${message}` }
    })
    return { problems }
  }
  if (!idPattern.test(id))
    return { problems: [{ file, message: `the file's name is the scenario's id: use lower-case words joined by '-'` }] }
  const value: unknown = document.toJS()
  if (validateScenario(value)) return { scenario: value as ScenarioFile, problems: [] }
  const problems = tellable(validateScenario.errors ?? []).map((error) => ({
    file,
    line: lineOf(document, lines, error),
    message: explain(error),
  }))
  return { problems }
}
