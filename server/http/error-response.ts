import type { YotiError } from '../base/errors.js'
import type { Sent } from '../journal/entry.js'
import { withBody } from './send.js'

/** An error in Yoti's shape: `code` and `message` always, `errors` when properties are named. */
export const errorResponse = (
  { code, message, status, details }: YotiError,
  headers: Readonly<Record<string, string>>,
): Sent => {
  const { errors } = details
  return withBody(
    status,
    { code, message, ...(errors !== undefined && { errors }) },
    { ...headers, ...details.headers },
  )
}
