import type { HttpResult } from '../base/http-client.js'
import type { ControlSchema } from '../openapi/schema.js'

/** An answer ≥ 400 of the control API; `code` is one of docs/errors.md. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: number
  readonly code: string

  constructor(status: number, { code, message, errors = [] }: ControlSchema<'Error'>) {
    super(
      [`${code}: ${message}`, ...errors.map(({ property, message: problem }) => `${property} ${problem}`)].join('; '),
    )
    this.status = status
    this.code = code
  }
}

/** Something else listens there, or stands between. */
export const notControl = (url: string, { status, text }: HttpResult): ControlError =>
  new ControlError(status, {
    code: 'NOT_MOCK_YOTI',
    message: `what answers at ${url} is no mock-yoti: ${text.slice(0, 100) || 'an empty body'}`,
  })

/** Nothing listens there. */
export const notReachable = (url: string, error: NodeJS.ErrnoException): ControlError =>
  new ControlError(0, {
    code: 'NOT_REACHABLE',
    message: `nothing answers at ${url} (${error.code ?? error.message}): start a mock-yoti there with 'npx mock-yoti', or one in this process with startMockYoti()`,
  })
