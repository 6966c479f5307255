import type { Tone } from '../ui/badge.js'
import type { DeliverySummary, RequestSummary, ScenarioSummary, Stage, Verdict } from './types.js'

/** What each verdict is called, and whether anybody should look at it. */
export const verdicts: Readonly<Record<Verdict, readonly [string, Tone]>> = {
  verified: ['verified', 'ok'],
  bearer: ['bearer token', 'ok'],
  'client-token': ['client token', 'ok'],
  unsigned: ['unsigned', 'plain'],
  unverified: ['unverified', 'plain'],
  'not-checked': ['not checked', 'plain'],
  refused: ['refused', 'bad'],
}

export const stageTones: Readonly<Record<Stage, Tone>> = {
  created: 'plain',
  instructed: 'info',
  visited: 'info',
  capturing: 'info',
  checking: 'info',
  completed: 'ok',
  refused: 'bad',
  expired: 'warn',
}

export const deliveryTones: Readonly<Record<DeliverySummary['status'], Tone>> = {
  waiting: 'info',
  held: 'warn',
  delivered: 'ok',
  failed: 'bad',
}

/** What somebody should look at: a refused signature, a request that nothing answers. */
export const isRefused = ({ verdict }: RequestSummary): boolean => verdict === 'refused'
export const isUnmatched = ({ matched }: RequestSummary): boolean => !matched

/** How sure it is that Yoti answers like a scenario. */
export const provenanceTones: Readonly<Record<ScenarioSummary['provenance'], Tone>> = {
  documented: 'ok',
  observed: 'info',
  invented: 'warn',
}
