import { getSession } from '../../state/find-session.js'
import type { FindsSessions, Operation } from '../control-operation.js'
import { describeDeliveries } from '../describe-delivery.js'
import { throwIfInvalid } from '../known-names.js'
import { showSession } from '../show-session.js'

/** The instant that is asked for. @throws YotiError for one before the session was created, or one that is still to come */
const instantOf = (at: string | undefined, createdAt: number, now: number) => {
  if (at === undefined) return now
  const instant = Date.parse(at)
  const message = `must be from ${new Date(createdAt).toISOString()}, when the session was created, to the present`
  throwIfInvalid(instant >= createdAt && instant <= now ? [] : [{ property: 'at', message }])
  return instant
}

export const inspectSession: Operation<'inspectSession', FindsSessions | 'deliveries'> = async (
  { request, address },
  { deliveries, ...deps },
) => {
  const { session, now } = await getSession(request.path.sessionId, deps)
  return {
    status: 200,
    body: {
      ...showSession(session, instantOf(request.query.at, session.createdAt, now), address),
      deliveries: await describeDeliveries(deliveries, { sessionId: session.id }),
    },
  }
}
