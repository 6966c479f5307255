import { YotiError } from '../../base/errors.js'
import type { Whose } from '../../webhooks/index.js'
import type { ControlDeps, Operation } from '../control-operation.js'
import { deliveriesOf } from '../describe-delivery.js'

/** @throws YotiError SESSION_NOT_FOUND, PAYLOAD_VALIDATION for a session of another application: nothing would be held */
const mustExist = async ({ sessionId, sdkId }: Whose, { sessions }: Pick<ControlDeps, 'sessions'>) => {
  if (sessionId === undefined) return
  const loaded = await sessions.load({ sessionId })
  if (loaded === undefined) throw new YotiError('SESSION_NOT_FOUND')
  const { session } = loaded
  if (sdkId === undefined || session.sdkId === sdkId) return
  const owner = session.sdkId === undefined ? 'no application' : `'${session.sdkId}'`
  const message = `the session ${sessionId} belongs to ${owner}`
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property: 'sdkId', message }] })
}

export const holdNotifications: Operation<'holdNotifications', 'outbox' | 'sessions'> = async (
  { request },
  { outbox, sessions },
) => {
  const whose = request.body ?? {}
  await mustExist(whose, { sessions })
  outbox.hold(whose)
  return { status: 200, body: { notifications: deliveriesOf(outbox, whose).filter(({ status }) => status === 'held') } }
}
