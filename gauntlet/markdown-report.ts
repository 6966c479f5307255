import { decisionTable, signs } from './decision-table.js'
import { openFindings, type Report, type ReportedFinding } from './report.js'

const escapeCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')

/** A fence that no line of the text can end. */
const fenced = (text: string) => `~~~\n${text.replaceAll('~~~', '~ ~ ~')}\n~~~`

const uses = ({ scenarioFile, test }: ReportedFinding) => `<details><summary>Scenario file and test</summary>

\`${scenarioFile.name}\`

${fenced(scenarioFile.text)}

${fenced(test)}

</details>
`

const finding = (reported: ReportedFinding, isFull: boolean) => {
  const { name, text, command, stories } = reported
  return `### ✗ ${escapeCell(name)}

${fenced(text)}

In ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}. See it again: \`${command}\`

${isFull ? uses(reported) : ''}`
}

/** A comment on GitHub has at most 65,536 characters. */
const longest = 64_000

/** As much of the findings as there is room for: the first whole, the others without files, the last by name only. */
const findingsWithin = (findings: readonly ReportedFinding[], room: number): string => {
  const names = findings.map(({ name }) => `- ✗ ${escapeCell(name)}\n`)
  const parts: string[] = []
  let left = room - names.join('').length
  for (const [index, reported] of findings.entries()) {
    const whole = finding(reported, true)
    const brief = finding(reported, false)
    const part = whole.length <= left ? whole : brief
    if (part.length > left)
      return `${parts.join('\n')}\n#### More findings, without room here\n\n${names.slice(index).join('')}`
    parts.push(part)
    left -= part.length + 1
  }
  return parts.join('\n')
}

const summary = ({ stories, findings, unplayed }: Report, open: number) => {
  const found = open === 0 ? 'No finding' : `**${open} ${open === 1 ? 'finding' : 'findings'}**`
  const notes = [
    ...(findings.length === open ? [] : [`${findings.length - open} accepted`]),
    ...(unplayed === 0 ? [] : [`${unplayed} stories not played for want of time`]),
  ]
  return `${found} in ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}.`
}

/** A report for a pull request. */
export const markdownReport = (report: Report): string => {
  const { columns, rows } = decisionTable(report)
  const open = openFindings(report)
  const head = `| situation | ${columns.map(({ title }) => escapeCell(title)).join(' | ')} |\n|---|${columns.map(() => '---|').join('')}`
  const body = rows.map(({ group, cells }) => {
    const shown = cells.map((cell) => {
      if (cell === undefined) return ''
      const decisions = cell.decisions.map((decision) => `${signs[decision] ?? '?'} ${decision}`).join(', ')
      return cell.findings.length > 0 ? `**${decisions}** ‼` : decisions
    })
    return `| ${escapeCell(group)} | ${shown.join(' | ')} |`
  })
  const beginning = `## What this service decides

${summary(report, open.length)}

${[head, ...body].join('\n')}

`
  return beginning + findingsWithin(open, longest - beginning.length)
}
