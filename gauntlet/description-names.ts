import { didYouMean } from '../server/base/nearest.js'
import { matchesPattern } from '../server/base/pattern.js'
import { checkKinds } from '../server/engine/checks/index.js'
import type { Description } from './description.js'
import { newsValues, people, timeValues, troubles } from './events.js'
import { groups } from './policy.js'

const events: Readonly<Record<string, readonly { readonly value: string }[]>> = {
  news: newsValues,
  time: timeValues,
  data: people,
}

/** What an entry of leave_out says wrong; nothing when it leaves something out. */
const leftOutProblem = (entry: string): string | undefined => {
  const [kind = '', pattern = ''] = entry.split('=')
  const kinds = [...Object.keys(events), 'trouble']
  if (!kinds.includes(kind) || pattern === '')
    return `leave_out has '${entry}'.${didYouMean(kind, kinds)} Expected ${kinds.join(', ')}, each with =VALUE`
  const [, trouble = '*'] = pattern.split(':')
  const known = kind === 'trouble' ? troubles : (events[kind] ?? [])
  const given = kind === 'trouble' ? trouble : pattern
  const values = known.map(({ value }) => value)
  if (values.some((value) => matchesPattern(given, value))) return undefined
  return `leave_out has '${entry}'; '${given}' is none of ${values.join(', ')}.${didYouMean(given, values)}`
}

const ruleProblem = (name: string, given: string | undefined, known: readonly string[]) =>
  given === undefined || known.includes(given)
    ? []
    : [`expect has the ${name} '${given}'.${didYouMean(given, known)} Known: ${known.join(', ')}`]

/** Names in a description that nothing has: a rule that never fits, an event that no story has. */
export const unknownNames = ({
  leave_out = [],
  expect = [],
}: Pick<Description, 'leave_out' | 'expect'>): readonly string[] => [
  ...leave_out.flatMap((entry) => leftOutProblem(entry) ?? []),
  ...expect.flatMap(({ when }) => [
    ...ruleProblem('situation', when.situation, groups),
    ...ruleProblem('check', when.check, Object.keys(checkKinds)),
  ]),
]
