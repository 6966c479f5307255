import { isMap, LineCounter, parseDocument, visit } from 'yaml'
import { faultProblems } from './fault-problems.js'
import type { FileProblem, ScenarioFile } from './scenario.js'
import { type Path, schemaProblems } from './schema-problems.js'

type Document = ReturnType<typeof parseDocument>

/** The line of a value or of its key; if the file does not contain it, the line of its parent. */
const lineAt = (document: Document, lines: LineCounter, path: Path): number => {
  const key = path.at(-1)
  const holder = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = isMap(holder) ? holder.items.find((item) => String(item.key) === String(key)) : undefined
  const node = pair?.key ?? (path.length === 0 ? document.contents : document.getIn(path, true))
  const range = (node as { range?: [number, number, number] } | undefined)?.range
  if (range !== undefined) return lines.linePos(range[0]).line
  return path.length === 0 ? 1 : lineAt(document, lines, path.slice(0, -1))
}

/** An alias without an anchor, or inside the value that it names. */
const unreadableAlias = (document: Document): { at: number; message: string } | undefined => {
  let found: { at: number; message: string } | undefined
  visit(document, {
    Alias: (_key, alias, path) => {
      const target = alias.resolve(document)
      const isInside = target !== undefined && path.includes(target)
      if (target !== undefined && !isInside) return undefined
      const message = isInside
        ? `the alias '*${alias.source}' stands inside what it names`
        : `no anchor '&${alias.source}' stands before the alias '*${alias.source}'`
      found = { at: alias.range?.[0] ?? 0, message }
      return visit.BREAK
    },
  })
  return found
}

/** Whether a file of this name can be a scenario. */
export const isScenarioId = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)

/** A scenario file that was read, and the line of each of its parts. */
export type ReadScenario = { readonly scenario: ScenarioFile; readonly lineOf: (path: Path) => number }

/**
 * Parses and checks the text of one scenario file.
 * @param file the path in the problems
 * @param id the file's name without its ending
 */
export const readScenario = (
  file: string,
  id: string,
  text: string,
): { read?: ReadScenario; problems: FileProblem[] } => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const [message = error.message] = error.message.split(/ at line \d+/)
      return { file, line: lines.linePos(error.pos[0]).line, message: `not YAML: ${message}` }
    })
    return { problems }
  }
  if (!isScenarioId(id))
    return { problems: [{ file, message: `the file's name is the scenario's id: use lower-case words joined by '-'` }] }
  const alias = unreadableAlias(document)
  if (alias !== undefined) return { problems: [{ file, line: lines.linePos(alias.at).line, message: alias.message }] }
  const value: unknown = document.toJS()
  if (value === null)
    return { problems: [{ file, line: 1, message: 'the file is empty. docs/scenarios.md has examples' }] }
  const lineOf = (path: Path) => lineAt(document, lines, path)
  const ofSchema = schemaProblems(value)
  // Without problems it is valid against the schema.
  const scenario = value as ScenarioFile
  const found = ofSchema.length > 0 ? ofSchema : faultProblems(scenario)
  const problems = found.map(({ path, message }) => ({ file, line: lineOf(path), message }))
  return problems.length > 0 ? { problems } : { read: { scenario, lineOf }, problems }
}
