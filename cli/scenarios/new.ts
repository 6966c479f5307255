import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { UsageError } from '../../server/base/errors.js'
import { packageFile } from '../../server/base/package-files.js'
import { builtInSources } from '../../server/engine/scenarios/catalogue.js'
import { isScenarioId } from '../../server/engine/scenarios/read-scenario.js'
import { type Scenario, type ScenarioFile, scenarioDefaults } from '../../server/engine/scenarios/scenario.js'
import type { CommandResult } from '../command.js'
import { loadCatalogue, scenarioNamed } from './load-catalogue.js'
import type { Settings } from './settings.js'

/** Where own scenarios go unless a directory is given. */
export const ownDirectory = 'scenarios'

/** The text of a scenario file: prose first, then what happens. */
export const scenarioText = (
  schema: string,
  { title, use_when, provenance, source, ...happens }: ScenarioFile,
): string => {
  const yaml = (value: object) => stringify(value, { lineWidth: 0 }).trim()
  const prose = yaml({ title, use_when, provenance, source })
  return `# yaml-language-server: $schema=${schema}\n${prose}\n\n${yaml(happens)}\n`
}

const isDefault = (key: string, value: unknown) =>
  JSON.stringify(value) === JSON.stringify(scenarioDefaults[key as keyof typeof scenarioDefaults])

/** A scenario as a file of its own: every key that says something, and those that a reader looks for. */
const fileOf = ({ id, group: _group, family: _family, ...scenario }: Scenario): ScenarioFile => {
  const said = Object.entries(scenario).filter(
    ([key, value]) => ['documents', 'visit'].includes(key) || !isDefault(key, value),
  )
  return {
    // Its prose is among them.
    ...(Object.fromEntries(said) as ScenarioFile),
    title: `Like ${id}`,
    use_when: 'Say when a test wants this scenario.',
    provenance: 'invented',
    source: `Started from ${id}`,
  }
}

/** Writes a scenario file that is not there yet; returns its path. @throws UsageError when it is, or cannot be written */
export const writeScenario = async (
  id: string,
  file: ScenarioFile,
  directory: string = ownDirectory,
): Promise<string> => {
  if (!isScenarioId(id))
    throw new UsageError(`'${id}' is no id for a scenario: lower-case words joined by '-', such as tampered-passport`)
  const path = join(directory, `${id}.yaml`)
  const schema = relative(directory, fileURLToPath(packageFile('scenarios/scenario.schema.json'))).replaceAll('\\', '/')
  try {
    await mkdir(directory, { recursive: true })
    await writeFile(path, scenarioText(schema, file), { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new UsageError(`${path} is there already; nothing was written`)
    throw new UsageError(`Cannot write ${path}: ${code}`)
  }
  return path
}

/** What to do with a scenario file that was written. */
export const nextSteps = (id: string, directory: string = ownDirectory): string =>
  `  mock-yoti scenarios show ${id} --scenarios ${directory}\n  mock-yoti --scenarios ${directory}`

/** `mock-yoti scenarios new ID --from ID`: writes a file that says in full what another scenario says. */
export const createNew = async (id: string, { from, scenarios }: Settings): Promise<CommandResult> => {
  if (from === undefined) throw new UsageError(`From which scenario? mock-yoti scenarios new ${id} --from ID`)
  const directory = scenarios ?? ownDirectory
  const catalogue = await loadCatalogue(scenarios)
  if (Object.hasOwn(builtInSources, id) && id !== from)
    throw new UsageError(
      `'${id}' is a built-in scenario, and a file of that name would take its place. Give it another id; to replace it, start --from ${id}`,
    )
  const path = await writeScenario(id, fileOf(scenarioNamed(catalogue, from)), directory)
  return { text: `Wrote ${path}. Change it, then\n\n${nextSteps(id, directory)}`, exitCode: 0 }
}
