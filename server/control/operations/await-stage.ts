import { startStopwatch } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import type { Session } from '../../engine/model/session.js'
import { canReach, hasReached, stageOf } from '../../engine/results/stage.js'
import { getSession } from '../../state/find-session.js'
import { untilAnswered } from '../../state/until-answered.js'
import { watchSession } from '../../state/watch-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { showSession } from '../show-session.js'

/** Milliseconds by the session's clock until something happens to it by itself. */
const untilNext = ({ events, deadline }: Session, now: number): number =>
  Math.min(...[...events.map(({ at }) => at), deadline].filter((at) => at > now)) - now

const notReached = (session: Session, stage: string, now: number, why: string) =>
  new YotiError('STAGE_NOT_REACHED', {
    message: `The session is at '${stageOf(session, now)}', not at '${stage}': ${why}`,
  })

export const awaitStage: Operation<'awaitStage', FindsSessions | 'changes'> = async ({ request, address }, deps) => {
  const { stage, timeout = '10' } = request.query
  const { sessionId } = request.path
  const waited = startStopwatch()
  const msLeft = () => Number(timeout) * 1000 - waited()
  let hasLooked = false
  const look = async () => {
    const { session, now } = await getSession(sessionId, deps)
    const { frozen } = await deps.clocks.read(session.sdkId)
    hasLooked = true
    return { session, now, frozen }
  }
  for (;;) {
    const watch = watchSession(sessionId, deps)
    try {
      // A store that goes away while somebody waits may be back in time.
      const { session, now, frozen } = await untilAnswered(look, () => !hasLooked || msLeft() <= 0)
      if (hasReached(session, stage, now)) return { status: 200, body: showSession(session, now, address) }
      if (!canReach(session, stage, now)) throw notReached(session, stage, now, 'it can no longer get there')
      const left = msLeft()
      if (left <= 0) throw notReached(session, stage, now, `waited ${timeout} s`)
      const next = frozen ? left : untilNext(session, now)
      await watch.changed(Math.min(left, next))
    } finally {
      watch[Symbol.dispose]()
    }
  }
}
