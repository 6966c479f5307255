import type { ErrorRequestHandler, Response } from 'express'
import { YotiError } from '../base/errors.js'
import { findHeader } from '../base/find-header.js'
import type { Log, RequestLine } from '../base/log.js'
import type { Maybe } from '../base/maybe.js'
import type { Tally } from '../control/metrics/tally.js'
import type { TraceExporter } from '../control/traces/trace-exporter.js'
import { renderContent } from '../engine/results/render-content.js'
import type { Entry, Failure, Sent } from '../journal/entry.js'
import type { CheckAnswer } from '../openapi/validators.js'
import type { State } from '../state/state.js'
import { createBatch } from './batch.js'
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
  readonly traces?: TraceExporter | undefined
  readonly isTls: boolean
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

const failureOf = ({ code, message, details: { errors, hint, signing, nearest } }: YotiError): Failure => ({
  code,
  message,
  ...(errors && { errors }),
  ...(hint !== undefined && { hint }),
  ...(signing && { signing }),
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

const notesOf = ({ notes, fault, failure, page }: Entry): string | undefined => {
  // Most requests have none.
  if (fault === undefined && failure === undefined && page === undefined && notes.length === 0) return undefined
  return [fault && `fault ${fault.id}`, failure && describeFailure(failure), ...notes, page && `its page: ${page}`]
    .filter((text) => text !== undefined)
    .join('; ')
}

const lineOf = (entry: Entry, path: string, status: number): RequestLine => {
  const { method, milliseconds = 0, scenario, note, failure } = entry
  const advice = failure === undefined ? note : undefined
  return {
    method,
    path,
    status,
    ms: milliseconds,
    scenario,
    note: notesOf(entry),
    advice,
    client: advice === undefined ? '' : clientOf(entry),
  }
}

const toSent = (exchange: Exchange, reply: Reply, deps: RespondDeps): Maybe<Sent> => {
  assertDocumented(reply, deps.checkAnswer)
  const headers = reply.headers === undefined ? exchange.headers : { ...exchange.headers, ...reply.headers }
  const { status, body, content, contentType, page, file, operation } = reply
  if (file !== undefined) return withBytes(status, file, headers)
  if (page !== undefined)
    return withBytes(status, { type: pageType, bytes: Buffer.from(page.html) }, { ...headers, ...page.headers })
  // The lists of the control API grow with what the server keeps.
  if (operation?.surface === 'control' && typeof body === 'object')
    return encodeInTurns(body).then((bytes) => withBytes(status, { type: jsonType, bytes }, headers))
  if (content === undefined) return withBody(status, body, headers, deps.encode)
  return renderContent(content, deps.seed).then((rendered) =>
    withBytes(status, contentType === undefined ? rendered : { ...rendered, type: contentType }, headers),
  )
}

/** What was not looked at is shown in the journal too. At once where there is nothing left to read. */
const readAnyway = ({ method, bytes }: Exchange): Maybe<unknown> => {
  if (isWithoutBody(method)) return undefined
  const reading = bytes()
  // The client may be gone, or have sent too much: the request was answered without its body.
  return reading instanceof Promise ? reading.catch(() => undefined) : reading
}

/** An answer that is ready to be sent. */
type Answer = {
  readonly response: Response
  readonly exchange: Exchange
  readonly sent: Sent
  /** What a handler replied; nothing for an error. */
  readonly reply?: Reply
}

/** @returns what was sent; undefined when nothing was: the client is gone, or a fault had it so */
const write = ({ response, exchange: { entry }, sent }: Answer): Maybe<Sent | undefined> => {
  if (response.destroyed) return undefined
  return entry.fault === undefined ? send(response, sent) : sendFaulty(response, sent, entry.fault)
}

/** What cannot be written, such as a header of a fault that Node refuses, becomes an error; within an answer the end. */
const writeFailure = ({ response, exchange }: Answer, error: unknown, log: Log): Sent | undefined => {
  const failure = asYotiError(error, exchange, log)
  exchange.entry.failure = failureOf(failure)
  if (!response.headersSent) return send(response, errorResponse(failure, exchange.headers))
  response.destroy()
  return undefined
}

const writeOrFail = (answer: Answer, log: Log): Maybe<Sent | undefined> => {
  try {
    const written = write(answer)
    return written instanceof Promise ? written.catch((error: unknown) => writeFailure(answer, error, log)) : written
  } catch (error) {
    return writeFailure(answer, error, log)
  }
}

/** Notes an answer that was sent: in the journal, in the counts and in the log. */
const note = (
  { exchange, sent, reply }: Answer,
  written: Sent | undefined,
  { state, log, tally, traces, isTls }: RespondDeps,
) => {
  const { entry, path, target } = exchange
  entry.sent = written
  entry.milliseconds = exchange.elapsed()
  state.journal.close(entry)
  if (isFromApplications(target)) {
    const base = target.surface === 'yoti' ? target.base : undefined
    const isResult = reply?.operation?.operationId === 'getSession'
    tally.request(entry, { base, body: reply?.body, isResult })
    traces?.request(entry, base, isTls ? 'https' : 'http')
  }
  log.request(lineOf(entry, path, (written ?? sent).status))
}

/** The client has its answer already: what fails from here on is told to the log only. */
const noteOrFail = (answer: Answer, written: Sent | undefined, deps: RespondDeps) => {
  try {
    note(answer, written, deps)
  } catch (error) {
    deps.log.error(`request ${answer.exchange.headers['x-request-id']} could not be noted`, error)
  }
}

/**
 * Sends answers, those of one turn of the event loop together and with nothing in between: to wake a client costs more than
 * its answer.
 */
const createSendTogether = (deps: RespondDeps) =>
  createBatch((answers: readonly Answer[]) => {
    const written = answers.map((answer) => writeOrFail(answer, deps.log))
    for (const [index, answer] of answers.entries()) {
      const sent = written[index]
      if (sent instanceof Promise) void sent.then((late) => noteOrFail(answer, late, deps))
      else noteOrFail(answer, sent, deps)
    }
  })

/** Sends what a handler replies, or the error that it threw. */
export type Respond = {
  readonly withReply: (response: Response, exchange: Exchange, reply: Reply) => Maybe<void>
  readonly withError: ErrorRequestHandler
}

export const createRespond = (deps: RespondDeps): Respond => {
  const sendTogether = createSendTogether(deps)
  const finish = (answer: Answer): Maybe<void> => {
    const reading = readAnyway(answer.exchange)
    return reading instanceof Promise ? reading.then(() => sendTogether(answer)) : sendTogether(answer)
  }
  return {
    withReply: (response, exchange, reply) => {
      if (reply.stream !== undefined) {
        openStream(response, exchange, reply.stream)
        return deps.log.request(lineOf(exchange.entry, exchange.path, reply.status))
      }
      const sent = toSent(exchange, reply, deps)
      if (!(sent instanceof Promise)) return finish({ response, exchange, sent, reply })
      return sent.then((rendered) => finish({ response, exchange, sent: rendered, reply }))
    },
    // Express knows an error handler by its four parameters.
    withError: (error: unknown, _request, response: Response, _next) => {
      const exchange = exchangeOf(response)
      const failure = asYotiError(error, exchange, deps.log)
      exchange.entry.failure = failureOf(failure)
      return finish({ response, exchange, sent: errorResponse(failure, exchange.headers) })
    },
  }
}
