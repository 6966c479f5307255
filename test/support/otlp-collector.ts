import type { IncomingHttpHeaders } from 'node:http'
import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import { listenLocally } from './receiver.js'

type Message = { readonly resourceSpans: readonly ResourceSpans[] }
type Attributes = readonly { readonly key: string; readonly value: Readonly<Record<string, string>> }[]
type Span = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: Attributes
  readonly status: { readonly code?: number }
}
type ResourceSpans = {
  readonly resource: { readonly attributes: Attributes }
  readonly scopeSpans: readonly {
    readonly scope: { readonly name: string; readonly version: string }
    readonly spans: readonly Span[]
  }[]
}

/** OpenTelemetry's own definition of what is posted, as its JavaScript exporters have it. */
const { opentelemetry } = createRequire(import.meta.url)('@opentelemetry/otlp-transformer/build/src/generated/root.js')
const Request = opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest

/** What is lost, changed or refused when OpenTelemetry's own code reads a message and writes it again. */
const problemsOf = (message: object): string[] => {
  const read = Request.fromObject(message)
  const written = Request.toObject(read, { longs: String, bytes: String })
  return [Request.verify(read) ?? [], isDeepStrictEqual(written, message) ? [] : JSON.stringify(written)].flat()
}

const values = (attributes: Attributes) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

type Posted = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly resource: object
  readonly spans: readonly (Span & { readonly values: Readonly<Record<string, string | undefined>> })[]
}

/** A collector that takes everything, and notes what the protocol does not allow. */
export type Collector = AsyncDisposable & {
  readonly url: string
  readonly requests: readonly Posted[]
  readonly problems: readonly string[]
  readonly spans: () => Posted['spans'][number][]
}

export const openCollector = async (): Promise<Collector> => {
  const requests: Posted[] = []
  const problems: string[] = []
  const server = await listenLocally(async (request, response) => {
    const message: Message = JSON.parse(Buffer.concat(await request.toArray()).toString())
    problems.push(...problemsOf(message))
    for (const { resource, scopeSpans } of message.resourceSpans)
      for (const { spans } of scopeSpans)
        requests.push({
          path: request.url ?? '',
          headers: request.headers,
          resource: values(resource.attributes),
          spans: spans.map((span) => ({ ...span, values: values(span.attributes) })),
        })
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  return {
    url: new URL(server.url).origin,
    requests,
    problems,
    spans: () => requests.flatMap(({ spans }) => spans),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
