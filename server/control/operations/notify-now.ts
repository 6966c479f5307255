import { YotiError } from '../../base/errors.js'
import type { Topic } from '../../engine/model/topics.js'
import { newDelivery } from '../../engine/notifications/new-delivery.js'
import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { describeDelivery } from '../describe-delivery.js'
import { assertKnownTopic } from '../find-deliveries.js'

const refuse = (property: string, message: string): never => {
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property, message }] })
}

const aboutId = { resource_update: 'resource', task_completion: 'task', check_completion: 'check' } as const

export const notifyNow: Operation<'notifyNow', 'dispatcher' | FindsSessions> = async (
  { request },
  { dispatcher, ...deps },
) => {
  const { sessionId, topic: asked, about } = request.body
  assertKnownTopic(asked)
  // Known just now.
  const topic = asked.toLowerCase() as Topic
  const { session, now } = await getSession(sessionId, deps)
  if (session.request.notifications === undefined)
    throw new YotiError('STEP_NOT_POSSIBLE', {
      message: 'The session was created without notifications: nobody wants to be told',
    })
  const kind: string | undefined = aboutId[topic as keyof typeof aboutId]
  if (kind !== undefined && about === undefined) refuse('about', `must be the id of the ${kind} that ${topic} is about`)
  if (kind === undefined && about !== undefined) refuse('about', `${topic} is about the session and takes no id`)
  const notification = { topic, at: now, ...(about !== undefined && { about }) }
  return { status: 200, body: describeDelivery(await dispatcher.sendNow(newDelivery(session, notification))) }
}
