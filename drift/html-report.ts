import { escapeHtml, htmlPage, htmlTable } from '../contracts/verify/html-page.js'
import type { DriftReport } from './drift.js'
import { type Finding, ranks } from './finding.js'
import { describeConsumers, describePlaces, describeRun, describeVerdict, rankTitles } from './words.js'

const moods = { breaks: 'bad', unknown: 'open', unseen: 'good' } as const

const detailsOf = (finding: Finding) => {
  const { details, scenario, accepted } = finding
  const parts = [
    accepted === undefined ? '' : `<p>Accepted: ${escapeHtml(accepted)}</p>`,
    details.length === 0 ? '' : `<pre tabindex="0">${escapeHtml(details.join('\n'))}</pre>`,
    scenario === undefined
      ? ''
      : `<p>Scenario file ${escapeHtml(scenario.name)}</p><pre tabindex="0">${escapeHtml(scenario.text)}</pre>`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<details><summary>${escapeHtml(finding.title)}</summary>${parts.join('')}</details>`
}

const section = (findings: readonly Finding[], rank: Finding['rank']) => {
  const ofRank = findings.filter((finding) => finding.rank === rank)
  if (ofRank.length === 0) return ''
  const rows = ofRank.map((finding) => [
    { text: finding.title, mood: finding.accepted === undefined ? moods[rank] : 'good' },
    finding.kind,
    finding.consumers.join(', '),
    describePlaces(finding),
  ])
  const table = htmlTable(['What', 'Compared with', 'Breaks', 'Where'], rows)
  return `<h2>${rankTitles[rank]}</h2>\n${table}\n${ofRank.map(detailsOf).join('\n')}`
}

/** The report as one page that needs no other file. */
export const driftHtml = (report: DriftReport): string => {
  const results = report.results.map(({ scenario, count, share }) => [
    scenario,
    String(count),
    `${Math.floor(share * 100)} %`,
  ])
  return htmlPage(
    'What has changed at Yoti',
    [
      `<p>${escapeHtml(describeVerdict(report))}.</p>`,
      `<p>${escapeHtml(describeRun(report))}.</p>`,
      ...ranks.map((rank) => section(report.findings, rank)),
      ...describeConsumers(report).map((line) => `<p>${escapeHtml(line)}.</p>`),
      ...report.unread.map((why) => `<p>Not read: ${escapeHtml(why)}</p>`),
      ...report.unused.map((name) => `<p>Accepted, but not seen in this run: ${escapeHtml(name)}</p>`),
      results.length === 0
        ? ''
        : `<h2>Results</h2>\n${htmlTable(['Nearest scenario', 'Results', 'The same'], results)}`,
    ].join('\n'),
  )
}
