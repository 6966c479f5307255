import { visit } from '../sessions/transitions.js'
import { takeStep } from '../sessions/visit-step.js'
import { changeSession } from './change-session.js'
import type { Operation } from './operation.js'

export const visitSession: Operation<'visitSession', 'sessions' | 'catalogue'> = async ({ request }, deps) => {
  const { step, ...told } = request.body ?? {}
  return {
    status: 200,
    body: await changeSession(request.path.sessionId, deps, (session, scenario, now) =>
      step === undefined ? visit(session, scenario, now) : takeStep(session, scenario, { ...told, step }, now),
    ),
  }
}
