import { decisionTable, signs } from './decision-table.js'
import { openFindings, type Report, type ReportedFinding } from './report.js'

const escapeCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')

/** A fence that no line of the text can end. */
const fenced = (text: string) => `~~~\n${text.replaceAll('~~~', '~ ~ ~')}\n~~~`

const finding = ({ name, text, command, stories, scenarioFile, test }: ReportedFinding) => `### ✗ ${escapeCell(name)}

${fenced(text)}

In ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}. See it again: \`${command}\`

<details><summary>Scenario file and test</summary>

\`${scenarioFile.name}\`

${fenced(scenarioFile.text)}

${fenced(test)}

</details>
`

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
  return `## What this service decides

${open.length === 0 ? `No finding in ${report.stories.length} stories.` : `**${open.length} ${open.length === 1 ? 'finding' : 'findings'}** in ${report.stories.length} stories.`}

${[head, ...body].join('\n')}

${open.map(finding).join('\n')}`
}
