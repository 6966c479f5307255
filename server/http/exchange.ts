import type { Writable } from 'node:stream'
import type { Request, Response } from 'express'
import type { IncomingRequest } from '../auth/incoming-request.js'
import { splitTarget } from '../auth/signed-message.js'
import { startStopwatch } from '../base/clock.js'
import type { Ids } from '../base/ids.js'
import type { Maybe } from '../base/maybe.js'
import type { MediaContent } from '../engine/results/find-media.js'
import { createEntry, type Entry } from '../journal/entry.js'
import type { Surface } from '../openapi/validators.js'
import type { State } from '../state/state.js'
import { readBytes } from './body.js'
import type { InFlight } from './in-flight.js'
import { isFromApplications, parseTarget, type Target } from './target.js'

/** One request and what belongs to its answer. What is found out about it is noted in its entry of the journal. */
export type Exchange<Surface extends Target['surface'] = Target['surface']> = IncomingRequest & {
  readonly target: Extract<Target, { surface: Surface }>
  /** The path as it was sent. */
  readonly path: string
  readonly entry: Entry
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds since the request began. */
  readonly elapsed: () => number
}

/** A successful answer; `operation` says which part of the documents describes it. */
export type Reply = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes in place of a body, rendered when they are sent. */
  readonly content?: MediaContent
  /** In place of their own type. */
  readonly contentType?: string
  /** Events in place of a body: the answer stays open. */
  readonly stream?: (client: Writable) => void
  /** A page for people in place of a body. */
  readonly page?: { readonly headers: Readonly<Record<string, string>>; readonly html: string }
  /** A file in place of a body. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array }
  readonly operation?: { readonly surface: Surface; readonly operationId: string }
}

/** Answers the requests of a surface. @throws YotiError for every answer that is not a success */
export type Handle<Of extends Target['surface']> = (exchange: Exchange<Of>) => Maybe<Reply>

/** A request's bytes, read when they are first asked for and noted in its entry. */
const readOnce = (request: Request, entry: Entry): (() => Maybe<Buffer>) => {
  let reading: Maybe<Buffer> | undefined
  const note = (bytes: Buffer) => {
    entry.body = bytes
    entry.bodySize = bytes.length
    reading = bytes
    return bytes
  }
  return () => {
    if (reading === undefined) {
      const bytes = readBytes(request)
      if (!(bytes instanceof Promise)) return note(bytes)
      reading = bytes.then(note)
    }
    return reading
  }
}

export type OpenDeps = { readonly state: Pick<State, 'journal'>; readonly ids: Ids; readonly inFlight: InFlight }

/** Begins the exchange of a request; the handlers find it with `exchangeOf`. */
export const openExchange =
  ({ state, ids, inFlight }: OpenDeps) =>
  (request: Request, response: Response): Exchange => {
    const elapsed = startStopwatch()
    const { method = 'GET', url = '/', rawHeaders } = request
    const { path, query } = splitTarget(url)
    const target = parseTarget(path, rawHeaders)
    const opening = { method, url, rawHeaders }
    const entry = isFromApplications(target) ? state.journal.open(opening) : createEntry(opening)
    const exchange: Exchange = {
      method,
      url,
      path,
      query,
      rawHeaders,
      bytes: readOnce(request, entry),
      target,
      entry,
      headers: { 'x-request-id': ids.random() },
      elapsed,
    }
    inFlight.add(response, exchange)
    return exchange
  }

/** The exchange that a response belongs to. */
export const exchangeOf = (response: Response): Exchange =>
  // Set before Express has it.
  response.locals['exchange'] as Exchange
