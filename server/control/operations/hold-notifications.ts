import { YotiError } from '../../base/errors.js'
import type { OwnerFilter } from '../../engine/notifications/delivery.js'
import { getSession, type SessionDeps } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { describeDeliveries } from '../describe-delivery.js'

/** @throws YotiError SESSION_NOT_FOUND, PAYLOAD_VALIDATION for a session of another application: nothing would be held */
const assertExists = async ({ sessionId, sdkId }: OwnerFilter, deps: SessionDeps) => {
  if (sessionId === undefined) return
  const { session } = await getSession(sessionId, deps)
  if (sdkId === undefined || session.sdkId === sdkId) return
  const owner = session.sdkId === undefined ? 'no application' : `'${session.sdkId}'`
  const message = `the session ${sessionId} belongs to ${owner}`
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property: 'sdkId', message }] })
}

export const holdNotifications: Operation<'holdNotifications', 'deliveries' | FindsSessions> = async (
  { request },
  { deliveries, ...deps },
) => {
  const whose = request.body ?? {}
  await assertExists(whose, deps)
  await deliveries.hold(whose)
  const found = await describeDeliveries(deliveries, whose)
  return { status: 200, body: { notifications: found.filter(({ status }) => status === 'held') } }
}
