import { topicSubjects } from '../server/engine/model/topics.js'
import { asList, asObject, instantOf as at, type Json } from './json-parts.js'
import type { Promised } from './promise.js'

/** A notification that came, and when. */
export type Notified = { readonly topic: string; readonly about?: string; readonly at: number }

/** A result that was read, as far as notifications are about it. */
export type Told = {
  /** When what notifications are about happened, by its id; the end of the session by no id. */
  readonly happened: ReadonlyMap<string | undefined, number>
  /** The topics that such a result promises. */
  readonly topics: ReadonlySet<string>
}

const inBranch = (resource: Json) => asObject(resource['source'])['type'] === 'IBV'

/** Resources that the relying business supplied, and digital IDs that were shared, are not told of. */
const isCaptured = (resource: Json) =>
  asObject(resource['source'])['type'] !== 'RELYING_BUSINESS' && !('provider' in resource)

/** What notifications of a completed session are about. */
export const toldBy = (result: Json): Told => {
  const resources = Object.values(asObject(result['resources'])).flatMap(asList).map(asObject).filter(isCaptured)
  const tasks = resources.flatMap(({ tasks: list }) => asList(list).map(asObject))
  const checks = asList(result['checks']).map(asObject)
  const done = checks.filter(({ state }) => state === 'DONE')
  const happened = new Map<string | undefined, number>()
  for (const { id, created_at, created } of resources) happened.set(String(id), at(created_at ?? created))
  for (const { id, last_updated } of done) happened.set(String(id), at(last_updated))
  happened.set(undefined, Math.max(...done.map(({ last_updated }) => at(last_updated))))
  const isDone = tasks.some(({ state }) => state === 'DONE' || state === 'FAILED')
  const isOfBranch = resources.some(inBranch)
  return {
    happened,
    topics: new Set([
      'session_completion',
      ...(resources.length > 0 ? ['resource_update'] : []),
      ...(isDone ? ['task_completion'] : []),
      ...(done.length > 0 ? ['check_completion'] : []),
      ...(checks.length > 0 ? ['client_session_token_deleted'] : []),
      ...(isOfBranch ? ['first_branch_visit', ...(checks.length > 0 ? ['thank_you_email_requested'] : [])] : []),
    ]),
  }
}

/** What the application causes comes when it does, whatever the scenario. */
const ofApplication: readonly string[] = ['instructions_email_requested', 'new_pdf_supplied']

/** The order of sessions whose result nobody read. */
const usualOrder: readonly string[] = [
  'first_branch_visit',
  'client_session_token_deleted',
  'thank_you_email_requested',
  'session_completion',
]

/** What is known of a session when no more of it was recorded. */
export type Webhooks = {
  readonly notified: readonly Notified[]
  /** Undefined when its order was not recorded. */
  readonly subscribed?: readonly string[]
  /** Undefined until it was read as completed. */
  readonly told?: Told
  /** Whether everything that was to come has come: the completion was notified, or a minute has passed since. */
  readonly isOver: boolean
  /** Whether the times of the result are those of the recorder's clock. */
  readonly clocksAgree: boolean
}

const firstOf = (notified: readonly Notified[], topic: string) => notified.findIndex((one) => one.topic === topic)

const inOtherOrder = ({ notified }: Webhooks, order: readonly string[]): string[] =>
  order.flatMap((topic, index) => {
    const at = firstOf(notified, topic)
    // Of those that it should have come before, the last: it came after that one too.
    const early = order
      .slice(index + 1)
      .findLast((later) => firstOf(notified, later) !== -1 && firstOf(notified, later) < at)
    return early === undefined ? [] : [`${topic} was notified after ${early}`]
  })

const isOnce = (topic: string) =>
  topic === 'check_completion' || (topicSubjects as Readonly<Record<string, string>>)[topic] === 'session'

const tooOften = ({ notified }: Webhooks, promised: Promised | undefined): string[] => {
  const keys = notified.filter(({ topic }) => isOnce(topic)).map(({ topic, about = '' }) => `${topic} ${about}`)
  return [...new Set(keys)].flatMap((key) => {
    const [topic = ''] = key.split(' ')
    const count = keys.filter((one) => one === key).length
    if (count <= (promised?.times(topic) ?? 1)) return []
    return [`${topic} was notified ${count === 2 ? 'twice' : `${count} times`}`]
  })
}

const missing = ({ notified, subscribed = [], told, isOver }: Webhooks, promised: Promised): string[] => {
  // Without any notification nobody records them.
  if (!isOver || notified.length === 0 || told === undefined) return []
  const due = [...told.topics].filter((topic) => subscribed.includes(topic) && promised.times(topic) > 0)
  return due
    .filter((topic) => firstOf(notified, topic) === -1)
    .map((topic) =>
      topic === 'session_completion'
        ? 'session_completion was not notified within a minute of a session being read as COMPLETED'
        : `${topic} was subscribed to, and not notified of a completed session`,
    )
}

const unasked = ({ notified, subscribed, told }: Webhooks): string[] => {
  const topics = [...new Set(notified.map(({ topic }) => topic))]
  const isDue = (topic: string) => told === undefined || told.topics.has(topic) || ofApplication.includes(topic)
  return [
    ...topics
      .filter((topic) => subscribed !== undefined && !subscribed.includes(topic))
      .map((topic) => `${topic} was notified, and nobody subscribed to it`),
    ...topics
      .filter((topic) => subscribed?.includes(topic) && !isDue(topic))
      .map((topic) => `${topic} was notified, and a session with such a result has none`),
  ]
}

const late = ({ notified, told, clocksAgree }: Webhooks, promised: Promised, toleratedMs: number): string[] => {
  if (told === undefined || !clocksAgree) return []
  const topics = notified.flatMap(({ topic, about, at: came }) => {
    const happened = about === undefined && topic !== 'session_completion' ? undefined : told.happened.get(about)
    return happened !== undefined && came - happened > promised.delay(topic) + toleratedMs ? [topic] : []
  })
  return [...new Set(topics)].map((topic) => `${topic} was notified much later than it happened`)
}

/** Where the notifications of a session are not those that a scenario promises. */
export const webhookDifferences = (
  webhooks: Webhooks,
  promised: Promised | undefined,
  toleratedMs: number,
): readonly string[] => [
  ...inOtherOrder(webhooks, [...ofApplication.slice(0, 1), ...(promised?.order ?? usualOrder)]),
  ...tooOften(webhooks, promised),
  ...unasked(webhooks),
  ...(promised === undefined ? [] : missing(webhooks, promised)),
  ...(promised === undefined ? [] : late(webhooks, promised, toleratedMs)),
]
