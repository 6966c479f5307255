import { expire } from '../../engine/sessions/transitions.js'
import { updateSession } from '../../state/update-session.js'
import type { ChangesSessions, Operation } from '../control-operation.js'
import { showSession } from '../show-session.js'

export const expireSession: Operation<'expireSession', ChangesSessions> = async ({ request, address }, deps) => {
  const { session: expired, now: at } = await updateSession(request.path.sessionId, deps, (session, _scenario, now) =>
    expire(session, now),
  )
  return { status: 200, body: showSession(expired, at, address) }
}
