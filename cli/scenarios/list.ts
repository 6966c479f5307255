import { oneOf } from '../../server/base/arguments.js'
import { systemClock } from '../../server/base/clock.js'
import { UsageError } from '../../server/base/errors.js'
import { didYouMean } from '../../server/base/nearest.js'
import { checkKinds } from '../../server/engine/checks/index.js'
import { summarise } from '../../server/engine/results/summarise.js'
import type { ControlSchema } from '../../server/openapi/schema.js'
import type { CommandResult } from '../command.js'
import { type Column, table, withBoldHeading } from '../table.js'
import { outputWidth } from '../terminal.js'
import { loadCatalogue } from './load-catalogue.js'
import type { Settings } from './settings.js'

type Summary = ControlSchema<'ScenarioSummary'>

/** A filter's value in the catalogue's spelling. @throws UsageError for one that nothing has */
const known = (option: string, text: string | undefined, values: Iterable<string>) =>
  text === undefined ? undefined : oneOf(option, text, [...new Set(values)].sort())

const reasonsIn = (summaries: readonly Summary[]) =>
  summaries.flatMap(({ checks }) => checks.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))

/** Whether a word stands in the id, the title, or a reason of a scenario; letter case does not matter. */
const mentions = ({ id, title, checks }: Summary, word: string) =>
  [id, title, ...checks.map(({ reason = '' }) => reason)].some((text) => text.toLowerCase().includes(word))

const filterOf = (summaries: readonly Summary[], word: string, settings: Settings) => {
  const group = known(
    '--group',
    settings.group,
    summaries.map((summary) => summary.group),
  )
  const check = known('--check', settings.check?.toUpperCase(), Object.keys(checkKinds))
  const reason = known('--reason', settings.reason?.toUpperCase(), reasonsIn(summaries))
  return (summary: Summary) =>
    mentions(summary, word.toLowerCase()) &&
    (group === undefined || summary.group === group) &&
    (settings.provenance === undefined || summary.provenance === settings.provenance) &&
    ((check === undefined && reason === undefined) ||
      summary.checks.some((found) => (check ?? found.type) === found.type && (reason ?? found.reason) === found.reason))
}

/** What a word may be meant for that is no scenario. */
const commandsBelow = ['scenarios show', 'scenarios new', 'scenarios import', 'scenarios lint']

const columns: readonly Column[] = [
  { title: 'ID', narrow: 'keep' },
  { title: 'GROUP', narrow: 'drop' },
  { title: 'TITLE', narrow: 'shorten' },
  { title: 'SHAPE', narrow: 'drop' },
  { title: 'PROVENANCE', narrow: 'drop' },
]

/**
 * `mock-yoti scenarios [WORD]`: a table, or a JSON array, of every scenario that fits the word and the filters.
 * @throws UsageError when no scenario has the word
 */
export const list = async (word: string, settings: Settings): Promise<CommandResult> => {
  const now = systemClock.now()
  const catalogue = await loadCatalogue(settings.scenarios)
  const listed = settings.documents ? catalogue.listWithDocuments() : catalogue.list()
  const all = listed.map((scenario) => summarise(scenario, now).summary)
  const summaries = all.filter(filterOf(all, word, settings))
  if (summaries.length === 0 && word !== '')
    throw new UsageError(
      `No scenario has '${word}' in its id, title or reasons.${didYouMean(`scenarios ${word}`, [...commandsBelow, ...all.map(({ id }) => `scenarios ${id}`)])}`,
    )
  if (settings.json) return { text: JSON.stringify(summaries, null, 2), exitCode: 0 }
  const rows = summaries.map(({ id, group, title, shape, provenance }) => [id, group, title, shape, provenance])
  const text = table(columns, rows, settings.wide ? undefined : outputWidth())
  return { text: withBoldHeading(text), exitCode: 0 }
}
