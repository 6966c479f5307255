import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { ErrorRequestHandler, Response } from 'express'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import type { Log, RequestLine } from '../base/log.js'
import type { Tally } from '../control/metrics/tally.js'
import { renderContent } from '../engine/results/render-content.js'
import type { Entry, Failure, Sent } from '../journal/entry.js'
import type { CheckAnswer } from '../openapi/validators.js'
import type { State } from '../state/state.js'
import { errorResponse } from './error-response.js'
import { type Exchange, exchangeOf, type Reply } from './exchange.js'
import { isWithoutBody } from './parse-request.js'
import { type Encode, encodeInTurns, jsonType, send, withBody, withBytes } from './send.js'
import { sendFaulty } from './send-faulty.js'
import { openStream } from './send-stream.js'
import { isFromApplications } from './target.js'

export type RespondDeps = {
  readonly state: Pick<State, 'journal'>
  readonly log: Log
  /** What people and documents are generated from, beside the session's id. */
  readonly seed: string
  readonly encode: Encode
  readonly tally: Tally
  /** Given when every answer is checked against its document. */
  readonly checkAnswer?: CheckAnswer
}

const pageType = 'text/html; charset=utf-8'

const assertDocumented = ({ operation, status, body, content }: Reply, check: CheckAnswer | undefined) => {
  if (operation === undefined || content !== undefined || check === undefined) return
  const errors = check(operation.surface, operation.operationId, status, body)
  if (errors.length === 0) return
  const problems = errors.map(({ property, message }) => `${property} ${message}`).join('; ')
  throw new Error(`the answer of ${operation.operationId} is not as its document says: ${problems}`)
}

const failureOf = ({ code, message, details: { errors, hint, nearest } }: YotiError): Failure => ({
  code,
  message,
  ...(errors && { errors }),
  ...(hint !== undefined && { hint }),
  ...(nearest && { nearest }),
})

const describeFailure = ({ message, errors = [], hint }: Failure) => {
  const properties = errors.map(({ property, message: problem }) => `${property}: ${problem}`)
  return [message, ...properties, ...(hint === undefined ? [] : [hint])].join('; ')
}

const asYotiError = (error: unknown, { headers, method, path }: Exchange, log: Log) => {
  if (error instanceof YotiError) return error
  log.error(`request ${headers['x-request-id']} (${method} ${path}) failed`, error)
  return new YotiError('SERVER_ERROR', { hint: error instanceof Error ? error.message : String(error) })
}

/** A client in the log: its program and the application that it speaks for. */
const clientOf = ({ rawHeaders, sdkId }: Entry) => `${findHeader(rawHeaders, 'user-agent') ?? ''} ${sdkId ?? ''}`

const lineOf = (entry: Entry, path: string, status: number): RequestLine => {
  const { method, milliseconds = 0, scenario, note, notes: choices, fault, failure, page } = entry
  const notes = [
    fault && `fault ${fault.id}`,
    failure && describeFailure(failure),
    ...choices,
    page && `its page: ${page}`,
  ]
  const noted = notes.filter((text) => text !== undefined).join('; ')
  return {
    method,
    path,
    status,
    ms: milliseconds,
    ...(scenario !== undefined && { scenario }),
    ...(noted !== '' && { note: noted }),
    ...(note !== undefined && failure === undefined && { advice: note, client: clientOf(entry) }),
  }
}

const toSent = async (exchange: Exchange, reply: Reply, deps: RespondDeps): Promise<Sent> => {
  assertDocumented(reply, deps.checkAnswer)
  const headers = reply.headers === undefined ? exchange.headers : { ...exchange.headers, ...reply.headers }
  const { status, body, content, contentType, page, file, operation } = reply
  if (file !== undefined) return withBytes(status, file, headers)
  if (page !== undefined)
    return withBytes(status, { type: pageType, bytes: Buffer.from(page.html) }, { ...headers, ...page.headers })
  // The lists of the control API grow with what the server keeps.
  if (operation?.surface === 'control' && typeof body === 'object')
    return withBytes(status, { type: jsonType, bytes: await encodeInTurns(body) }, headers)
  if (content === undefined) return withBody(status, body, headers, deps.encode)
  const rendered = await renderContent(content, deps.seed)
  return withBytes(status, contentType === undefined ? rendered : { ...rendered, type: contentType }, headers)
}

const readAnyway = async ({ method, bytes }: Exchange) => {
  // What was not looked at is shown in the journal too. The client may be gone, or have sent too much.
  if (isWithoutBody(method)) return
  try {
    await bytes()
  } catch {
    // Kept as what it is: the request was answered without its body.
  }
}

/** @returns what was sent; undefined when nothing was: the client is gone, or a fault had it so */
const write = (response: Response, sent: Sent, { fault }: Entry): Sent | undefined | Promise<Sent | undefined> => {
  if (response.destroyed) return undefined
  return fault === undefined ? send(response, sent) : sendFaulty(response, sent, fault)
}

/** What cannot be written, such as a header of a fault that Node refuses, becomes an error; within an answer the end. */
const writeOrFail = async (response: Response, exchange: Exchange, sent: Sent, log: Log): Promise<Sent | undefined> => {
  try {
    return await write(response, sent, exchange.entry)
  } catch (error) {
    const failure = asYotiError(error, exchange, log)
    exchange.entry.failure = failureOf(failure)
    if (!response.headersSent) return send(response, errorResponse(failure, exchange.headers))
    response.destroy()
    return undefined
  }
}

/** Sends an answer, and notes it in the journal and in the log. */
const finish = async (
  response: Response,
  exchange: Exchange,
  { sent, reply }: { readonly sent: Sent; readonly reply?: Reply },
  { state, log, tally }: RespondDeps,
) => {
  const { entry, path, target } = exchange
  await readAnyway(exchange)
  // Answers to requests that came together are flushed in one batch: to wake a client costs more than its answer.
  await yieldToEventLoop()
  entry.sent = await writeOrFail(response, exchange, sent, log)
  entry.milliseconds = exchange.elapsed()
  state.journal.close(entry)
  if (isFromApplications(target))
    tally.request(entry, {
      base: target.surface === 'yoti' ? target.base : undefined,
      body: reply?.body,
      isResult: reply?.operation?.operationId === 'getSession',
    })
  log.request(lineOf(entry, path, entry.sent?.status ?? sent.status))
}

/** Sends what a handler replies. What fails before something is sent becomes an error. */
export type Respond = (response: Response, exchange: Exchange, reply: Reply) => Promise<void>

export const createRespond =
  (deps: RespondDeps): Respond =>
  async (response, exchange, reply) => {
    if (reply.stream === undefined)
      return finish(response, exchange, { sent: await toSent(exchange, reply, deps), reply }, deps)
    openStream(response, exchange, reply.stream)
    deps.log.request(lineOf(exchange.entry, exchange.path, reply.status))
  }

/** Answers whatever a handler throws, as an error in Yoti's shape. */
export const respondWithError =
  (deps: RespondDeps): ErrorRequestHandler =>
  // Express knows an error handler by its four parameters.
  (error: unknown, _request, response: Response, _next) => {
    const exchange = exchangeOf(response)
    const failure = asYotiError(error, exchange, deps.log)
    exchange.entry.failure = failureOf(failure)
    return finish(response, exchange, { sent: errorResponse(failure, exchange.headers) }, deps)
  }
