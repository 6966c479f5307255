import { expire } from '../../engine/sessions/transitions.js'
import { changeSession } from '../../state/update-session.js'
import type { Operation } from '../control-operation.js'

export const expireSession: Operation<'expireSession', 'sessions' | 'catalogue'> = async ({ request }, deps) => ({
  status: 200,
  body: await changeSession(request.path.sessionId, deps, (session, _scenario, now) => expire(session, now)),
})
