import { YotiError } from '../../base/errors.js'
import { getSession, type SessionDeps } from '../../state/find-session.js'
import type { Whose } from '../../webhooks/index.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { deliveriesOf } from '../describe-delivery.js'

/** @throws YotiError SESSION_NOT_FOUND, PAYLOAD_VALIDATION for a session of another application: nothing would be held */
const assertExists = async ({ sessionId, sdkId }: Whose, deps: SessionDeps) => {
  if (sessionId === undefined) return
  const { session } = await getSession(sessionId, deps)
  if (sdkId === undefined || session.sdkId === sdkId) return
  const owner = session.sdkId === undefined ? 'no application' : `'${session.sdkId}'`
  const message = `the session ${sessionId} belongs to ${owner}`
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property: 'sdkId', message }] })
}

export const holdNotifications: Operation<'holdNotifications', 'outbox' | FindsSessions> = async (
  { request },
  { outbox, ...deps },
) => {
  const whose = request.body ?? {}
  await assertExists(whose, deps)
  outbox.hold(whose)
  return { status: 200, body: { notifications: deliveriesOf(outbox, whose).filter(({ status }) => status === 'held') } }
}
