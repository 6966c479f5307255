import type { Delivery } from '../engine/notifications/delivery.js'
import { planNotifications } from '../engine/notifications/plan.js'
import { stageOf } from '../engine/results/stage.js'
import { findSession } from '../state/find-session.js'
import type { ControlDeps, FindsSessions } from './control-operation.js'

type Asked = { readonly sessionId?: string; readonly topic?: string }

const keyOf = ({ topic, at }: { readonly topic: string; readonly at: number }) => `${topic} ${at}`

/** How many of a session's notifications are planned and not among the deliveries yet. */
const countPlanned = (planned: readonly { topic: string; at: number }[], deliveries: readonly Delivery[]): number => {
  const made = new Map<string, number>()
  for (const { topic, dueAt: at } of deliveries)
    made.set(keyOf({ topic, at }), (made.get(keyOf({ topic, at })) ?? 0) + 1)
  return planned.filter((notification) => {
    const key = keyOf(notification)
    const left = made.get(key) ?? 0
    made.set(key, left - 1)
    return left <= 0
  }).length
}

/** What may still come of a session: `some` are planned, none are but a visit would bring `more`, or nothing: the reason. */
type Coming = 'some' | 'more' | { readonly nothing: string }

const comingOf = async (
  { sessionId, topic }: Asked & { readonly sessionId: string },
  deliveries: readonly Delivery[],
  deps: Pick<ControlDeps, FindsSessions>,
): Promise<Coming> => {
  const stored = await findSession(sessionId, deps)
  if (stored === undefined) return { nothing: `there is no session ${sessionId}` }
  const { session, now } = stored
  const { notifications } = session.request
  if (notifications === undefined) return { nothing: `the session ${sessionId} asked for no notifications` }
  const asked: readonly string[] = notifications.topics
  if (topic !== undefined && !asked.includes(topic))
    return {
      nothing: `the session ${sessionId} did not ask for ${topic}; it asked for ${asked.join(', ') || 'no topic'}`,
    }
  const planned = planNotifications(session, session.scenario.notifications).filter(
    (notification) => topic === undefined || notification.topic === topic,
  )
  if (countPlanned(planned, deliveries) > 0) return 'some'
  const ends = session.events.some(({ type }) => type === 'completed' || type === 'refused')
  if (!ends && stageOf(session, now) !== 'expired') return 'more'
  return { nothing: `nothing more will be sent about the session ${sessionId}, which is ${stageOf(session, now)}` }
}

/** Why a delivery has failed for good. */
const reasonOf = ({ id, topic, attempts }: Delivery) => {
  const { status, error } = attempts.at(-1) ?? {}
  return `delivery ${id} of ${topic} has failed for good: ${error ?? `the receiver answered ${status}`}`
}

/**
 * Why what is waited for cannot come any more: it has failed for good, or its session sends nothing more. undefined when it may
 * come.
 * @param all the deliveries of the session, of the application or of all, of one topic or every one
 */
export const findHopeless = async (
  { status, ...asked }: Asked & { readonly status: string },
  all: readonly Delivery[],
  deps: Pick<ControlDeps, FindsSessions>,
): Promise<string | undefined> => {
  if (all.some((delivery) => delivery.status === 'waiting' || delivery.status === 'held')) return undefined
  const failed = status === 'delivered' ? all.findLast((delivery) => delivery.status === 'failed') : undefined
  const sessionIds = new Set(asked.sessionId === undefined ? all.map(({ sessionId }) => sessionId) : [asked.sessionId])
  let last: Coming | undefined
  for (const sessionId of sessionIds) {
    const own = all.filter((delivery) => delivery.sessionId === sessionId)
    last = await comingOf({ ...asked, sessionId }, own, deps)
    if (last === 'some') return undefined
  }
  if (failed !== undefined) return reasonOf(failed)
  // Where no session is named, another one may be created.
  return asked.sessionId !== undefined && typeof last === 'object' ? last.nothing : undefined
}
