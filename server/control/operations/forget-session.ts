import { assertNotNamed } from '../../engine/sessions/transitions.js'
import { getSession } from '../../state/find-session.js'
import { tryUntilDone } from '../../state/tries.js'
import type { FindsSessions, Operation } from '../control-operation.js'

export const forgetSession: Operation<'forgetSession', FindsSessions | 'commit'> = async ({ request }, deps) => {
  await tryUntilDone(async () => {
    const stored = await getSession(request.path.sessionId, deps)
    assertNotNamed(stored.session)
    return deps.commit({ stored }, { session: { remove: stored.session.id } })
  })
  return { status: 204 }
}
