import type { ServerResponse } from 'node:http'
import { YotiError } from '../base/errors.js'
import type { Ids } from '../base/ids.js'
import type { Log } from '../base/log.js'
import { errorResponse } from './error-response.js'
import { send } from './send.js'

/** Answers what no handler could, in Yoti's shape. A half-sent answer is cut, so that nobody takes it for a whole one. */
export const answerAnyway =
  ({ ids, log }: { readonly ids: Ids; readonly log: Log }) =>
  (response: ServerResponse) =>
  (error?: unknown): void => {
    const id = ids.random()
    log.error(`request ${id} could not be answered`, error)
    if (response.headersSent) response.destroy()
    else send(response, errorResponse(new YotiError('SERVER_ERROR'), { 'x-request-id': id }))
  }
