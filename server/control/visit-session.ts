import { visit } from '../sessions/transitions.js'
import { changeSession } from './change-session.js'
import type { Operation } from './operation.js'

export const visitSession: Operation<'visitSession', 'sessions' | 'catalogue'> = async ({ request }, deps) => ({
  status: 200,
  body: await changeSession(request.path.sessionId, deps, visit),
})
