import { YotiError } from '../../base/errors.js'
import { mustNotBeNamed } from '../../engine/sessions/transitions.js'
import type { Operation } from '../control-operation.js'

export const forgetSession: Operation<'forgetSession', 'sessions'> = async ({ request }, { sessions }) => {
  for (;;) {
    const loaded = await sessions.load(request.path)
    if (loaded === undefined) throw new YotiError('SESSION_NOT_FOUND')
    mustNotBeNamed(loaded.session)
    if (await sessions.remove(loaded.session.id, loaded.version)) return { status: 204 }
  }
}
