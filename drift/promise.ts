import { parseDuration } from '../server/base/clock.js'
import { type Topic, topics } from '../server/engine/model/topics.js'
import { planNotifications } from '../server/engine/notifications/plan.js'
import { summarise } from '../server/engine/results/summarise.js'
import type { Scenario } from '../server/engine/scenarios/scenario.js'
import { durationsIn } from './durations.js'

/** What a scenario promises of when things happen. */
export type Promised = {
  readonly scenario: string
  /** The topics that it has sent, in the order of the first of each; those that the application causes are not among them. */
  readonly order: readonly string[]
  /** How often a topic about the session as a whole is sent. */
  readonly times: (topic: string) => number
  /** How long after what it is about a topic is sent, in milliseconds. */
  readonly delay: (topic: string) => number
  /** The shortest and the longest that something takes, in milliseconds; undefined when it promises nothing of it. */
  readonly takes: (what: string) => { readonly least: number; readonly most: number } | undefined
}

const isTopic = (topic: string): topic is Topic => topics.some((known) => known === topic)

const ms = (duration: string | undefined) => (duration === undefined ? undefined : parseDuration(duration)) ?? 0

/** What created sessions take: nobody waits for them but where the timeline says so. */
const ofCreated = ({ timeline }: Scenario, what: string): number => {
  const checks: Readonly<Record<string, string | undefined>> = timeline.checks ?? {}
  return ms(checks[what.replace(/^the check /, '')])
}

/** The timeline that a scenario promises: of the session that exists because of it, and of those that are created. */
export const promiseOf = (scenario: Scenario, now: number): Promised => {
  const { session, answer } = summarise(scenario, now)
  const rules = scenario.notifications
  const subscribed = { ...session.request, notifications: { endpoint: '', topics } }
  const planned = planNotifications({ ...session, request: subscribed }, rules)
  const named = durationsIn(answer)
  return {
    scenario: scenario.id,
    order: [...new Set(planned.map(({ topic }) => topic))],
    times: (topic) => (isTopic(topic) ? (rules[topic]?.times ?? 1) : 1),
    delay: (topic) => (isTopic(topic) ? ms(rules[topic]?.delay) : 0),
    takes: (what) => {
      const known = named.get(what)
      if (known === undefined) return undefined
      const all = [...known, ofCreated(scenario, what)]
      return { least: Math.min(...all), most: Math.max(...all) }
    },
  }
}
