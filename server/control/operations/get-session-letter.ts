import { assertLetterReady } from '../../engine/sessions/letter-ready.js'
import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'

export const getSessionLetter: Operation<'getSessionLetter', FindsSessions> = async ({ request }, deps) => {
  const { session, now } = await getSession(request.path.sessionId, deps)
  assertLetterReady(session, session.scenario, now)
  return { status: 200, content: { kind: 'letter', session } }
}
