import { expire } from '../sessions/transitions.js'
import { changeSession } from './change-session.js'
import type { Operation } from './operation.js'

export const expireSession: Operation<'expireSession', 'sessions' | 'catalogue'> = async ({ request }, deps) => ({
  status: 200,
  body: await changeSession(request.path.sessionId, deps, (session, _scenario, now) => expire(session, now)),
})
