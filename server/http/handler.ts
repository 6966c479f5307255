import type { IncomingMessage, ServerResponse } from 'node:http'
import { startStopwatch } from '../clock.js'
import { YotiError } from '../errors.js'
import type { Log } from '../log.js'
import type { CheckAnswer } from '../openapi/validators.js'
import { answer } from './answer.js'
import { readBytes } from './body.js'
import type { Answer, AnswerDeps } from './pipeline.js'
import { renderContent } from './render-content.js'
import { send, sendBytes } from './send.js'
import { sendError } from './send-error.js'
import { splitTarget } from './signed-message.js'
import { parseTarget } from './target.js'

export type HandlerDeps = AnswerDeps & {
  readonly log: Log
  /** What people and documents are generated from, beside the session's id. */
  readonly seed: string
  /** Given when every answer is checked against its document. */
  readonly checkAnswer?: CheckAnswer
}

/** Handles one request from its first byte to its log line. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const mustFitDocument = ({ operation, status, body, content }: Answer, check: CheckAnswer | undefined) => {
  if (operation === undefined || content !== undefined || check === undefined) return
  const errors = check(operation.surface, operation.operationId, status, body)
  if (errors.length === 0) return
  const told = errors.map(({ property, message }) => `${property} ${message}`).join('; ')
  throw new Error(`the answer of ${operation.operationId} is not as its document says: ${told}`)
}

const noteOf = ({ message, details }: YotiError) => {
  const properties = details.errors?.map(({ property, message: told }) => `${property}: ${told}`) ?? []
  return [message, ...properties, ...(details.hint === undefined ? [] : [details.hint])].join('; ')
}

const asYotiError = (error: unknown, log: Log) => {
  if (error instanceof YotiError) return error
  log.error('a request failed', error)
  return new YotiError('SERVER_ERROR', { hint: error instanceof Error ? error.message : String(error) })
}

export const createHandler =
  (deps: HandlerDeps): Handler =>
  async (request, response) => {
    const elapsed = startStopwatch()
    const { method = 'GET', url = '/' } = request
    const { path, query } = splitTarget(url)
    const headers = { 'x-request-id': deps.ids.random() }
    try {
      let reading: Promise<Buffer> | undefined
      const bytes = () => {
        reading ??= readBytes(request)
        return reading
      }
      const incoming = { method, url, query, rawHeaders: request.rawHeaders, bytes, target: parseTarget(path) }
      const found = await answer(incoming, deps)
      mustFitDocument(found, deps.checkAnswer)
      if (found.content === undefined) send(response, { status: found.status, body: found.body, headers })
      else sendBytes(response, { ...(await renderContent(found.content, deps.seed)), headers })
      const { status, scenarioId, note } = found
      deps.log.request({
        method,
        path,
        status,
        ms: elapsed(),
        ...(scenarioId !== undefined && { scenario: scenarioId }),
        ...(note !== undefined && { note }),
      })
    } catch (error) {
      const failure = asYotiError(error, deps.log)
      sendError(response, failure, headers)
      deps.log.request({ method, path, status: failure.status, ms: elapsed(), note: noteOf(failure) })
    }
  }
