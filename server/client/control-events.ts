import type { IncomingMessage } from 'node:http'
import { UsageError } from '../base/errors.js'
import { type HttpResult, readResult } from '../base/http-client.js'
import { judgeEventTypes } from '../openapi/event-types.js'
import type { ControlSchema } from '../openapi/schema.js'

/** What the stream of events sends. */
export type ControlEvent = ControlSchema<'ControlEvent'>

/** @throws UsageError for what is no list of types of events, naming the nearest type */
export const assertEventTypes = (types: readonly string[] | undefined): void => {
  if (types === undefined) return
  if (!Array.isArray(types)) throw new UsageError(`events: 'types' must be a list, not ${JSON.stringify(types)}`)
  const [problem] = judgeEventTypes(types.map(String))
  if (problem !== undefined) throw new UsageError(`events: ${problem}`)
}

/** Which events are meant; all from now on unless said. */
export type EventOptions = {
  /** `hello` and `gap` always come. */
  readonly types?: readonly ControlEvent['type'][]
  /** Only what is about this application, or about none. */
  readonly sdkId?: string
  /** The `id` of the last event that came: go on after it. */
  readonly after?: string
}

/** The events of a server. The first is `hello`: when it has come, nothing is missed any more. */
export type ControlEvents = AsyncIterableIterator<ControlEvent> &
  AsyncDisposable & {
    /** Ends the stream; a `next` that waits resolves. */
    readonly close: () => void
  }

/** @param refuse throws the error that the answer is, when it is none of ours too */
export const assertStream = async (
  response: IncomingMessage,
  refuse: (result: HttpResult) => unknown,
): Promise<IncomingMessage> => {
  if (response.headers['content-type']?.startsWith('text/event-stream')) return response
  refuse(await readResult(response))
  throw new Error('an answer that is no stream')
}

/** One event of a stream: `id`, `event` and `data`. Comments have none of them. */
const parseFrame = (frame: string): ControlEvent | undefined => {
  const fields = new Map<string, string>()
  for (const line of frame.split('\n')) {
    const at = line.indexOf(': ')
    if (at > 0) fields.set(line.slice(0, at), line.slice(at + 2))
  }
  const data = fields.get('data')
  // The server's events are those of control.openapi.yaml, which its tests check.
  return data === undefined
    ? undefined
    : ({ id: fields.get('id'), type: fields.get('event'), data: JSON.parse(data) } as ControlEvent)
}

async function* parse(response: IncomingMessage): AsyncGenerator<ControlEvent, undefined> {
  let rest = ''
  for await (const chunk of response.setEncoding('utf8')) {
    const frames = `${rest}${chunk}`.split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) {
      const event = parseFrame(frame)
      if (event !== undefined) yield event
    }
  }
}

/** The events of a stream that is being opened. */
export const readEvents = (opening: Promise<IncomingMessage>): ControlEvents => {
  let isClosed = false
  const close = () => {
    isClosed = true
    opening.then(
      (response) => response.destroy(),
      () => undefined,
    )
  }
  // Whoever asks for an event is told why there is none.
  opening.catch(() => undefined)
  const events = (async function* () {
    try {
      yield* parse(await opening)
    } catch (error) {
      if (!isClosed) throw error
    } finally {
      close()
    }
  })()
  const end = async () => {
    close()
    return { done: true as const, value: undefined }
  }
  const iterator: ControlEvents = {
    next: () => events.next(),
    return: end,
    close,
    [Symbol.asyncIterator]: () => iterator,
    [Symbol.asyncDispose]: async () => close(),
  }
  return iterator
}
