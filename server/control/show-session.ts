import type { Session } from '../engine/model/session.js'
import { describeSession } from '../engine/results/describe-session.js'
import { userViewUrl } from '../engine/results/user-view-url.js'
import type { ControlSchema } from '../openapi/schema.js'

/**
 * A session as the control API shows it.
 * @param address the server's own, as the client knows it
 */
export const showSession = (session: Session, now: number, address: string): ControlSchema<'SessionView'> => ({
  ...describeSession(session, now),
  user_view_url: userViewUrl(session, address),
  client_session_token: session.clientSessionToken,
})
