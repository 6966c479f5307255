import { stripVTControlCharacters } from 'node:util'
import { wrap } from '../server/base/arguments.js'
import type { DriftReport } from './drift.js'
import { type Finding, type Rank, ranks } from './finding.js'
import { describeConsumers, describePlaces, describeRun, describeVerdict, rankTitles } from './words.js'

const signs: Readonly<Record<Rank, string>> = { breaks: '✗', unknown: '!', unseen: '·' }

/** More details than these are in the other forms of the report. */
const mostDetails = 4

const indented = (text: string, width: number, first: string, margin: string) =>
  wrap(text, width - margin.length)
    .map((line, index) => `${index === 0 ? first : margin}${line}`)
    .join('\n')

const describe = (finding: Finding, width: number): string[] => {
  const { rank, title, details, scenario, accepted } = finding
  const head = indented(title, width, `  ${accepted === undefined ? signs[rank] : '○'} `, '    ')
  if (rank === 'unseen') return [head]
  if (accepted !== undefined) return [head, indented(`Accepted: ${accepted}`, width, '      ', '      ')]
  const more = details.length - mostDetails
  return [
    head,
    ...details.slice(0, mostDetails).map((detail) => indented(detail, width, '      ', '      ')),
    ...(more > 0 ? [`      and ${more} more`] : []),
    `      ${describePlaces(finding)}`,
    ...(scenario === undefined ? [] : ['      --write-scenarios DIR writes a scenario file that is near it']),
  ]
}

const section = (findings: readonly Finding[], rank: Rank, width: number): string[] => {
  const ofRank = findings.filter((finding) => finding.rank === rank)
  if (ofRank.length === 0) return []
  return [`${rankTitles[rank]} (${ofRank.length})`, ...ofRank.flatMap((finding) => describe(finding, width)), '']
}

const mostResults = 8

const resultLines = ({ results }: DriftReport): string[] => {
  if (results.length === 0) return []
  const shown = results.slice(0, mostResults)
  const lines = shown.map(
    ({ scenario, count, share }) =>
      `  ${String(count).padStart(4)} × ${scenario}, ${Math.floor(share * 100)} % the same`,
  )
  const left = results.length - shown.length
  return [
    'Results, by the scenario that is nearest',
    ...lines,
    ...(left > 0 ? [`  and ${left} scenarios more`] : []),
    '',
  ]
}

const consumerLines = (report: DriftReport, width: number): string[] => {
  const lines = describeConsumers(report).map((line) => indented(line, width, '  ', '    '))
  return lines.length === 0 ? [] : ['Consumers', ...lines, '']
}

/** What the terminal shows. @param width in characters */
export const driftText = (report: DriftReport, width: number): string =>
  stripVTControlCharacters(
    [
      describeRun(report),
      '',
      ...ranks.flatMap((rank) => section(report.findings, rank, width)),
      ...resultLines(report),
      ...consumerLines(report, width),
      ...report.unread.map((why) => wrap(`Not read: ${why}`, width).join('\n')),
      ...report.unused.map((name) => wrap(`accepted, but not seen in this run: ${name}`, width).join('\n')),
      describeVerdict(report),
    ].join('\n'),
  )
