import { type DriftReport, openFindings } from './drift.js'
import type { Finding, Rank } from './finding.js'

/** What each rank is called. */
export const rankTitles: Readonly<Record<Rank, string>> = {
  breaks: 'Would break a consumer',
  unknown: 'Unknown to us',
  unseen: 'Never seen',
}

const countOf = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

/** `12 exchanges and 1 notification, compared with openapi, catalogue`. */
export const describeRun = ({ exchanges, notifications, against }: DriftReport): string =>
  `${countOf(exchanges, 'exchange')} and ${countOf(notifications, 'notification')}, compared with ${against.join(', ')}`

/** What it came to, in a sentence. */
export const describeVerdict = (report: DriftReport): string => {
  const open = openFindings(report)
  const accepted = report.findings.filter((finding) => finding.accepted !== undefined).length
  const note = accepted === 0 ? '' : ` (${accepted} accepted)`
  const count = (rank: Rank) => open.filter((finding) => finding.rank === rank).length
  const [breaks, unknown] = [count('breaks'), count('unknown')]
  if (open.length === 0) return `No drift: everything that was recorded is as expected${note}`
  return `${countOf(open.length, 'finding')}: ${breaks} would break a consumer, ${unknown} unknown to us${note}`
}

/** How often a finding was met, and where first. */
export const describePlaces = ({ count, files }: Finding): string =>
  files.length === 0 ? '' : `${count === 1 ? 'once' : `${count} times`}, first in ${files[0]?.split(/[/\\]/).at(-1)}`

/** What the recorded answers are to each consumer. */
export const describeConsumers = ({ consumers }: DriftReport): readonly string[] =>
  consumers.map(
    ({ consumer, asExpected, otherResults, broken }) =>
      `${consumer}: ${countOf(asExpected, 'answer')} as expected, ${otherResults} other results, ${broken} would break it`,
  )
