import { describeShapes } from '../contracts/pact/describe-shapes.js'
import { type Options, readArguments } from '../server/base/arguments.js'
import { webhookShapes } from '../server/shapes/webhook-shapes.js'
import type { CommandResult } from './command.js'
import { loadCatalogue } from './scenarios/load-catalogue.js'
import { type Column, table, withBoldHeading } from './table.js'
import { outputWidth } from './terminal.js'

const formatState = (state: string, params: Readonly<Record<string, string>>) =>
  `${state} (${Object.entries(params)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')})`

type Settings = { readonly json?: boolean; readonly wide?: boolean; readonly scenarios?: string }

export const shapesOptions: Options<Settings> = {
  json: { help: 'id, title, group, state, params, description, …', default: 'false', parse: () => ({ json: true }) },
  wide: {
    help: 'print the whole table, wider than the terminal',
    default: 'false',
    parse: () => ({ wide: true }),
  },
  scenarios: {
    value: 'DIR',
    help: 'scenario files that add to the built-in ones; the contract kit has the built-in ones only',
    default: 'the built-in ones only',
    environment: 'MOCK_YOTI_SCENARIOS',
    parse: (scenarios) => ({ scenarios }),
  },
}

const columns: readonly Column[] = [
  { title: 'ID', narrow: 'keep' },
  { title: 'GROUP', narrow: 'drop' },
  { title: 'TITLE', narrow: 'shorten' },
  { title: 'PROVIDER STATE', narrow: 'drop' },
]

const messageColumns: readonly Column[] = [
  { title: 'MESSAGE', narrow: 'keep' },
  { title: 'TITLE', narrow: 'shorten' },
]

/**
 * `mock-yoti shapes`.
 * @param directory of `MOCK_YOTI_SCENARIOS`, unless `--scenarios` is given
 * @throws UsageError for what cannot be understood or read
 */
export const shapesCommand = async (argv: readonly string[], directory: string | undefined): Promise<CommandResult> => {
  const { json, wide, scenarios = directory }: Settings = Object.assign({}, ...readArguments(shapesOptions, argv))
  const shapes = describeShapes((await loadCatalogue(scenarios)).list())
  if (json) return { text: JSON.stringify(shapes, null, 2), exitCode: 0 }
  const rows = shapes.map(({ id, groups, title, state, params }) => [
    id,
    groups.join(', '),
    title,
    formatState(state, params),
  ])
  const width = wide ? undefined : outputWidth()
  const messages = webhookShapes().map(({ description, title }) => [description, title])
  const lists = [table(columns, rows, width), table(messageColumns, messages, width)]
  return { text: lists.map(withBoldHeading).join('\n\n'), exitCode: 0 }
}
