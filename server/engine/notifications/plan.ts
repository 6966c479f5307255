import { parseDuration } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { Session, SessionEvent } from '../model/session.js'
import type { Topic } from '../model/topics.js'
import type { Scenario } from '../scenarios/scenario.js'

/** What is sent about a session, and when. */
export type Notification = {
  /** Unique among all notifications of the session. */
  readonly key: string
  readonly at: number
  readonly topic: Topic
  /** The id of the resource, the task or the check that it is about. */
  readonly about?: string
}

type Due = Pick<Notification, 'topic' | 'about'>
type Check = Schema<'Check'>

/** What has been seen before an event: some notifications are sent once, some when something changes. */
type Known = { readonly inBranch: boolean; readonly checks: readonly Check[] | undefined }

const forResource = ({ id, tasks }: { id: string; tasks: readonly Schema<'Task'>[] }): Due[] => [
  { topic: 'resource_update', about: id },
  ...tasks
    .filter(({ state }) => state === 'DONE' || state === 'FAILED')
    .map(({ id: taskId }): Due => ({ topic: 'task_completion', about: taskId })),
]

const forChecks = (checks: readonly Check[], { checks: before, inBranch }: Known): Due[] => {
  const wasDone = new Set(before?.filter(({ state }) => state === 'DONE').map(({ id }) => id))
  // The person is done when the checks begin: at home with the client, in a branch with the visit.
  const ended: Due[] = [
    { topic: 'client_session_token_deleted' },
    ...(inBranch ? [{ topic: 'thank_you_email_requested' } as const] : []),
  ]
  return [
    ...(before === undefined ? ended : []),
    ...checks
      .filter(({ id, state }) => state === 'DONE' && !wasDone.has(id))
      .map(({ id }): Due => ({ topic: 'check_completion', about: id })),
  ]
}

/** What Yoti sends about an event. It sends nothing when a clerk refuses or a deadline passes. */
const notificationsFor = (event: SessionEvent, known: Known): Due[] => {
  switch (event.type) {
    case 'instructions-email-requested':
      return [{ topic: 'instructions_email_requested' }]
    case 'letter-scanned':
      return [{ topic: 'first_branch_visit' }]
    case 'id-document-captured':
    case 'supplementary-document-captured':
      return forResource(event.document)
    case 'face-captured':
      return forResource(event.face)
    case 'liveness-captured':
      return forResource(event.liveness)
    case 'share-code-captured':
      return forResource(event.shareCode)
    case 'checked':
      return forChecks(event.checks, known)
    case 'completed':
      return [{ topic: 'session_completion' }]
    default:
      return []
  }
}

const allNotifications = ({ events, request }: Session): Notification[] => {
  let checks: readonly Check[] | undefined
  return events.flatMap((event) => {
    const due = notificationsFor(event, { inBranch: request.inBranch, checks })
    if (event.type === 'checked') checks = event.checks
    return due.map(({ topic, about }) => ({
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
    .map((notification) => ({
      ...notification,
      at: notification.at + (parseDuration(rules[notification.topic]?.delay ?? 'PT0S') ?? 0),
    }))
    .sort((one, other) => one.at - other.at)

/** Moves a topic behind the last of another one, where it would have come before. */
const moveBehind = (planned: readonly Notification[], topic: Topic, other: Topic): Notification[] => {
  const last = planned.findLastIndex((notification) => notification.topic === other)
  const at = planned[last]?.at
  if (at === undefined) return [...planned]
  const isEarly = (notification: Notification, index: number) => index < last && notification.topic === topic
  const early = planned.filter(isEarly).map((notification) => ({ ...notification, at }))
  return [
    ...planned.slice(0, last + 1).filter((notification, index) => !isEarly(notification, index)),
    ...early,
    ...planned.slice(last + 1),
  ]
}

const repeated = (planned: readonly Notification[], rules: Rules): Notification[] =>
  planned.flatMap((notification) =>
    Array.from({ length: rules[notification.topic]?.times ?? 1 }, (_, copy) => ({
      ...notification,
      key: `${notification.key} ${copy}`,
    })),
  )

/**
 * Every notification about a session, in the order in which it is sent, what is still to come
 * included: the topics it subscribed to, treated as the scenario says.
 */
export const planNotifications = (session: Session, rules: Rules = {}): Notification[] => {
  const subscribed = session.request.notifications?.topics ?? []
  const planned = delayed(
    allNotifications(session).filter(({ topic }) => subscribed.includes(topic)),
    rules,
  )
  // The keys are those of the schema. From the last, so that those behind the same topic stand as they are written.
  const ordered = (Object.entries(rules) as [Topic, Rules[Topic]][]).reduceRight(
    (all, [topic, rule]) => (rule?.after === undefined ? all : moveBehind(all, topic, rule.after)),
    planned,
  )
  return repeated(ordered, rules)
}
