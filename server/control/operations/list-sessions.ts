import { mapInTurns } from '../../base/in-turns.js'
import { summariseSession } from '../../engine/results/describe-session.js'
import { stageOf } from '../../engine/results/stage.js'
import type { StoredSession } from '../../state/state.js'
import type { Operation } from '../control-operation.js'

export const listSessions: Operation<'listSessions', 'sessions'> = async ({ request }, { sessions }) => {
  const { sdkId, stage, scenario, limit = '100' } = request.query
  const isAsked = ({ session, now }: StoredSession) =>
    (sdkId === undefined || session.sdkId === sdkId) &&
    (scenario === undefined || session.scenario.id === scenario) &&
    (stage === undefined || stageOf(session, now) === stage)
  const found = (await mapInTurns(await sessions.list(), (each) => (isAsked(each) ? [each] : []))).flat()
  const shown = await mapInTurns(found.slice(0, Number(limit)), ({ session, now }) => summariseSession(session, now))
  return { status: 200, body: { sessions: shown, total: found.length } }
}
