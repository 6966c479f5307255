import { describeShapes } from '../contracts/pact/describe-shapes.js'
import { UsageError } from '../server/base/errors.js'
import { loadCatalogue } from './scenarios/load-catalogue.js'
import type { CommandResult } from './scenarios/settings.js'
import { table } from './table.js'

const formatState = (state: string, params: Readonly<Record<string, string>>) =>
  `${state} (${Object.entries(params)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')})`

const help = `mock-yoti shapes: lists the result shapes that contracts are made of, with their provider states

  --json           for programs: id, title, group, state, params, description, …
  --scenarios DIR  scenario files that add to the built-in ones [MOCK_YOTI_SCENARIOS]; the contract kit has the
                   built-in ones only`

/**
 * `mock-yoti shapes [--json]`.
 * @param scenarios the directory of `--scenarios`, if given
 * @throws UsageError for what cannot be understood or read
 */
export const shapesCommand = async (argv: readonly string[], scenarios: string | undefined): Promise<CommandResult> => {
  if (argv.includes('--help')) return { text: help, exitCode: 0 }
  const unknown = argv.find((argument) => argument !== '--json')
  if (unknown !== undefined) throw new UsageError(`Unknown argument '${unknown}'. mock-yoti shapes takes --json`)
  const shapes = describeShapes((await loadCatalogue(scenarios)).list())
  if (argv.includes('--json')) return { text: JSON.stringify(shapes, null, 2), exitCode: 0 }
  const rows = shapes.map(({ id, group, title, state, params }) => [id, group, title, formatState(state, params)])
  return { text: table([['ID', 'GROUP', 'TITLE', 'PROVIDER STATE'], ...rows]), exitCode: 0 }
}
