import { access, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import {
  compareReports,
  createReport,
  htmlReport,
  junitReport,
  markdownReport,
  openFindings,
  type Progress,
  parseStory,
  type Report,
  readAccepted,
  readDescription,
  readReport,
  runGauntlet,
  storiesOfOne,
  textReport,
} from '../gauntlet/index.js'
import { type Options, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import { futureResults } from '../server/shapes/index.js'
import type { CommandResult } from './command.js'
import { type Column, table } from './table.js'
import { outputWidth, type Terminal } from './terminal.js'

type Settings = {
  readonly story?: string
  readonly isThorough?: boolean
  readonly isFuture?: boolean
  readonly seed?: string
  readonly maxTime?: number
  readonly lanes?: number
  readonly json?: string
  readonly html?: string
  readonly junit?: string
  readonly markdown?: string
  readonly accepted?: string
  readonly isStrict?: boolean
}

const positive = (name: string, text: string, most: number) => {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value <= most) return value
  throw new UsageError(`${name} takes a whole number from 1 to ${most}; got '${text}'`)
}

/** The options of `mock-yoti gauntlet`. */
export const gauntletOptions: Options<Settings> = {
  story: { value: 'ID', help: 'play this story only; the report has its id', parse: (story) => ({ story }) },
  thorough: {
    help: 'combine every result and every trouble',
    default: 'one of each kind',
    parse: () => ({ isThorough: true }),
  },
  future: {
    help: 'play the answers of tomorrow: unknown fields and words, new checks and documents, other orders',
    default: 'the answers of today',
    parse: () => ({ isFuture: true }),
  },
  seed: {
    value: 'TEXT',
    help: 'chooses which combinations are played, and the words of --future',
    default: 'mock-yoti',
    parse: (seed) => ({ seed }),
  },
  'max-time': {
    value: 'SECONDS',
    help: 'begin no story after so long; a fifth of it is for shorter stories of findings',
    default: 'none',
    parse: (text) => ({ maxTime: positive('--max-time', text, 86_400) }),
  },
  lanes: {
    value: 'N',
    help: 'how many services run at once, where the description says how one is started',
    default: 'two for each processor, at most 4',
    parse: (text) => ({ lanes: positive('--lanes', text, 16) }),
  },
  html: { value: 'FILE', help: 'write the report as a page', parse: (html) => ({ html }) },
  markdown: { value: 'FILE', help: 'write the report for a pull request', parse: (markdown) => ({ markdown }) },
  junit: { value: 'FILE', help: 'write the stories as JUnit test cases', parse: (junit) => ({ junit }) },
  json: {
    value: 'FILE',
    help: 'write everything as JSON; gauntlet diff compares two of them',
    parse: (json) => ({ json }),
  },
  accepted: {
    value: 'FILE',
    help: 'findings that are accepted, with reasons',
    default: 'gauntlet.accepted.yaml beside the description',
    parse: (accepted) => ({ accepted }),
  },
  'strict-accepted': { help: 'exit 1 when an accepted finding was not seen', parse: () => ({ isStrict: true }) },
}

const showProgress = ({ stderr }: Terminal) => {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, end: () => undefined }
  return {
    onProgress: ({ played, of, failed, now }: Progress) => {
      const line = `${played} of ${of} stories, ${failed} with a finding  ${now}`
      stderr.write(`\r\x1b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    },
    end: () => {
      stderr.write('\r\x1b[K')
    },
  }
}

const writers: Readonly<Record<'json' | 'html' | 'junit' | 'markdown', (report: Report) => string>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  html: htmlReport,
  junit: junitReport,
  markdown: markdownReport,
}

/** A report that cannot be written is better known before ten minutes of stories than after. */
const assertWritable = async (settings: Settings) => {
  for (const name of Object.keys(writers) as (keyof typeof writers)[]) {
    const path = settings[name]
    if (path === undefined) continue
    await access(dirname(path)).catch(() => {
      throw new UsageError(`--${name} ${path}: there is no folder ${dirname(path)}`)
    })
  }
}

/** Ends the process on a signal, and with it the services that were started. */
const endOnSignal = () => {
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
}

/**
 * `mock-yoti gauntlet`: runs a service through everything that Yoti can do.
 * @returns exit code 1 when there are findings that nobody accepted
 * @throws UsageError for what cannot be understood, and for a service that cannot be used
 */
export const gauntletCommand = async (argv: readonly string[], terminal: Terminal): Promise<CommandResult> => {
  const { words, given } = readCommand(gauntletOptions, argv)
  const settings: Settings = Object.assign({}, ...given)
  const [file = 'gauntlet.yaml', ...more] = words
  if (more[0] !== undefined) throw new UsageError(`Unknown argument '${more[0]}'. See mock-yoti gauntlet --help`)
  await assertWritable(settings)
  const description = await readDescription(file)
  const accepted = await readAccepted(
    settings.accepted ?? join(description.directory, 'gauntlet.accepted.yaml'),
    settings.accepted !== undefined,
  )
  const { story, isThorough, isFuture, seed, maxTime, lanes } = settings
  endOnSignal()
  const { onProgress, end } = showProgress(terminal)
  const result = await runGauntlet(description, {
    onProgress,
    ...(story !== undefined && { stories: [parseStory(story)] }),
    ...(isThorough !== undefined && { isThorough }),
    ...(isFuture && { future: futureResults(seed) }),
    ...(seed !== undefined && { seed }),
    ...(maxTime !== undefined && { maxTime }),
    ...(lanes !== undefined && { lanes }),
  }).finally(end)
  const report = createReport(result, description, accepted)
  for (const name of Object.keys(writers) as (keyof typeof writers)[]) {
    const path = settings[name]
    if (path !== undefined) await writeFile(path, writers[name](report))
  }
  const isUnused = settings.isStrict === true && report.unused.length > 0
  return { text: textReport(report, outputWidth()), exitCode: openFindings(report).length > 0 || isUnused ? 1 : 0 }
}

type DiffSettings = { readonly printsJson?: boolean }

/** The options of `mock-yoti gauntlet diff`. */
export const gauntletDiffOptions: Options<DiffSettings> = {
  json: { help: 'print JSON', parse: () => ({ printsJson: true }) },
}

const columns: readonly Column[] = [
  { title: 'STORY', narrow: 'keep' },
  { title: 'BEFORE', narrow: 'keep' },
  { title: 'AFTER', narrow: 'keep' },
  { title: 'WHAT HAPPENS', narrow: 'drop' },
]

/**
 * `mock-yoti gauntlet diff`: where two services, or two versions of one, decide differently.
 * @returns exit code 1 when they do
 * @throws UsageError for files that are no reports
 */
export const gauntletDiffCommand = async (argv: readonly string[]): Promise<CommandResult> => {
  const { words, given } = readCommand(gauntletDiffOptions, argv)
  const [before, after, ...more] = words
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError('gauntlet diff takes two files that mock-yoti gauntlet --json wrote: BEFORE.json AFTER.json')
  const [old, present] = [await readReport(before), await readReport(after)]
  const differences = compareReports(old, present)
  const exitCode = differences.length > 0 ? 1 : 0
  const settings: DiffSettings = Object.assign({}, ...given)
  if (settings.printsJson) return { text: JSON.stringify(differences, null, 2), exitCode }
  const rows = differences.map(({ id, before: was, after: is, title }) => [id, was, is, title])
  const [gone, added] = [storiesOfOne(old, present), storiesOfOne(present, old)]
  const note = gone + added === 0 ? '' : `\n${gone} stories are only in ${before}, ${added} only in ${after}`
  const text = differences.length === 0 ? 'They decide alike.' : table(columns, rows, outputWidth())
  return { text: text + note, exitCode }
}
