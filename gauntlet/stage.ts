import type { Adapter } from './adapter.js'
import type { Description } from './description.js'
import type { Lane } from './lane.js'
import type { Ordered } from './situations.js'

/** What is known of the service before stories are played. */
export type Learned = {
  readonly ordered: Ordered
  /** Operations of Yoti that it calls, in the order of the first call. */
  readonly operations: readonly string[]
  /** Topics of its webhooks; empty when it has none. */
  readonly topics: readonly string[]
  /** Real milliseconds between two readings of a result; undefined when it does not poll. */
  readonly pollsEvery?: number
  /** The type of check that an expert looks at in a story. */
  readonly slowCheck: string | undefined
  /** The service is given a session that the gauntlet makes. */
  readonly isGivenSession: boolean
}

/** What a story is played on. */
export type Stage = {
  readonly description: Description
  readonly adapter: Adapter
  readonly lane: Lane
  readonly learned: Learned
  /** A topic of webhooks that nobody knows. */
  readonly unknownTopic?: string
  /** Milliseconds of real time. */
  readonly now: () => number
}
