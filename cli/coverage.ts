import { writeFile } from 'node:fs/promises'
import { type CoveredShape, coverageByGroup, coverageOf } from '../contracts/pact/coverage.js'
import { everyKnownShape } from '../contracts/pact/result-shapes.js'
import { readBuild } from '../contracts/verify/build.js'
import { assertWritable } from '../contracts/verify/check-request.js'
import { type Cell, htmlPage, htmlTable } from '../contracts/verify/html-page.js'
import { coverageOptions, type Environment, parseSettings } from '../contracts/verify/settings.js'
import { sourceOf } from '../contracts/verify/source.js'
import { hidingLogins, pactsOf } from '../contracts/verify/verify-command.js'
import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'
import type { CommandResult } from './command.js'
import { type Column, table } from './table.js'
import { outputWidth } from './terminal.js'

const columns: readonly Column[] = [
  { title: 'MISSING', narrow: 'keep' },
  { title: 'GROUP', narrow: 'keep' },
  { title: 'TITLE', narrow: 'shorten' },
]

/** With the groups and the heading a report has no more than 40 lines. */
const listed = 8

const isMissing = ({ coveredBy }: CoveredShape) => coveredBy.length === 0

/** Every group, and what is missing of one: of that of `--require`, else of the one that every team needs. */
const describe = (
  shapes: readonly CoveredShape[],
  pacts: number,
  consumers: readonly string[],
  group = 'decisions',
) => {
  const groups = coverageByGroup(shapes).map((one) => `  ${one.group.padEnd(14)} ${one.covered} of ${one.of}`)
  const missing = shapes.filter((shape) => isMissing(shape) && shape.groups.includes(group))
  const rows = missing.slice(0, listed).map(({ id, groups: own, title }) => [id, own.join(', '), title])
  const list = missing.length === 0 ? `Nothing of ${group} is missing.` : table(columns, rows, outputWidth())
  const more = missing.length > listed ? [`and ${missing.length - listed} more of ${group}`] : []
  const hint = '--require GROUP lists another group; --json and --html FILE list every shape.'
  const of = `${pacts} ${pacts === 1 ? 'pact' : 'pacts'} of ${consumers.join(', ')}`
  return [`${of} ${pacts === 1 ? 'covers' : 'cover'}`, ...groups, '', list, ...more, '', hint].join('\n')
}

const page = (shapes: readonly CoveredShape[]) => {
  const groups = coverageByGroup(shapes).map(({ group, covered, of }): Cell[] => [
    group,
    { text: `${covered} of ${of}`, mood: covered === of ? 'good' : 'open' },
  ])
  const rows = shapes.map(({ id, title, groups: own, coveredBy }): Cell[] => [
    id,
    own.join(', '),
    title,
    coveredBy.length === 0 ? { text: 'missing', mood: 'bad' } : { text: coveredBy.join(', '), mood: 'good' },
  ])
  return htmlPage(
    'Coverage of result shapes',
    [htmlTable(['Group', 'Covered'], groups), htmlTable(['Shape', 'Groups', 'Title', 'Covered by'], rows)].join('\n'),
  )
}

const assertGroup = (group: string | undefined, shapes: readonly CoveredShape[]) => {
  const known = [...new Set(shapes.flatMap(({ groups }) => groups))]
  if (group === undefined || known.includes(group)) return
  throw new UsageError(
    `--require: no group is called '${group}'.${didYouMean(group, known)} Known: ${known.join(', ')}`,
  )
}

const compute = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  const settings = parseSettings(coverageOptions, argv, env)
  await assertWritable(settings)
  const { branch } = await readBuild(settings, env)
  const all = await pactsOf(sourceOf(settings, branch, env), settings, branch)
  const pacts = all.filter(({ provider }) => provider.name === settings.provider)
  const shapes = coverageOf(pacts, everyKnownShape())
  assertGroup(settings.requires, shapes)
  if (settings.html !== undefined) await writeFile(settings.html, page(shapes))
  if (pacts.length === 0) return { text: `None of ${all.length} pacts is with ${settings.provider}`, exitCode: 1 }
  const { requires } = settings
  const lacks = requires !== undefined && shapes.some((shape) => shape.groups.includes(requires) && isMissing(shape))
  const consumers = [...new Set(pacts.map(({ consumer }) => consumer.name))]
  const text = settings.printsJson
    ? JSON.stringify({ groups: coverageByGroup(shapes), shapes }, null, 2)
    : describe(shapes, pacts.length, consumers, requires)
  return { text, exitCode: lacks ? 1 : 0 }
}

/**
 * `mock-yoti coverage`: which shapes pacts of any language cover, by whom.
 * @returns exit code 1 when a shape of the group of `--require` is covered by nobody, or there is no pact
 * @throws UsageError for what cannot be understood or read
 */
export const coverageCommand = (argv: readonly string[], env: Environment): Promise<CommandResult> =>
  hidingLogins(() => compute(argv, env))
