import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../server/base/errors.js'
import { builtInSources } from '../../../server/engine/scenarios/catalogue.js'
import type { CommandResult } from '../../command.js'
import { table } from '../../table.js'
import { outputWidth } from '../../terminal.js'
import { ownDirectory, scenarioText, writeScenario } from '../new.js'
import type { Settings } from '../settings.js'
import { OtherRecording, readAnswer } from './read-answer.js'
import { scenarioLike } from './scenario-like.js'

/** What became of one answer: the scenario that it became or that says the same already, or why there is none. */
type Outcome = { readonly file: string } & (
  | {
      readonly id: string
      readonly path?: string
      readonly sameAs?: string
      readonly compared: number
      readonly same: number
      readonly notExpressed: readonly string[]
    }
  | { readonly refused: string }
  /** A recording of another operation. */
  | { readonly leftOut: string }
)

/** An id of a file's name: `Session 12 (rejected).json` is session-12-rejected. */
const idOf = (file: string, prefix: string | undefined) => {
  const words = file
    .replace(/\.json$/i, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const id = [...(prefix === undefined ? [] : [prefix]), ...words].join('-').slice(0, 100).replace(/-$/, '')
  // A file of a built-in scenario's name would take its place.
  return id === '' || Object.hasOwn(builtInSources, id) ? ['imported', ...words].join('-') : id
}

const importOne = async (
  directory: string,
  file: string,
  written: Map<string, string>,
  { id: prefix, scenarios }: Settings,
): Promise<Outcome> => {
  try {
    const { file: scenario, ...near } = scenarioLike(await readAnswer(join(directory, file)))
    const says = scenarioText('', scenario)
    const sameAs = written.get(says)
    if (sameAs !== undefined) return { file, id: sameAs, sameAs, ...near }
    const id = idOf(file, prefix)
    const path = await writeScenario(id, scenario, scenarios)
    written.set(says, id)
    return { file, id, path, ...near }
  } catch (error) {
    if (error instanceof OtherRecording) return { file, leftOut: error.message }
    if (error instanceof UsageError) return { file, refused: error.message }
    throw error
  }
}

const rowOf = (outcome: Outcome): string[] => {
  if (!('id' in outcome)) return [outcome.file, 'not imported', '', '']
  const { file, id, sameAs, same, compared, notExpressed } = outcome
  return [file, sameAs === undefined ? id : `as ${id}`, `${same} of ${compared}`, String(notExpressed.length)]
}

/** Each thing that was not expressed, whatever its place in a list, and of how many answers. */
const notExpressedIn = (outcomes: readonly Outcome[]): string[] => {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) {
    const told = 'id' in outcome ? outcome.notExpressed : []
    for (const line of new Set(told.map((difference) => difference.replace(/\[\d{1,6}\]/g, '[]'))))
      counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const lines = [...counts].sort(([, one], [, other]) => other - one).map(([line, count]) => `  ${count} × ${line}`)
  return lines.length === 0 ? [] : ['Not expressed, and in how many answers:', ...lines, '']
}

const refusedIn = (outcomes: readonly Outcome[]): string[] => {
  const reasons = outcomes.flatMap((outcome) => ('refused' in outcome ? [`  ${outcome.refused}`] : []))
  return reasons.length === 0 ? [] : ['Not imported:', ...reasons, '']
}

const countOf = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

const summaryOf = (outcomes: readonly Outcome[]) => {
  const refused = outcomes.filter((outcome) => 'refused' in outcome).length
  const scenarios = outcomes.filter((outcome) => 'path' in outcome).length
  const leftOut = outcomes.filter((outcome) => 'leftOut' in outcome).length
  const others = leftOut === 0 ? '' : ` ${countOf(leftOut, 'recording')} of other operations left out.`
  const whole = outcomes.filter((outcome) => 'id' in outcome && outcome.notExpressed.length === 0).length
  return `${countOf(outcomes.length - leftOut, 'answer')}: ${countOf(scenarios, 'scenario')} written, ${countOf(whole, 'answer')} expressed in full, ${refused} not imported.${others}`
}

/**
 * Imports every `*.json` of a directory and of those in it. Answers that say the same become one scenario. The exit code
 * is 1 when something was not imported.
 */
export const importDirectory = async (directory: string, settings: Settings): Promise<CommandResult> => {
  const files = (await readdir(directory, { recursive: true })).filter((file) => /\.json$/i.test(file)).sort()
  if (files.length === 0) throw new UsageError(`${directory} has no *.json file`)
  const written = new Map<string, string>()
  const outcomes: Outcome[] = []
  for (const file of files) outcomes.push(await importOne(directory, file, written, settings))
  const exitCode = outcomes.some((outcome) => 'refused' in outcome) ? 1 : 0
  if (settings.json) return { text: JSON.stringify(outcomes, undefined, 2), exitCode }
  const rows = outcomes.filter((outcome) => !('leftOut' in outcome)).map(rowOf)
  const columns = [
    { title: 'answer', narrow: 'keep' },
    { title: 'scenario', narrow: 'shorten' },
    { title: 'same', narrow: 'keep' },
    { title: 'not expressed', narrow: 'keep' },
  ] as const
  const text = [
    table(columns, rows, settings.wide ? undefined : outputWidth()),
    '',
    ...notExpressedIn(outcomes),
    ...refusedIn(outcomes),
    summaryOf(outcomes),
    'Ids, times and what is about the person are compared by their form.',
    '',
    `  mock-yoti scenarios --scenarios ${settings.scenarios ?? ownDirectory}`,
  ]
  return { text: text.join('\n'), exitCode }
}
