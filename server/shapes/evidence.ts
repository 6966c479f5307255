import type { Scenario } from '../engine/scenarios/scenario.js'
import yoti from '../openapi/generated/yoti.json' with { type: 'json' }

/** How we know: Yoti's pages and SDKs say so, Yoti was seen to send it, or nobody has shown it. */
export type Grade = 'documented' | 'observed' | 'invented'

/** From the best to the least: what was seen is surer than what is written. */
export const grades: readonly Grade[] = ['observed', 'documented', 'invented']

/** How we know of one thing. */
export type Evidence = {
  readonly grade: Grade
  /** The page, the SDK or the public code; who invented it and why. */
  readonly source: string
  /** Of the source. */
  readonly version?: string
  /** Of what was observed: how many recordings there are, and the month or day of the newest. */
  readonly recordings?: number
  readonly newest?: string
  /** Whether the recordings are the team's own, not those of public code. */
  readonly own?: true
}

type Source = {
  readonly name: string
  readonly version: string
  readonly recordings?: number
  readonly newest?: string
}

// The JSON of openapi.yaml has a narrower type for each item.
const sources = yoti['x-evidence-sources'] as readonly Source[]

/** What is known of a source beyond its name: of those in openapi.yaml that it names the first, or the first with recordings. */
const sourceOf = ({ grade, source: text }: Evidence): Source | undefined => {
  const named = sources.filter(({ name }) => text.toLowerCase().includes(name.toLowerCase()))
  const recorded = grade === 'observed' ? named.find(({ recordings }) => recordings !== undefined) : undefined
  return recorded ?? named[0]
}

/** Evidence with the version of its source; of what was observed, with the source's recordings unless it has its own. */
export const withSource = (evidence: Evidence): Evidence => {
  const source = sourceOf(evidence)
  if (source === undefined) return evidence
  const { version, recordings, newest } = source
  return {
    ...(evidence.grade !== 'invented' && { version }),
    ...(evidence.grade === 'observed' && recordings !== undefined && newest !== undefined && { recordings, newest }),
    ...evidence,
  }
}

/** How we know of a scenario. */
export const scenarioEvidence = ({ provenance: grade, source }: Pick<Scenario, 'provenance' | 'source'>): Evidence =>
  withSource({ grade, source })

/** Evidence in a few words: `observed, 15 recordings, newest 2023-09`. */
export const describeEvidence = ({ grade, version, recordings, newest, own }: Evidence): string =>
  [
    grade,
    ...(own ? ['by you'] : []),
    ...(recordings === undefined ? [] : [`${recordings} ${recordings === 1 ? 'recording' : 'recordings'}`]),
    ...(newest === undefined ? [] : [`newest ${newest}`]),
    ...(version === undefined ? [] : [version]),
  ].join(', ')
