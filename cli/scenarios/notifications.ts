import { toInstant } from '../../server/base/clock.js'
import type { Session } from '../../server/engine/model/session.js'
import { topics } from '../../server/engine/model/topics.js'
import { notificationBody } from '../../server/engine/notifications/body.js'
import { planNotifications } from '../../server/engine/notifications/plan.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import type { Schema } from '../../server/openapi/schema.js'

/** A notification of a scenario: when it is sent, and the body that is posted. */
export type ShownNotification = { readonly at: string; readonly body: Schema<'Notification'> }

/** What an application that subscribed to everything would have been told by the instant that a named session shows. */
export const notificationsOf = ({ notifications }: Scenario, session: Session): ShownNotification[] => {
  const request = { ...session.request, notifications: { endpoint: '', topics } }
  return planNotifications({ ...session, request }, notifications)
    .filter(({ at }) => at <= (session.frozenAt ?? at))
    .map((told) => ({ at: toInstant(told.at), body: notificationBody(session.id, told) }))
}
