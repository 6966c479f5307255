import { visit } from '../sessions/transitions.js'
import { takeStep } from '../sessions/visit-step.js'
import { changeSession } from './change-session.js'
import type { Operation } from './operation.js'

export const visitSession: Operation<'visitSession', 'sessions' | 'catalogue'> = async ({ request, now }, deps) => {
  const { step, ...told } = request.body ?? {}
  return {
    status: 200,
    body: await changeSession(request.path.sessionId, now, deps, (session, scenario) =>
      step === undefined ? visit(session, scenario, now) : takeStep(session, scenario, { ...told, step }, now),
    ),
  }
}
