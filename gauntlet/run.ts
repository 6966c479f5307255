import type { Begun, Observation } from './adapter.js'
import type { Decision } from './description.js'
import type { Moment, TrackedClock } from './moments.js'
import { type Answer, type Expected, type Group, groupOf } from './policy.js'
import type { Situation } from './situations.js'
import type { Stage } from './stage.js'
import { type Story, storyId } from './story.js'

/** A request of the service to Yoti. */
export type Call = {
  /** Real milliseconds since the story began. */
  readonly at: number
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly status: number | undefined
  /** Why the gauntlet had it fail. */
  readonly isFault: boolean
  /** In milliseconds. */
  readonly retryAfter?: number
  readonly verdict?: string
}

/** What a webhook came to. */
export type Delivered = {
  readonly at: number
  readonly topic: string
  readonly status: number | undefined
  readonly error?: string
}

/** Everything that is known of a story once it was played. */
export type StoryRun = {
  readonly id: string
  readonly story: Story
  readonly situation: Situation
  readonly group: Group
  readonly truth: Answer | undefined
  readonly expected: Expected
  readonly decision: Decision | undefined
  /** What the service said. */
  readonly word: string
  readonly count?: number
  /** What it said while an expert was still looking. */
  readonly interim?: Decision | undefined
  readonly begun: Begun
  readonly observedStatus?: number
  /** What it answered where its decision was looked for, and not found. */
  readonly observedAnswer?: string
  /** What it answered to the person who came back; 0 when there was no answer. */
  readonly returnedStatus?: number
  readonly milliseconds: number
  /** When the result stood at Yoti, in real milliseconds since the story began. */
  readonly settledAt: number
  readonly calls: readonly Call[]
  readonly webhooks: readonly Delivered[]
  readonly exited?: string
  /** Lines of the log that speak of a failure which nobody handled. */
  readonly alarms: readonly string[]
  readonly moments: readonly Moment[]
}

const alarm = /unhandled|uncaught|UnhandledPromiseRejection|Traceback \(most recent call last\)|panic:|FATAL/i

type Facts = {
  readonly stage: Stage
  readonly story: Story
  readonly situation: Situation
  readonly started: number
  readonly begun: Begun
  readonly log: readonly string[]
  readonly notes: readonly Moment[]
  readonly clock: TrackedClock
  readonly sessionId: string | undefined
  readonly observation: Observation
  readonly truth: Answer | undefined
  readonly expected: Expected
  readonly interim: Observation | undefined
  readonly settledAt: number
  readonly returnedStatus: number | undefined
}

/** An answer of the service in words. */
export const answerOf = (status: number): string => (status === 0 ? 'no answer' : `answer ${status}`)

/** The calls of this story: a service may still ask for the sessions of earlier ones. */
const callsOf = async ({ stage, clock, started, sessionId }: Facts): Promise<Call[]> => {
  const requests = await stage.lane.mock.control.requests.list()
  const own = requests.filter((request) => request.sessionId === undefined || request.sessionId === sessionId)
  return own.map((request) => {
    const retryAfter = Number(request.answer?.headers['retry-after'] ?? request.answer?.headers['Retry-After'])
    return {
      at: Math.round(clock.real(request.at) - started),
      operation: request.operation ?? 'unknown',
      method: request.method,
      path: request.path,
      status: request.status,
      isFault: request.fault !== undefined,
      ...(Number.isFinite(retryAfter) && { retryAfter: retryAfter * 1000 }),
      ...(request.signature && { verdict: request.signature.verdict }),
    }
  })
}

const webhooksOf = async ({ stage, clock, started, sessionId }: Facts): Promise<Delivered[]> => {
  if (sessionId === undefined) return []
  const deliveries = await stage.lane.mock.control.notifications.list({ sessionId })
  return deliveries.flatMap(({ topic, attempts }) =>
    attempts.map(({ at, status, error }) => ({
      at: Math.round(clock.real(at) - started),
      topic,
      status,
      ...(error !== undefined && { error }),
    })),
  )
}

const described = (
  calls: readonly Call[],
  webhooks: readonly Delivered[],
  { begun, observation, stage, started, notes }: Facts,
): Moment[] => {
  const began: Moment = {
    at: 0,
    by: 'gauntlet',
    text: `asks the service to verify a person: ${answerOf(begun.status)}`,
  }
  const last: Moment = {
    at: Math.round(stage.now() - started),
    by: 'service',
    text: `says '${observation.word}'${observation.decision === undefined ? ', a word that the description does not have' : `: ${observation.decision}`}`,
  }
  const all = [
    began,
    ...notes,
    ...calls.map(
      ({ at, operation, method, path, status, isFault }): Moment => ({
        at,
        by: 'service',
        text: `${operation === 'unknown' ? `${method} ${path}` : operation} → ${status ?? 'no answer'}${isFault ? ' (made to fail)' : ''}`,
      }),
    ),
    ...webhooks.map(
      ({ at, topic, status, error }): Moment => ({
        at,
        by: 'yoti',
        text: `webhook ${topic} → ${status ?? error ?? 'no answer'}`,
      }),
    ),
  ]
  const exited = stage.lane.service().exited()
  const end: Moment[] = exited === undefined ? [] : [{ ...last, text: `its process ended with ${exited}` }]
  return [...all.sort((a, b) => a.at - b.at), last, ...end]
}

/** Puts together what a story came to, from the journal, the deliveries and the log. */
export const collectRun = async (facts: Facts): Promise<StoryRun> => {
  const { story, situation, truth, expected, observation, interim, begun, log, stage, started } = facts
  const calls = await callsOf(facts)
  const webhooks = await webhooksOf(facts)
  const exited = stage.lane.service().exited()
  return {
    id: storyId(story),
    story,
    situation,
    group:
      truth === undefined && !situation.isForgotten ? situation.group : groupOf(truth, stage.learned.ordered.types),
    truth,
    expected,
    decision: observation.decision,
    word: observation.word,
    ...(observation.count !== undefined && { count: observation.count }),
    ...(interim && { interim: interim.decision }),
    begun,
    ...(observation.status !== undefined && { observedStatus: observation.status }),
    ...(observation.answer !== undefined && { observedAnswer: observation.answer }),
    ...(facts.returnedStatus !== undefined && { returnedStatus: facts.returnedStatus }),
    milliseconds: Math.round(stage.now() - started),
    settledAt: facts.settledAt,
    calls,
    webhooks,
    ...(exited !== undefined && { exited }),
    alarms: log.filter((line) => alarm.test(line)).slice(0, 5),
    moments: described(calls, webhooks, facts),
  }
}
