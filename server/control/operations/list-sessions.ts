import { summariseSession } from '../../engine/results/describe-session.js'
import { stageOf } from '../../engine/results/stage.js'
import type { Operation } from '../control-operation.js'

export const listSessions: Operation<'listSessions', 'sessions'> = async ({ request }, { sessions }) => {
  const { sdkId, stage, scenario, limit = '100' } = request.query
  const found = (await sessions.list()).filter(
    ({ session, now }) =>
      (sdkId === undefined || session.sdkId === sdkId) &&
      (scenario === undefined || session.scenario.id === scenario) &&
      (stage === undefined || stageOf(session, now) === stage),
  )
  const shown = found.slice(0, Number(limit)).map(({ session, now }) => summariseSession(session, now))
  return { status: 200, body: { sessions: shown, total: found.length } }
}
