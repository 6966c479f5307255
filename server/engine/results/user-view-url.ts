import { URLSearchParams } from 'node:url'
import type { Session } from '../model/session.js'

/**
 * The page of the person at home or, of a session in a branch, of the clerk there.
 * @param address the server's own, as the client knows it
 */
export const userViewUrl = ({ id: sessionID, clientSessionToken: sessionToken }: Session, address: string): string =>
  `${address}/web/index.html?${new URLSearchParams({ sessionID, sessionToken })}`
