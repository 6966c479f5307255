import { oneOf } from '../../server/base/arguments.js'
import { systemClock } from '../../server/base/clock.js'
import { checkKinds } from '../../server/engine/checks/index.js'
import { summarise } from '../../server/engine/results/summarise.js'
import type { ControlSchema } from '../../server/openapi/schema.js'
import { table } from '../table.js'
import { loadCatalogue } from './load-catalogue.js'
import type { CommandResult, Settings } from './settings.js'

type Summary = ControlSchema<'ScenarioSummary'>

/** A filter's value in the catalogue's spelling. @throws UsageError for one that nothing has */
const known = (option: string, text: string | undefined, values: Iterable<string>) =>
  text === undefined ? undefined : oneOf(option, text, [...new Set(values)].sort())

const reasonsIn = (summaries: readonly Summary[]) =>
  summaries.flatMap(({ checks }) => checks.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))

const filterOf = (summaries: readonly Summary[], settings: Settings) => {
  const group = known(
    '--group',
    settings.group,
    summaries.map((summary) => summary.group),
  )
  const check = known('--check', settings.check?.toUpperCase(), Object.keys(checkKinds))
  const reason = known('--reason', settings.reason?.toUpperCase(), reasonsIn(summaries))
  return (summary: Summary) =>
    (group === undefined || summary.group === group) &&
    (settings.provenance === undefined || summary.provenance === settings.provenance) &&
    ((check === undefined && reason === undefined) ||
      summary.checks.some((found) => (check ?? found.type) === found.type && (reason ?? found.reason) === found.reason))
}

/** `mock-yoti scenarios`: a table, or a JSON array, of every scenario that fits the filters. */
export const list = async (settings: Settings): Promise<CommandResult> => {
  const now = systemClock.now()
  const catalogue = await loadCatalogue(settings.scenarios)
  const all = catalogue.list().map((scenario) => summarise(scenario, now).summary)
  const summaries = all.filter(filterOf(all, settings))
  if (settings.json) return { text: JSON.stringify(summaries, null, 2), exitCode: 0 }
  const rows = summaries.map(({ id, group, title, shape, provenance }) => [id, group, title, shape, provenance])
  return { text: table([['ID', 'GROUP', 'TITLE', 'SHAPE', 'PROVENANCE'], ...rows]), exitCode: 0 }
}
