import { parseDuration } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { Session, SessionEvent } from '../model/session.js'
import type { Topic } from '../model/topics.js'
import type { Scenario } from '../scenarios/scenario.js'

/** What is told about a session, and from when on. */
export type Notification = {
  /** Of all that is ever told about the session only this has it. */
  readonly key: string
  readonly at: number
  readonly topic: Topic
  /** The id of the resource, the task or the check that it is about. */
  readonly about?: string
}

type Told = Pick<Notification, 'topic' | 'about'>
type Check = Schema<'Check'>

/** What has been seen before an event: some things are told once, some when they change. */
type Known = { readonly inBranch: boolean; readonly checks: readonly Check[] | undefined }

const ofResource = ({ id, tasks }: { id: string; tasks: readonly Schema<'Task'>[] }): Told[] => [
  { topic: 'resource_update', about: id },
  ...tasks
    .filter(({ state }) => state === 'DONE' || state === 'FAILED')
    .map(({ id: taskId }): Told => ({ topic: 'task_completion', about: taskId })),
]

const ofChecks = (checks: readonly Check[], { checks: before, inBranch }: Known): Told[] => {
  const wasDone = new Set(before?.filter(({ state }) => state === 'DONE').map(({ id }) => id))
  // The person is done when the checks begin: at home with the client, in a branch with the visit.
  const ended: Told[] = [
    { topic: 'client_session_token_deleted' },
    ...(inBranch ? [{ topic: 'thank_you_email_requested' } as const] : []),
  ]
  return [
    ...(before === undefined ? ended : []),
    ...checks
      .filter(({ id, state }) => state === 'DONE' && !wasDone.has(id))
      .map(({ id }): Told => ({ topic: 'check_completion', about: id })),
  ]
}

/** What Yoti tells of an event. Of a refusal, and of a deadline that passes, it tells nothing. */
const toldOf = (event: SessionEvent, known: Known): Told[] => {
  switch (event.type) {
    case 'instructions-email-requested':
      return [{ topic: 'instructions_email_requested' }]
    case 'letter-scanned':
      return [{ topic: 'first_branch_visit' }]
    case 'id-document-captured':
    case 'supplementary-document-captured':
      return ofResource(event.document)
    case 'face-captured':
      return ofResource(event.face)
    case 'liveness-captured':
      return ofResource(event.liveness)
    case 'share-code-captured':
      return ofResource(event.shareCode)
    case 'checked':
      return ofChecks(event.checks, known)
    case 'completed':
      return [{ topic: 'session_completion' }]
    default:
      return []
  }
}

const toldOfAll = ({ events, request }: Session): Notification[] => {
  let checks: readonly Check[] | undefined
  return events.flatMap((event) => {
    const told = toldOf(event, { inBranch: request.inBranch, checks })
    if (event.type === 'checked') checks = event.checks
    return told.map(({ topic, about }) => ({
      key: `${topic} ${about ?? event.at}`,
      at: event.at,
      topic,
      ...(about !== undefined && { about }),
    }))
  })
}

/** How a scenario has a topic treated. */
type Rules = NonNullable<Scenario['notifications']>

const delayed = (planned: readonly Notification[], rules: Rules): Notification[] =>
  planned
    .map((told) => ({ ...told, at: told.at + (parseDuration(rules[told.topic]?.delay ?? 'PT0S') ?? 0) }))
    .sort((one, other) => one.at - other.at)

/** Moves a topic behind the last of another one, where it would have come before. */
const moveBehind = (planned: readonly Notification[], topic: Topic, other: Topic): Notification[] => {
  const last = planned.findLastIndex((told) => told.topic === other)
  const at = planned[last]?.at
  if (at === undefined) return [...planned]
  const isEarly = (told: Notification, index: number) => index < last && told.topic === topic
  const early = planned.filter(isEarly).map((told) => ({ ...told, at }))
  return [
    ...planned.slice(0, last + 1).filter((told, index) => !isEarly(told, index)),
    ...early,
    ...planned.slice(last + 1),
  ]
}

const repeated = (planned: readonly Notification[], rules: Rules): Notification[] =>
  planned.flatMap((told) =>
    Array.from({ length: rules[told.topic]?.times ?? 1 }, (_, copy) => ({ ...told, key: `${told.key} ${copy}` })),
  )

/**
 * Everything that the application of a session is told about it, in the order in which it is sent, what is still to come
 * included: the topics it subscribed to, treated as the scenario says.
 */
export const planNotifications = (session: Session, rules: Rules = {}): Notification[] => {
  const subscribed = session.request.notifications?.topics ?? []
  const planned = delayed(
    toldOfAll(session).filter(({ topic }) => subscribed.includes(topic)),
    rules,
  )
  // The keys are those of the schema. From the last, so that those behind the same topic stand as they are written.
  const ordered = (Object.entries(rules) as [Topic, Rules[Topic]][]).reduceRight(
    (all, [topic, rule]) => (rule?.after === undefined ? all : moveBehind(all, topic, rule.after)),
    planned,
  )
  return repeated(ordered, rules)
}
