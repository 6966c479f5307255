import { URL } from 'node:url'
import type { Attempt, Delivery } from '../../engine/notifications/delivery.js'
import type { Entry } from '../../journal/entry.js'
import { traceContextOf } from '../../journal/trace-context.js'
import { baseOf, routeOf } from '../metrics/route.js'

// OpenTelemetry: opentelemetry-proto's trace.proto as JSON (docs/specification.md of OTLP), and the semantic conventions for HTTP.

type Value = { readonly stringValue: string } | { readonly intValue: string }
type Attribute = { readonly key: string; readonly value: Value }

const kinds = { server: 2, client: 3 } as const
/** A span that went well has no status. */
const failed = { code: 2 } as const

/** What a request or an attempt was, as a collector takes it. */
export type Span = {
  /** 32 and 16 hexadecimal digits. */
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: 2 | 3
  /** Since 1970, in real time. */
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code?: 2 }
}

/** @returns the attributes that have a value */
export const attributesOf = (values: Readonly<Record<string, string | number | undefined>>): Attribute[] =>
  Object.entries(values).flatMap(([key, value]): Attribute[] => {
    if (value === undefined) return []
    return [{ key, value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value } }]
  })

const timesOf = (end: number, milliseconds: number) => {
  const nanoseconds = (ms: number) => String(BigInt(Math.round(ms * 1000)) * 1000n)
  return { startTimeUnixNano: nanoseconds(end - milliseconds), endTimeUnixNano: nanoseconds(end) }
}

/** Makes 32 hexadecimal digits that no other trace has. */
type RandomHex = () => string

/** The digits of a UUID begin at random and end so; its version stands in the middle. */
const spanIdOf = (randomHex: RandomHex) => {
  const digits = randomHex()
  return `${digits.slice(0, 8)}${digits.slice(-8)}`
}

/**
 * The span of a request of an application that was just answered.
 * @param now milliseconds since 1970, in real time
 * @returns undefined when its `traceparent` says that the trace is not recorded
 */
export const requestSpan = (
  entry: Entry,
  { base, scheme, now, randomHex }: { base: string | undefined; scheme: string; now: number; randomHex: RandomHex },
): Span | undefined => {
  const context = traceContextOf(entry)
  if (context?.isSampled === false) return undefined
  const { method, operation, sent, failure, milliseconds = 0 } = entry
  const route = routeOf({ operation, base: baseOf(base) })
  const status = sent?.status
  const isFailed = status === undefined || status >= 500
  return {
    traceId: context?.traceId ?? randomHex(),
    spanId: spanIdOf(randomHex),
    ...(context !== undefined && { parentSpanId: context.parentId }),
    name: route === undefined ? method : `${method} ${route}`,
    kind: kinds.server,
    ...timesOf(now, milliseconds),
    attributes: attributesOf({
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': status,
      'url.path': entry.url.split('?')[0],
      'url.scheme': scheme,
      'error.type': isFailed ? (failure?.code ?? String(status ?? 'no_answer')) : undefined,
      'mock_yoti.operation': operation,
      'mock_yoti.scenario': entry.scenario,
      'mock_yoti.session_id': entry.sessionId,
      'mock_yoti.sdk_id': entry.sdkId,
      'mock_yoti.verdict': entry.verdict,
      'mock_yoti.error_code': failure?.code,
      'mock_yoti.request': entry.id === 0 ? undefined : entry.id,
    }),
    status: isFailed ? failed : {},
  }
}

/** The span of an attempt to send a webhook that has just ended. */
export const attemptSpan = (
  { sessionId, sdkId, topic, endpoint, id }: Delivery,
  { status, error, milliseconds }: Attempt,
  { nth, now, randomHex }: { nth: number; now: number; randomHex: RandomHex },
): Span => {
  const { hostname, port, protocol, pathname } = new URL(endpoint)
  const isFailed = error !== undefined || status === undefined || status >= 400
  return {
    traceId: randomHex(),
    spanId: spanIdOf(randomHex),
    name: 'POST',
    kind: kinds.client,
    ...timesOf(now, milliseconds),
    attributes: attributesOf({
      'http.request.method': 'POST',
      'http.request.resend_count': nth === 0 ? undefined : nth,
      'http.response.status_code': status,
      'server.address': hostname,
      'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
      'url.path': pathname,
      'url.scheme': protocol.slice(0, -1),
      'error.type': isFailed ? String(status ?? 'no_answer') : undefined,
      'mock_yoti.topic': topic,
      'mock_yoti.session_id': sessionId,
      'mock_yoti.sdk_id': sdkId,
      'mock_yoti.delivery': id,
    }),
    status: isFailed ? failed : {},
  }
}
