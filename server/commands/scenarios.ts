import { fileURLToPath } from 'node:url'
import { systemClock } from '../clock.js'
import { summarise } from '../control/summarise.js'
import { UsageError } from '../errors.js'
import { didYouMean } from '../nearest.js'
import { packageFile } from '../package-files.js'
import { builtInScenarios, Catalogue } from '../scenarios/catalogue.js'
import { formatProblem, readDirectory } from '../scenarios/read-directory.js'
import { table } from './table.js'

/** What a command prints, and its exit code. */
export type CommandResult = { readonly text: string; readonly exitCode: number }

/** The built-in scenarios, and those of a directory. @throws UsageError for files that cannot be used */
export const loadCatalogue = async (directory: string | undefined): Promise<Catalogue> => {
  if (directory === undefined) return new Catalogue(builtInScenarios())
  const { scenarios, problems } = await readDirectory(directory)
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join('\n'))
  return new Catalogue(scenarios)
}

const list = async (directory: string | undefined): Promise<CommandResult> => {
  const catalogue = await loadCatalogue(directory)
  const now = systemClock.now()
  const rows = catalogue.list().map((scenario) => {
    const { id, title, shape, provenance } = summarise(scenario, now).summary
    return [id, title, shape, provenance]
  })
  return { text: table([['ID', 'TITLE', 'SHAPE', 'PROVENANCE'], ...rows]), exitCode: 0 }
}

const show = async (id: string | undefined, directory: string | undefined): Promise<CommandResult> => {
  if (id === undefined) throw new UsageError('Which scenario? mock-yoti scenarios show ID')
  const catalogue = await loadCatalogue(directory)
  const scenario = catalogue.find(id)
  if (scenario === undefined) throw new UsageError(catalogue.describeUnknown(id))
  return { text: JSON.stringify(summarise(scenario, systemClock.now()).answer, null, 2), exitCode: 0 }
}

const lint = async (directory: string): Promise<CommandResult> => {
  const { count, problems } = await readDirectory(directory)
  if (problems.length === 0) return { text: `${count} scenario files, no problems`, exitCode: 0 }
  return { text: problems.map(formatProblem).join('\n'), exitCode: 1 }
}

const noMore = (rest: readonly string[]) => {
  if (rest.length > 0) throw new UsageError(`Unknown argument '${rest[0]}'. See mock-yoti --help`)
}

/**
 * `mock-yoti scenarios [list | show ID | lint [DIR]]`.
 * @param scenarios the directory of `--scenarios`, if given
 * @throws UsageError for what cannot be understood or read
 */
export const scenariosCommand = (
  [verb = 'list', argument, ...rest]: readonly string[],
  scenarios: string | undefined,
): Promise<CommandResult> => {
  noMore(rest)
  switch (verb) {
    case 'list':
      noMore(argument === undefined ? [] : [argument])
      return list(scenarios)
    case 'show':
      return show(argument, scenarios)
    case 'lint':
      return lint(argument ?? scenarios ?? fileURLToPath(packageFile('scenarios/')))
    default:
      throw new UsageError(`Unknown command 'scenarios ${verb}'.${didYouMean(verb, ['list', 'show', 'lint'])}`)
  }
}
