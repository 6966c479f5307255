import { UsageError } from '../../server/base/errors.js'
import { builtInScenarios, Catalogue } from '../../server/engine/scenarios/catalogue.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'

/** The built-in scenarios, and those of a directory. @throws UsageError for files that cannot be used */
export const loadCatalogue = async (directory: string | undefined): Promise<Catalogue> => {
  if (directory === undefined) return new Catalogue(builtInScenarios())
  // YAML is loaded when there are files to read.
  const { formatProblem, readDirectory } = await import('../../server/engine/scenarios/read-directory.js')
  const { scenarios, problems } = await readDirectory(directory)
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join('\n'))
  return new Catalogue(scenarios)
}

/** @throws UsageError naming the nearest when no scenario has the id */
export const scenarioNamed = (catalogue: Catalogue, id: string): Scenario => {
  const scenario = catalogue.find(id)
  if (scenario === undefined) throw new UsageError(catalogue.describeUnknown(id))
  return scenario
}
