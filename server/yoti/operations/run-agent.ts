import { YotiError } from '../../base/errors.js'
import { isSameSecret } from '../../base/secret.js'
import { asInstructed, assign, withCaptureMethods } from '../../engine/sandbox/agent.js'
import { assertVisitOpen, visit } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const runAgent: Operation<'runAgent', 'scenario'> = ({ request, session, now }, { scenario }) => {
  if (!isSameSecret(request.body.client_session_token, session.clientSessionToken))
    throw new YotiError('BAD_TOKEN', { hint: "client_session_token is not this session's, which creating it returned" })
  assertVisitOpen(session, now)
  const shown = assign(session, request.body.resources)
  const { instructions, ...uninstructed } = session
  const documents = [...asInstructed(shown), ...(instructions?.documents ?? [])]
  const visited = visit({ ...session, instructions: { setAt: now, ...instructions, documents } }, scenario, now)
  return {
    status: 204,
    session: {
      ...uninstructed,
      ...(instructions && { instructions }),
      deadline: visited.deadline,
      events: withCaptureMethods(visited.events, shown),
    },
  }
}
