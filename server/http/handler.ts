import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as theOthers } from 'node:timers/promises'
import { splitTarget } from '../auth/signed-message.js'
import { startStopwatch } from '../base/clock.js'
import { YotiError } from '../base/errors.js'
import type { Log, RequestLine } from '../base/log.js'
import { renderContent } from '../engine/results/render-content.js'
import { Entry, type Sent } from '../journal/entry.js'
import type { CheckAnswer } from '../openapi/validators.js'
import type { Journal } from '../state/memory/journal.js'
import { readBytes } from './body.js'
import { errorAnswer } from './error-response.js'
import type { Answer, AnswerDeps } from './exchange.js'
import { type Incoming, withoutBody } from './parse-request.js'
import { send, withBody, withBytes } from './send.js'
import { sendSpoiled } from './send-faulty.js'
import { answer } from './surfaces.js'
import { isFromApplications, parseTarget } from './target.js'

export type HandlerDeps = AnswerDeps & {
  readonly log: Log
  readonly journal: Journal
  /** What people and documents are generated from, beside the session's id. */
  readonly seed: string
  /** Given when every answer is checked against its document. */
  readonly checkAnswer?: CheckAnswer
}

const pageType = 'text/html; charset=utf-8'

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

const lineOf = (
  { method, milliseconds = 0, scenario, note, notes: choices, fault, failure }: Entry,
  path: string,
  status: number,
): RequestLine => {
  const notes = [fault && `fault ${fault.id}`, failure === undefined ? note : noteOf(failure), ...choices]
  const told = notes.filter((text) => text !== undefined).join('; ')
  return {
    method,
    path,
    status,
    ms: milliseconds,
    ...(scenario !== undefined && { scenario }),
    ...(told !== '' && { note: told }),
  }
}

/** A request's bytes, read when they are first asked for and noted in its entry. */
const readOnce = (request: IncomingMessage, entry: Entry): (() => Promise<Buffer>) => {
  let reading: Promise<Buffer> | undefined
  const read = async () => {
    const bytes = await readBytes(request)
    entry.body = bytes
    entry.bodySize = bytes.length
    return bytes
  }
  return () => {
    reading ??= read()
    return reading
  }
}

/** Decides what is sent. Whatever fails becomes an error in Yoti's shape, and stands in the entry. */
const decideAnswer = async (
  incoming: Incoming,
  headers: Readonly<Record<string, string>>,
  deps: HandlerDeps,
): Promise<Sent> => {
  try {
    const found = await answer(incoming, deps)
    mustFitDocument(found, deps.checkAnswer)
    const { status, body, content, page } = found
    if (page !== undefined)
      return withBytes(status, { type: pageType, bytes: Buffer.from(page.html) }, { ...headers, ...page.headers })
    if (content === undefined) return withBody(status, body, headers)
    return withBytes(status, await renderContent(content, deps.seed), headers)
  } catch (error) {
    const failure = asYotiError(error, deps.log)
    incoming.entry.failure = failure
    return errorAnswer(failure, headers)
  }
}

const readAnyway = async ({ method, bytes }: Incoming) => {
  // What was not looked at is shown in the journal too. The client may be gone, or have sent too much.
  if (!withoutBody.includes(method)) await bytes().catch(() => undefined)
}

/** @returns what was sent; undefined when nothing was: the client is gone, or a fault had it so */
const write = (
  response: ServerResponse,
  sent: Sent,
  { fault }: Entry,
): Sent | undefined | Promise<Sent | undefined> => {
  if (response.destroyed) return undefined
  return fault === undefined ? send(response, sent) : sendSpoiled(response, sent, fault)
}

export const createHandler =
  (deps: HandlerDeps): Handler =>
  async (request, response) => {
    const elapsed = startStopwatch()
    const { method = 'GET', url = '/', rawHeaders } = request
    const { path, query } = splitTarget(url)
    const target = parseTarget(path)
    const entry = new Entry({ at: deps.clocks.of(undefined).now(), method, url, rawHeaders })
    if (isFromApplications(target)) deps.journal.open(entry)
    const incoming = { method, url, query, rawHeaders, bytes: readOnce(request, entry), target, entry }
    const sent = await decideAnswer(incoming, { 'x-request-id': deps.ids.random() }, deps)
    await readAnyway(incoming)
    // Requests that came together are answered together: to wake a client costs more than its answer.
    await theOthers()
    const written = await write(response, sent, entry)
    deps.journal.close(entry, written, elapsed())
    deps.log.request(lineOf(entry, path, sent.status))
  }
