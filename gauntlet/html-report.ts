import { escapeHtml } from '../contracts/verify/html-page.js'
import { type Cell, decisionTable, signs } from './decision-table.js'
import { gauntletStyle } from './html-style.js'
import type { Moment } from './moments.js'
import type { Report, ReportedFinding, ReportedStory } from './report.js'

const rows = { gauntlet: 0, service: 1, yoti: 2 } as const
const rowNames = { gauntlet: 'What happens', service: 'The service', yoti: 'Webhooks' } as const

/** A story on one axis of real time: a row for each side, a dot for each moment. */
const timeline = (moments: readonly Moment[]) => {
  const last = Math.max(...moments.map(({ at }) => at), 1)
  const x = (at: number) => Math.round(110 + (Math.max(at, 0) / last) * 570)
  const lines = Object.entries(rowNames).map(([by, name]) => {
    const y = 22 + rows[by as keyof typeof rows] * 26
    return `<text x="0" y="${y + 4}" class="label">${name}</text><line x1="110" x2="680" y1="${y}" y2="${y}" class="axis"/>`
  })
  const dots = moments.map(
    ({ at, by, text }) =>
      `<circle cx="${x(at)}" cy="${22 + rows[by] * 26}" r="5" class="${/made to fail|→ [45]/.test(text) ? 'dot bad' : `dot ${by}`}"><title>${at} ms: ${escapeHtml(text)}</title></circle>`,
  )
  return `<svg viewBox="0 0 700 100" class="timeline" role="img" aria-label="What happened when; the list below says it in words">${lines.join('')}${dots.join('')}<text x="110" y="96" class="label">0</text><text x="680" y="96" text-anchor="end" class="label">${(last / 1000).toFixed(1)} s</text></svg>`
}

/** More moments than anybody reads: the first and the last. */
const shown = (moments: readonly Moment[]): (Moment | undefined)[] =>
  moments.length <= 60 ? [...moments] : [...moments.slice(0, 40), undefined, ...moments.slice(-19)]

const momentList = (moments: readonly Moment[]) =>
  `<table class="moments"><thead><tr><th scope="col">ms</th><th scope="col">who</th><th scope="col">what</th></tr></thead><tbody>${shown(
    moments,
  )
    .map((moment) =>
      moment === undefined
        ? `<tr><td></td><td></td><td>… ${moments.length - 59} more …</td></tr>`
        : `<tr><td>${moment.at}</td><td>${rowNames[moment.by]}</td><td>${escapeHtml(moment.text)}</td></tr>`,
    )
    .join('')}</tbody></table>`

const use = (title: string, text: string) =>
  `<details><summary>${title}</summary><pre tabindex="0">${escapeHtml(text)}</pre></details>`

const findingBlock = (
  finding: ReportedFinding,
  index: number,
) => `<article id="finding-${index + 1}" class="finding${finding.accepted === undefined ? '' : ' accepted'}">
<h3>${finding.accepted === undefined ? '✗' : '○'} ${escapeHtml(finding.name)}</h3>
${finding.accepted === undefined ? '' : `<p>Accepted: ${escapeHtml(finding.accepted)}</p>`}
<pre tabindex="0">${escapeHtml(finding.text)}</pre>
<div class="wide" tabindex="0" role="region" aria-label="Timeline of finding ${index + 1}">${timeline(finding.moments)}</div>
<details><summary>Everything that happened (${finding.moments.length})</summary>${momentList(finding.moments)}</details>
${use('See it again', finding.command)}
${use(`Scenario file: ${escapeHtml(finding.scenarioFile.name)}`, finding.scenarioFile.text)}
${use('Test for vitest', finding.test)}
<p class="quiet">In ${finding.stories.length} ${finding.stories.length === 1 ? 'story' : 'stories'}.</p>
</article>`

const tableCell = (cell: Cell | undefined, numbers: ReadonlyMap<string, number>) => {
  if (cell === undefined) return '<td class="none">–<span class="hidden"> not played</span></td>'
  const decisions = cell.decisions
    .map(
      (decision) =>
        `<span class="${decision}"><span aria-hidden="true">${signs[decision] ?? '?'}</span> ${decision}</span>`,
    )
    .join('<br>')
  const links = cell.findings
    .map((name) => numbers.get(name) ?? 0)
    .sort((a, b) => a - b)
    .map((number) => `<a href="#finding-${number}">finding ${number}</a>`)
    .join(' ')
  return `<td${cell.findings.length > 0 ? ' class="wrong"' : ''}>${decisions}${links === '' ? '' : `<br>${links}`}</td>`
}

const storyRow = ({ id, title, events, group, expected, decision, word, findings }: ReportedStory) =>
  `<tr data-state="${findings.length > 0 ? 'finding' : 'right'}"><td><code>${escapeHtml(id)}</code></td><td>${escapeHtml([title, ...events].join('; '))}</td><td>${escapeHtml(group)}</td><td>${expected.join(' or ')}</td><td class="${decision}">${signs[decision] ?? '?'} ${decision}<br><span class="quiet">${escapeHtml(word)}</span></td><td>${findings.length > 0 ? '✗ finding' : '✓ right'}</td></tr>`

/** Hides the stories that do not fit; without it, all of them are shown. */
const filterScript = `
const box = document.getElementById('filter'), only = document.getElementById('only'), rows = [...document.querySelectorAll('#stories tbody tr')]
const apply = () => { for (const row of rows) row.hidden = (only.checked && row.dataset.state === 'right') || !row.textContent.toLowerCase().includes(box.value.toLowerCase()) }
document.getElementById('filters').hidden = false
box.addEventListener('input', apply); only.addEventListener('change', apply)
`

const summary = ({ stories, findings, took, service, seed, unplayed }: Report) => {
  const open = findings.filter(({ accepted }) => accepted === undefined).length
  return `<p class="verdict ${open === 0 ? 'pass' : 'fail'}">${open === 0 ? '✓ No finding' : `✗ ${open} ${open === 1 ? 'finding' : 'findings'}`} in ${stories.length} stories</p>
<p class="quiet">${Math.round(took / 1000)} s; seed ${escapeHtml(seed)}${unplayed === 0 ? '' : `; ${unplayed} stories not played for want of time`}. The service calls ${service.operations.map(escapeHtml).join(', ')}${service.pollsEvery === undefined ? ' and does not ask by itself' : `, and asks every ${service.pollsEvery} ms`}. It orders ${service.checks.map(escapeHtml).join(', ')}.</p>`
}

/** The report as one page that needs no other file and no network. */
export const htmlReport = (report: Report): string => {
  const { columns, rows: table } = decisionTable(report)
  const numbers = new Map(report.findings.map(({ name }, index) => [name, index + 1]))
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>What this service decides</title><style>${gauntletStyle}</style></head>
<body><main>
<h1>What this service decides</h1>
${summary(report)}
<h2>Decisions</h2>
<div class="wide" tabindex="0" role="region" aria-label="Decisions"><table class="decisions"><thead><tr><th scope="col">Situation</th>${columns.map(({ title }) => `<th scope="col">${escapeHtml(title)}</th>`).join('')}</tr></thead>
<tbody>${table.map(({ group, cells }) => `<tr><th scope="row">${escapeHtml(group)}</th>${cells.map((cell) => tableCell(cell, numbers)).join('')}</tr>`).join('\n')}</tbody></table></div>
<h2>Findings</h2>
${report.findings.length === 0 ? '<p>None.</p>' : report.findings.map(findingBlock).join('\n')}
<h2>Stories</h2>
<div id="filters" hidden><label>Show stories with <input id="filter" type="search"></label> <label><input id="only" type="checkbox"> only those with a finding</label></div>
<div class="wide" tabindex="0" role="region" aria-label="Stories"><table id="stories"><thead><tr><th scope="col">Story</th><th scope="col">What happens</th><th scope="col">Situation</th><th scope="col">Expected</th><th scope="col">Decided</th><th scope="col">Verdict</th></tr></thead>
<tbody>${report.stories.map(storyRow).join('\n')}</tbody></table></div>
</main><script>${filterScript}</script></body>
</html>
`
}
