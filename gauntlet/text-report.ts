import { stripVTControlCharacters } from 'node:util'
import { wrap } from '../server/base/arguments.js'
import { decisionTable, signs } from './decision-table.js'
import { openFindings, type Report, type ReportedFinding } from './report.js'

const indented = (text: string, by = '    ') =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n')

/** Words of the service may have control characters: they must not reach a terminal. */
const plain = (text: string) => stripVTControlCharacters(text)

const wrapped = (text: string, width: number) => wrap(text, width).join('\n')

const describeFinding = (finding: ReportedFinding, width: number) =>
  [
    wrapped(`✗ ${finding.name}`, width),
    ...finding.text.split('\n').map((line) => {
      const [first = '', ...rest] = wrap(line, width - 14)
      return [`    ${first}`, ...rest.map((more) => `              ${more}`)].join('\n')
    }),
    `    in ${finding.stories.length} ${finding.stories.length === 1 ? 'story' : 'stories'}; see it again:`,
    indented(finding.command),
  ].join('\n')

const summaryTable = (report: Report, width: number) => {
  const { columns, rows } = decisionTable(report)
  const name = Math.min(Math.max(...rows.map(({ group }) => group.length), 9), width - columns.length * 5 - 2)
  const heads = columns.map((_, index) => String(index + 1).padStart(4))
  const line = (group: string, cells: readonly string[]) =>
    `${group.slice(0, name).padEnd(name)} ${cells.join(' ')}`.trimEnd()
  return [
    line('situation', heads),
    ...rows.map(({ group, cells }) =>
      line(
        group,
        cells.map((cell) => {
          if (cell === undefined) return '    '
          const shown = cell.decisions.map((decision) => signs[decision] ?? '?').join('')
          return `${cell.findings.length > 0 ? '‼' : ' '}${shown}`.padStart(4)
        }),
      ),
    ),
    '',
    wrapped(columns.map(({ title }, index) => `${index + 1} ${title}`).join(', '), width),
    '✓ pass  ✗ fail  … pending  ! error  ‼ with a finding',
  ].join('\n')
}

const closing = (report: Report) => {
  const open = openFindings(report).length
  const accepted = report.findings.length - open
  const notes = [
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
    ...(report.unplayed === 0 ? [] : [`${report.unplayed} stories not played for want of time`]),
  ]
  const took = `${report.stories.length} ${report.stories.length === 1 ? 'story' : 'stories'} in ${Math.round(report.took / 1000)} s`
  return `${took}: ${open === 0 ? 'no finding' : `${open} ${open === 1 ? 'finding' : 'findings'}`}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
}

/** What the terminal shows at the end. @param width in characters */
export const textReport = (report: Report, width: number): string =>
  plain(
    [
      summaryTable(report, width),
      '',
      ...openFindings(report).flatMap((finding) => [describeFinding(finding, width), '']),
      ...report.unused.map((name) => wrapped(`accepted, but not seen in this run: ${name}`, width)),
      closing(report),
    ].join('\n'),
  )
