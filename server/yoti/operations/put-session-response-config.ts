import { assertVisitOpen, changeScenario } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const putSessionResponseConfig: Operation<'putSessionResponseConfig', 'scenario' | 'visitPolicy'> = (
  { request, session, now },
  { scenario, visitPolicy },
) => {
  assertVisitOpen(session, now)
  // The same scenario again, so that what is still to come has the new responses.
  return { status: 200, session: changeScenario({ ...session, responses: request.body }, scenario, now, visitPolicy) }
}
