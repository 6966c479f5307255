import { isMap } from 'yaml'
import { faultProblems } from './fault-problems.js'
import { type ParsedYaml, parseYaml } from './parse-yaml.js'
import type { FileProblem, ScenarioFile } from './scenario.js'
import { type Path, schemaProblems } from './schema-problems.js'

/** The line of a value, or of the key that has it; of what holds it, where the file does not say it. */
export const lineAt = (yaml: ParsedYaml, path: Path): number => {
  const { document, lines } = yaml
  const key = path.at(-1)
  const holder = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = isMap(holder) ? holder.items.find((item) => String(item.key) === String(key)) : undefined
  const node = pair?.key ?? (path.length === 0 ? document.contents : document.getIn(path, true))
  const range = (node as { range?: [number, number, number] } | undefined)?.range
  if (range !== undefined) return lines.linePos(range[0]).line
  return path.length === 0 ? 1 : lineAt(yaml, path.slice(0, -1))
}

/** Whether a file of this name can be a scenario. */
export const isScenarioId = (name: string): boolean => name.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)

/** A scenario file that was read, and the line of each of its parts. */
export type ReadScenario = { readonly scenario: ScenarioFile; readonly lineOf: (path: Path) => number }

/**
 * Parses and checks the bytes of one scenario file.
 * @param file the path that problems are told with
 * @param id the file's name without its ending
 */
export const readScenario = (
  file: string,
  id: string,
  bytes: Buffer,
): { read?: ReadScenario; problems: FileProblem[] } => {
  const yaml = parseYaml(bytes)
  if ('problems' in yaml) return { problems: yaml.problems.map((problem) => ({ file, ...problem })) }
  if (!isScenarioId(id))
    return { problems: [{ file, message: `the file's name is the scenario's id: use lower-case words joined by '-'` }] }
  if (yaml.value === null)
    return { problems: [{ file, line: 1, message: 'the file is empty. docs/scenarios.md has examples' }] }
  const lineOf = (path: Path) => lineAt(yaml, path)
  const ofSchema = schemaProblems(yaml.value)
  // It has the schema's shape when nothing is wrong with it.
  const scenario = yaml.value as ScenarioFile
  const found = ofSchema.length > 0 ? ofSchema : faultProblems(scenario)
  const problems = found.map(({ path, message }) => ({ file, line: lineOf(path), message }))
  return problems.length > 0 ? { problems } : { read: { scenario, lineOf }, problems }
}
