import type { Session } from '../model/session.js'
import { notificationBody } from './body.js'
import type { NewDelivery } from './delivery.js'
import type { Notification } from './plan.js'

/** A notification with its receiver. The session must have subscribed. */
export const newDelivery = (
  { id, sdkId, request }: Session,
  notification: Pick<Notification, 'topic' | 'about' | 'at'>,
): NewDelivery => {
  const { endpoint = '', authorization } = request.notifications ?? {}
  return {
    sessionId: id,
    ...(sdkId !== undefined && { sdkId }),
    topic: notification.topic,
    dueAt: notification.at,
    endpoint,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'mock-yoti',
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    body: notificationBody(id, notification),
  }
}
