import { describeShapes } from '../control/describe-shapes.js'
import { UsageError } from '../errors.js'
import { loadCatalogue } from './scenarios/load-catalogue.js'
import type { CommandResult } from './scenarios/settings.js'
import { table } from './table.js'

const stateOf = (state: string, params: Readonly<Record<string, string>>) =>
  `${state} (${Object.entries(params)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')})`

/**
 * `mock-yoti shapes [--json]`.
 * @param scenarios the directory of `--scenarios`, if given
 * @throws UsageError for what cannot be understood or read
 */
export const shapesCommand = async (argv: readonly string[], scenarios: string | undefined): Promise<CommandResult> => {
  const unknown = argv.find((argument) => argument !== '--json')
  if (unknown !== undefined) throw new UsageError(`Unknown argument '${unknown}'. mock-yoti shapes takes --json`)
  const shapes = describeShapes((await loadCatalogue(scenarios)).list())
  if (argv.includes('--json')) return { text: JSON.stringify(shapes, null, 2), exitCode: 0 }
  const rows = shapes.map(({ id, group, title, state, params }) => [id, group, title, stateOf(state, params)])
  return { text: table([['ID', 'GROUP', 'TITLE', 'PROVIDER STATE'], ...rows]), exitCode: 0 }
}
