import type { DriftReport } from './drift.js'
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
export const describeVerdict = ({ findings }: DriftReport): string => {
  const count = (rank: Rank) => findings.filter((finding) => finding.rank === rank).length
  const [breaks, unknown] = [count('breaks'), count('unknown')]
  if (breaks + unknown === 0) return 'No drift: everything that was recorded is as expected'
  return `${countOf(breaks + unknown, 'finding')}: ${breaks} would break a consumer, ${unknown} unknown to us`
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
