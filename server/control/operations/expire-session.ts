import { describeSession } from '../../engine/results/describe-session.js'
import { expire } from '../../engine/sessions/transitions.js'
import { updateSession } from '../../state/update-session.js'
import type { ChangesSessions, Operation } from '../control-operation.js'

export const expireSession: Operation<'expireSession', ChangesSessions> = async ({ request }, deps) => {
  const { session: expired, now: at } = await updateSession(request.path.sessionId, deps, (session, _scenario, now) =>
    expire(session, now),
  )
  return { status: 200, body: describeSession(expired, at) }
}
