import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readAccepted } from '../contracts/verify/accepted.js'
import { readPacts } from '../contracts/verify/pact.js'
import {
  type Against,
  againsts,
  compareRecordings,
  type DriftReport,
  driftHtml,
  driftJunit,
  driftText,
  type Expressed,
  openFindings,
} from '../drift/index.js'
import { type Options, oneOf, readCommand } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import type { CommandResult } from './command.js'
import { readValue } from './scenarios/import/read-answer.js'
import { scenarioLike } from './scenarios/import/scenario-like.js'
import { loadCatalogue } from './scenarios/load-catalogue.js'
import { scenarioText } from './scenarios/new.js'
import { outputWidth } from './terminal.js'

type Settings = {
  readonly against?: Against
  readonly pactDir?: string
  readonly scenarios?: string
  readonly writeScenarios?: string
  readonly tolerance?: number
  readonly accepted?: string
  readonly isStrict?: true
  readonly json?: string
  readonly html?: string
  readonly junit?: string
}

const defaultTolerance = 30
const acceptedFile = 'drift.accepted.yaml'

const parseMinutes = (text: string) => {
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(text)) return Number(text)
  throw new UsageError(`--tolerance takes minutes, such as 30 or 0.5; got '${text}'`)
}

/** The options of `mock-yoti drift`. */
export const driftOptions: Options<Settings> = {
  against: {
    value: 'WHAT',
    help: `compare with one of ${againsts.join(', ')} only; may be repeated`,
    default: 'openapi and catalogue, and pacts with --pact-dir',
    parse: (text) => ({ against: oneOf('--against', text, againsts) }),
  },
  'pact-dir': {
    value: 'DIR',
    help: "consumers' pacts: would what they expect have held? May be repeated",
    parse: (pactDir) => ({ pactDir }),
  },
  scenarios: {
    value: 'DIR',
    help: 'scenario files that add to the built-in ones: what they answer is known',
    default: 'the built-in ones only',
    environment: 'MOCK_YOTI_SCENARIOS',
    parse: (scenarios) => ({ scenarios }),
  },
  'write-scenarios': {
    value: 'DIR',
    help: 'write a scenario file for each result that no scenario can express',
    parse: (writeScenarios) => ({ writeScenarios }),
  },
  tolerance: {
    value: 'MINUTES',
    help: 'how much longer or shorter than promised something may take',
    default: String(defaultTolerance),
    parse: (text) => ({ tolerance: parseMinutes(text) }),
  },
  accepted: {
    value: 'FILE',
    help: 'findings that are accepted, with reasons',
    default: `${acceptedFile}, if there is one`,
    parse: (accepted) => ({ accepted }),
  },
  'strict-accepted': { help: 'exit 1 when an accepted finding was not seen', parse: () => ({ isStrict: true }) },
  html: { value: 'FILE', help: 'write the report as a page', parse: (html) => ({ html }) },
  junit: { value: 'FILE', help: 'write the findings as JUnit test cases', parse: (junit) => ({ junit }) },
  json: { value: 'FILE', help: 'write everything as JSON; - prints it', parse: (json) => ({ json }) },
}

/** The scenario that `scenarios import` would make of a result. */
const express = (answer: unknown): Expressed | undefined => {
  try {
    const { file, notExpressed } = scenarioLike(readValue('a result', answer))
    const observed = { ...file, provenance: 'observed' as const }
    return { file: { name: 'observed.yaml', text: scenarioText('scenario.schema.json', observed) }, notExpressed }
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

const writers: Readonly<Record<'json' | 'html' | 'junit', (report: DriftReport) => string>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  html: driftHtml,
  junit: driftJunit,
}

const reportNames = Object.keys(writers) as (keyof typeof writers)[]

const assertWritable = async (settings: Settings) => {
  for (const name of reportNames) {
    const path = settings[name]
    if (path === undefined || path === '-') continue
    await access(dirname(path)).catch(() => {
      throw new UsageError(`--${name} ${path}: there is no folder ${dirname(path)}`)
    })
  }
}

/** One file for each scenario, however many findings it has. */
const writeScenarios = async (folder: string, { findings }: DriftReport): Promise<string[]> => {
  const texts = [...new Set(findings.flatMap(({ scenario }) => scenario?.text ?? []))]
  await mkdir(folder, { recursive: true })
  return Promise.all(
    texts.map(async (text, index) => {
      const path = join(folder, `observed-${index + 1}.yaml`)
      await writeFile(path, text)
      return path
    }),
  )
}

const chosen = (given: readonly Against[], pactDirs: readonly string[]): readonly Against[] => {
  if (given.includes('pacts') && pactDirs.length === 0)
    throw new UsageError('--against pacts needs the pacts: --pact-dir DIR')
  if (given.length > 0) return againsts.filter((against) => given.includes(against))
  return pactDirs.length > 0 ? againsts : againsts.filter((against) => against !== 'pacts')
}

/**
 * `mock-yoti drift`: compares recordings with what mock-yoti believes.
 * @returns exit code 1 when something is not as expected, 2 when a file could not be read
 * @throws UsageError for what cannot be understood or read, and when there are no recordings
 */
export const driftCommand = async (argv: readonly string[], directory: string | undefined): Promise<CommandResult> => {
  const { words, given } = readCommand(driftOptions, argv)
  if (words.length === 0) throw new UsageError('Which recordings? mock-yoti drift DIR, or files that it is to read')
  const settings: Settings = Object.assign({}, directory !== undefined && { scenarios: directory }, ...given)
  const pactDirs = given.flatMap(({ pactDir }) => pactDir ?? [])
  const against = chosen(
    given.flatMap((one) => one.against ?? []),
    pactDirs,
  )
  await assertWritable(settings)
  const pacts = await readPacts([], pactDirs)
  if (pactDirs.length > 0 && pacts.length === 0) throw new UsageError(`There is no pact in ${pactDirs.join(', ')}`)
  const accepted = await readAccepted(settings.accepted ?? acceptedFile, settings.accepted !== undefined)
  const scenarios = (await loadCatalogue(settings.scenarios)).list()
  const toleratedMs = (settings.tolerance ?? defaultTolerance) * 60_000
  const report = await compareRecordings(words, { against, pacts, express, scenarios, toleratedMs, accepted })
  if (report.exchanges + report.notifications === 0)
    throw new UsageError([`There is no recording in ${words.join(', ')}`, ...report.unread].join('\n'))
  for (const name of reportNames) {
    const path = settings[name]
    if (path !== undefined && path !== '-') await writeFile(path, writers[name](report))
  }
  const written = settings.writeScenarios === undefined ? [] : await writeScenarios(settings.writeScenarios, report)
  const isOff = openFindings(report).length > 0 || (settings.isStrict === true && report.unused.length > 0)
  const exitCode = report.unread.length > 0 ? 2 : isOff ? 1 : 0
  if (settings.json === '-') return { text: JSON.stringify(report, null, 2), exitCode }
  const text = [driftText(report, outputWidth()), ...written.map((path) => `Wrote ${path}`)].join('\n')
  return { text, exitCode }
}
