import { toInstant } from '../../clock.js'
import { notificationBody } from '../../notifications/body.js'
import { planNotifications } from '../../notifications/plan.js'
import type { Schema } from '../../openapi/schema.js'
import type { Scenario } from '../../scenarios/scenario.js'
import { topics } from '../../sessions/notification-request.js'
import type { Session } from '../../sessions/session.js'

/** A notification of a scenario: when it is sent, and the body that is posted. */
export type ShownNotification = { readonly at: string; readonly body: Schema<'Notification'> }

/** What an application that subscribed to everything would have been told by the instant that a named session shows. */
export const notificationsOf = ({ notifications }: Scenario, session: Session): ShownNotification[] => {
  const request = { ...session.request, notifications: { endpoint: '', topics } }
  return planNotifications({ ...session, request }, notifications)
    .filter(({ at }) => at <= (session.frozenAt ?? at))
    .map((told) => ({ at: toInstant(told.at), body: notificationBody(session.id, told) }))
}
