import { URLSearchParams } from 'node:url'
import type { ControlSchema } from '../openapi/schema.js'
import type { Entry } from './entry.js'
import { readBody } from './read-body.js'
import { traceContextOf } from './trace-context.js'

/** A request as the control API shows it. */
export type RecordedRequest = ControlSchema<'RecordedRequest'>

/** Path and query of a request-target. */
const partsOf = (url: string) => {
  const at = url.indexOf('?')
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) }
}

export const pathOf = ({ url }: Entry): string => partsOf(url).path

export const queryOf = ({ url }: Entry): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(partsOf(url).query))

/** Names in lower case; what came more than once is joined by commas. */
export const headersOf = ({ rawHeaders }: Entry): Record<string, string> => {
  // A client may send a header of any name, '__proto__' too.
  const headers = new Map<string, string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    const value = rawHeaders[at + 1] ?? ''
    const earlier = headers.get(name)
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return Object.fromEntries(headers)
}

export const bodyOf = (entry: Entry): unknown => readBody(entry.body, headersOf(entry)['content-type'])

/** The application: the one that was found out, else the one that the query names. Go writes it sdkID. */
export const sdkIdOf = (entry: Entry): string | undefined =>
  entry.sdkId ??
  (entry.url.includes('?')
    ? Object.entries(queryOf(entry)).find(([name]) => name.toLowerCase() === 'sdkid')?.[1]
    : undefined)

const signatureOf = ({ verdict, note, failure }: Entry): Pick<RecordedRequest, 'signature'> => {
  if (verdict === undefined) return {}
  const explanation = verdict === 'refused' ? failure?.hint : note
  return { signature: { verdict, ...(explanation !== undefined && { explanation }), ...failure?.signing } }
}

const failureOf = ({ failure }: Entry): Pick<RecordedRequest, 'error' | 'nearMiss'> => {
  if (failure === undefined) return {}
  const { code, message, errors, hint, nearest } = failure
  return {
    error: { code, message, ...(errors && { errors: [...errors] }), ...(hint !== undefined && { hint }) },
    ...(nearest && { nearMiss: nearest }),
  }
}

const faultOf = ({ fault }: Entry): Pick<RecordedRequest, 'fault'> => {
  if (fault === undefined) return {}
  const { status, code, spoil } = fault.rule
  return { fault: { id: fault.id, ...present({ status, code, spoil, delay: fault.delay || undefined }) } }
}

const recordedAnswer = ({ sent }: Entry): Pick<RecordedRequest, 'status' | 'answer'> => {
  if (sent === undefined) return {}
  const headers = Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const body = readBody(sent.bytes, headers['content-type'])
  const size = headers['content-length']
  return {
    status: sent.status,
    answer: { headers, ...(body !== undefined && { body }), ...(size !== undefined && { bodySize: Number(size) }) },
  }
}

/** What is known of some facts. */
export const present = <Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: Exclude<Facts[Key], undefined> } =>
  // What is left has no undefined values.
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Facts]?: Exclude<Facts[Key], undefined>
  }

/** Everything that is known of a request, read from what was kept. */
export const describeRequest = (entry: Entry): RecordedRequest => {
  const { id, replica, at, method, operation, sessionId, scenario, bodySize } = entry
  const milliseconds = entry.milliseconds === undefined ? undefined : Number(entry.milliseconds.toFixed(3))
  return {
    id,
    ...(replica !== undefined && { replica }),
    at: new Date(at).toISOString(),
    matched: operation !== undefined,
    ...present({
      milliseconds,
      operation,
      sdkId: sdkIdOf(entry),
      sessionId,
      scenario,
      traceId: traceContextOf(entry)?.traceId,
      body: bodyOf(entry),
    }),
    method,
    path: pathOf(entry),
    query: queryOf(entry),
    headers: headersOf(entry),
    ...(bodySize > 0 && { bodySize }),
    ...faultOf(entry),
    ...signatureOf(entry),
    ...(entry.notes.length > 0 && { notes: [...entry.notes] }),
    ...failureOf(entry),
    ...recordedAnswer(entry),
  }
}
