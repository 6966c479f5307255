import { type Explanation, findInteractions } from './explain.js'
import { formatState } from './format-state.js'
import { type Cell, escapeHtml, htmlPage, htmlTable } from './html-page.js'
import { statesOf } from './judge-state.js'
import { interactionsIn, type Pact } from './pact.js'
import { printFailure } from './print-report.js'
import type { Failure, Report } from './report.js'

const failed = (failures: readonly Failure[], pacts: readonly Pact[]) =>
  new Set(failures.flatMap(({ interaction }) => findInteractions(interaction, pacts)))

const failureList = (
  title: string,
  failures: readonly Failure[],
  explanations: readonly Explanation[],
  pacts: readonly Pact[],
) =>
  failures.length === 0
    ? ''
    : `<h2>${escapeHtml(title)}</h2>
${failures
  .map(
    (failure, index) =>
      `<pre tabindex="0">${escapeHtml(printFailure(failure, index + 1, explanations, pacts).join('\n'))}</pre>`,
  )
  .join('\n')}`

/** A verification as a page: the counts, each failure, and every interaction of every pact with its result. */
export const verificationPage = (
  report: Report,
  explanations: readonly Explanation[],
  pacts: readonly Pact[],
  summary: string,
): string => {
  const [bad, pending] = [failed(report.errors, pacts), failed(report.pendingErrors, pacts)]
  const verified = new Set(report.interactionResults.map(({ description }) => description))
  const sections = pacts.map((pact) => {
    const rows = interactionsIn(pact).map((interaction): Cell[] => {
      const result = (): Cell => {
        if (bad.has(interaction)) return { text: 'failed', mood: 'bad' }
        if (pending.has(interaction)) return { text: 'failed, pending', mood: 'open' }
        return verified.has(interaction.description) ? { text: 'passed', mood: 'good' } : 'not verified'
      }
      return [interaction.description, statesOf(interaction).map(formatState).join('; '), result()]
    })
    return `<h2>${escapeHtml(pact.consumer.name)} and ${escapeHtml(pact.provider.name)}</h2>
${htmlTable(['Interaction', 'Given', 'Result'], rows)}`
  })
  const body = [
    `<p><strong class="${report.errors.length === 0 ? 'good' : 'bad'}">${escapeHtml(summary)}</strong></p>`,
    '<p>A contract that passes says that mock-yoti gives this answer. It says nothing about Yoti’s own service.</p>',
    failureList('Failures', report.errors, explanations, pacts),
    failureList('Failures of pending pacts', report.pendingErrors, explanations, pacts),
    ...sections,
  ]
  return htmlPage('Contract verification', body.join('\n'))
}
