import { type Options, oneOf, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import { fieldEvidence, operationEvidence } from '../server/shapes/document-evidence.js'
import { describeEvidence, type Evidence, type Grade, grades, scenarioEvidence } from '../server/shapes/evidence.js'
import { type Observations, raiseAnswer, raiseField, readObservations } from '../server/shapes/own-recordings.js'
import { answersOf } from '../server/shapes/shape.js'
import type { CommandResult } from './command.js'
import { loadCatalogue } from './scenarios/load-catalogue.js'
import { table, withBoldHeading } from './table.js'
import { outputWidth } from './terminal.js'

type Settings = {
  readonly grade?: Grade
  readonly json?: boolean
  readonly wide?: boolean
  readonly scenarios?: string
  readonly evidence?: string
}

export const evidenceOptions: Options<Settings> = {
  grade: {
    value: 'WORD',
    help: 'only what is observed, documented or invented',
    default: 'all',
    parse: (text) => ({ grade: oneOf('--grade', text, grades) }),
  },
  evidence: {
    value: 'DIR|FILE',
    help: "your own recordings of Yoti's answers, which raise grades",
    default: 'none',
    parse: (evidence) => ({ evidence }),
  },
  json: { help: 'print JSON', default: 'false', parse: () => ({ json: true }) },
  wide: { help: 'print the whole table, wider than the terminal', default: 'false', parse: () => ({ wide: true }) },
  scenarios: {
    value: 'DIR',
    help: 'scenario files that add to the built-in ones',
    default: 'the built-in ones only',
    environment: 'MOCK_YOTI_SCENARIOS',
    parse: (scenarios) => ({ scenarios }),
  },
}

type Kind = 'scenarios' | 'operations' | 'fields'
type Row = Evidence & { readonly name: string }
type Everything = Readonly<Record<Kind, readonly Row[]>>

const rowsOf = (list: readonly { readonly path: string; readonly evidence: Evidence }[]): Row[] =>
  list.map(({ path, evidence }) => ({ name: path, ...evidence }))

const everything = async (directory: string | undefined, seen: Observations | undefined): Promise<Everything> => {
  const scenarios = (await loadCatalogue(directory)).list()
  return {
    scenarios: scenarios.map((scenario) => ({
      name: scenario.id,
      ...raiseAnswer({ operation: 'getSession', answers: answersOf(scenario) }, scenarioEvidence(scenario), seen),
    })),
    operations: rowsOf(operationEvidence().map((operation) => raiseField(operation, seen))),
    fields: rowsOf(fieldEvidence().map((field) => raiseField(field, seen))),
  }
}

const kinds: readonly Kind[] = ['scenarios', 'operations', 'fields']

const summaryColumns = ['', ...grades.map((grade) => grade.toUpperCase())].map((title) => ({
  title,
  narrow: 'keep' as const,
}))

const summaryOf = (all: Everything) =>
  table(
    summaryColumns,
    kinds.map((kind) => [
      kind,
      ...grades.map((wanted) => String(all[kind].filter(({ grade }) => grade === wanted).length)),
    ]),
  )

const columns = [
  { title: 'WHAT', narrow: 'keep' },
  { title: 'HOW WE KNOW', narrow: 'shorten' },
] as const

/** A table of what has been asked for: the source's version stands in JSON, and where there is room. */
const listOf = (rows: readonly Row[], width: number | undefined) =>
  withBoldHeading(
    table(
      columns,
      rows.map(({ name, version: _version, ...evidence }) => [
        name,
        `${describeEvidence(evidence)}: ${evidence.source}`,
      ]),
      width,
    ),
  )

const chosen = (all: Everything, word: string, grade: Grade | undefined): Everything => {
  const fits = (row: Row) =>
    (grade === undefined || row.grade === grade) &&
    [row.name, row.source].some((text) => text.toLowerCase().includes(word.toLowerCase()))
  return {
    scenarios: all.scenarios.filter(fits),
    operations: all.operations.filter(fits),
    fields: all.fields.filter(fits),
  }
}

/**
 * `mock-yoti evidence [WORD]`: how we know of every scenario, operation and field; without a word or a grade how many there
 * are of each grade.
 * @returns exit code 1 when a recording could not be read
 * @throws UsageError when nothing has the word
 */
export const evidenceCommand = async (
  argv: readonly string[],
  directory: string | undefined,
): Promise<CommandResult> => {
  const { words, given } = readCommand(evidenceOptions, argv)
  const [word = '', extra] = words
  if (extra !== undefined) throw new UsageError(`Unknown argument '${extra}'. See mock-yoti evidence --help`)
  const settings: Settings = Object.assign({}, directory !== undefined && { scenarios: directory }, ...given)
  const seen = settings.evidence === undefined ? undefined : await readObservations(settings.evidence)
  const all = await everything(settings.scenarios, seen)
  const found = chosen(all, word, settings.grade)
  const exitCode = seen !== undefined && seen.unread.length > 0 ? 1 : 0
  const more = seen === undefined ? {} : { recordings: seen.count, unread: seen.unread }
  if (settings.json) return { text: JSON.stringify({ ...found, ...more }, null, 2), exitCode }
  const rows = kinds.flatMap((kind) => found[kind])
  if (rows.length === 0) throw new UsageError(`No scenario, operation or field has '${word}' in its name or source`)
  const own =
    seen === undefined
      ? []
      : [`Recordings in ${settings.evidence}: ${seen.count}`, ...seen.unread.map((why) => `Not read: ${why}`), '']
  if (word !== '' || settings.grade !== undefined)
    return { text: [...own, listOf(rows, settings.wide ? undefined : outputWidth())].join('\n'), exitCode }
  const next = [
    'What nobody has seen or written:  mock-yoti evidence --grade invented',
    'One scenario, operation or field: mock-yoti evidence SessionResult.state',
    'Everything:                       mock-yoti evidence --json',
  ]
  return { text: [...own, summaryOf(all), '', ...next].join('\n'), exitCode }
}
