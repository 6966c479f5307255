import { URL } from 'node:url'
import { UsageError } from '../base/errors.js'

/** Where spans are sent, and as whose. */
export type OtlpSettings = {
  /** Takes `POST` of traces as JSON. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Of this process: `service.name` and others. */
  readonly resource: Readonly<Record<string, string>>
}

type Environment = Readonly<Record<string, string | undefined>>

const decode = (text: string, name: string) => {
  try {
    return decodeURIComponent(text.trim())
  } catch {
    throw new UsageError(`${name} has '${text.trim()}', in which a percent sign begins no character`)
  }
}

/** `key1=value1,key2=value2`, in which values may be percent-encoded (W3C baggage). */
const readPairs = (env: Environment, name: string): Record<string, string> =>
  Object.fromEntries(
    (env[name] ?? '').split(',').flatMap((pair) => {
      if (pair.trim() === '') return []
      const at = pair.indexOf('=')
      if (at < 1) throw new UsageError(`${name} takes key=value, joined by commas; got '${pair.trim()}'`)
      return [[decode(pair.slice(0, at), name), decode(pair.slice(at + 1), name)]]
    }),
  )

const readUrl = (env: Environment): string => {
  const own = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']
  const shared = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || 'http://localhost:4318'
  const name = own ? 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT' : 'OTEL_EXPORTER_OTLP_ENDPOINT'
  const text = own || `${shared.replace(/\/$/, '')}/v1/traces`
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError(`${name} names a collector such as http://localhost:4318; got '${own || shared}'`)
}

/** @throws UsageError for gRPC, which this does not speak; a collector of the other protocols takes JSON too */
const assertHttp = (env: Environment) => {
  const name = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'].find((one) => env[one])
  if (name !== undefined && env[name] === 'grpc')
    throw new UsageError(
      `${name} is grpc; spans are sent as JSON over HTTP. Set it to http/json, and the endpoint to the port for HTTP, often 4318`,
    )
}

const readTimeout = (env: Environment): number => {
  const name = ['OTEL_EXPORTER_OTLP_TRACES_TIMEOUT', 'OTEL_EXPORTER_OTLP_TIMEOUT'].find((one) => env[one])
  const text = name === undefined ? '10000' : (env[name] ?? '')
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError(`${name} takes milliseconds from 1 to 999999; got '${text}'`)
}

/**
 * The variables that OpenTelemetry's specification has for exporters.
 * @throws UsageError for a value that cannot be used
 */
export const readOtlpSettings = (env: Environment): OtlpSettings => {
  assertHttp(env)
  const own = readPairs(env, 'OTEL_RESOURCE_ATTRIBUTES')
  return {
    url: readUrl(env),
    headers: {
      ...readPairs(env, 'OTEL_EXPORTER_OTLP_HEADERS'),
      ...readPairs(env, 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'),
    },
    timeoutMs: readTimeout(env),
    resource: { ...own, 'service.name': env['OTEL_SERVICE_NAME'] || own['service.name'] || 'mock-yoti' },
  }
}
