import { URLSearchParams } from 'node:url'
import type { Session } from '../engine/model/session.js'
import { describeSession } from '../engine/results/describe-session.js'
import type { ControlSchema } from '../openapi/schema.js'

/**
 * A session as the control API shows it.
 * @param address the server's own, as the client knows it
 */
export const showSession = (session: Session, now: number, address: string): ControlSchema<'SessionView'> => {
  const { id: sessionID, clientSessionToken: sessionToken } = session
  return {
    ...describeSession(session, now),
    user_view_url: `${address}/web/index.html?${new URLSearchParams({ sessionID, sessionToken })}`,
    client_session_token: sessionToken,
  }
}
