import type { ServerResponse } from 'node:http'
import type { YotiError } from '../errors.js'
import { send } from './send.js'

/** Writes an error in Yoti's shape: `code` and `message` always, `errors` when properties are named. */
export const sendError = (
  response: ServerResponse,
  { code, message, status, details }: YotiError,
  headers: Readonly<Record<string, string>>,
): void => {
  const { errors } = details
  send(response, {
    status,
    body: { code, message, ...(errors !== undefined && { errors }) },
    headers: { ...headers, ...details.headers },
  })
}
