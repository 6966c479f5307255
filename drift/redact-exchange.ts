import { URLSearchParams } from 'node:url'
import { BoundedMap } from '../server/base/bounded-map.js'
import { randomIds } from '../server/base/ids.js'
import { readJson } from '../server/base/read-json.js'
import { isContentType } from './codes.js'
import { asDistance, epoch } from './distance.js'
import {
  answerPlaces,
  notificationPlaces,
  operationAt,
  type Place,
  pathWords,
  queryPlaces,
  requestPlaces,
} from './document.js'
import type {
  Body,
  Exchange,
  Headers,
  Notification,
  RecordedBody,
  RecordedExchange,
  RecordedHeaders,
  RecordedNotification,
  Recording,
} from './exchange.js'
import { createRename, inventText } from './invent.js'
import { personalWords, type Redaction, redactJson, redactNamed } from './redact.js'
import { maskHeader } from './vocabulary.js'

/** Redacts one exchange after the other; ids keep their new names, and times the distance from their session's first. */
export type Redactor = {
  readonly exchange: (exchange: Exchange) => RecordedExchange
  readonly notification: (notification: Notification) => RecordedNotification
  readonly any: (message: Exchange | Notification) => Recording
}

/** Sessions and words above this are forgotten, the oldest first: a proxy runs for long. */
const mostRemembered = 20_000

type World = {
  readonly rename: Redaction['rename']
  readonly origins: BoundedMap<string, number>
  readonly words: BoundedMap<string, true>
}

const isPlainValue = (name: string, value: string) => {
  if (name === 'content-length' || name === 'retry-after') return /^\d{1,12}$/.test(value)
  if (name === 'accept') return value === '*/*' || isContentType(value)
  return (
    /^x-yoti-sdk(?:-version)?$/.test(name) && /^(?:(?:Node|Java|PHP|Go|Python|Ruby|\.NET)-?)?[\d.]{0,12}$/.test(value)
  )
}

/** A boundary is chosen at random, a name in a type is somebody's choice. */
const typeOf = (value: string) => value.split(';')[0]?.trim().toLowerCase() ?? ''

const redactHeader = (name: string, value: string, { rename }: World): string => {
  if (name === 'content-type') return isContentType(typeOf(value)) ? typeOf(value) : 'other'
  if (name === 'x-request-id') return rename(value)
  return isPlainValue(name, value) ? value : 'left out'
}

/** What an application sends beside these is its own affair. */
const requestHeaders: ReadonlySet<string> = new Set([
  ...['content-type', 'content-length', 'accept', 'x-yoti-sdk', 'x-yoti-sdk-version', 'x-yoti-auth-digest'],
  ...['x-yoti-auth-id', 'authorization', 'user-agent'],
])

const redactHeaders = (headers: Headers, isNamed: (name: string) => boolean, world: World): RecordedHeaders =>
  Object.fromEntries(
    headers
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      .filter(([name]) => isNamed(name))
      .map(([name, value]) => [name, redactHeader(name, value, world)]),
  )

const redactRequestHeaders = (headers: Headers, world: World) =>
  redactHeaders(headers, (name) => requestHeaders.has(name), world)

/** Words that names of headers have stay, so that a new one is seen. */
const redactResponseHeaders = (headers: Headers, { isPersonal }: Redaction, world: World) =>
  redactHeaders(
    headers.map(([name, value]) => [maskHeader(name.toLowerCase(), isPersonal), value]),
    (name) => name.length <= 64,
    world,
  )

const headerOf = (headers: Headers, wanted: string) =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''

/** The JSON of a body; undefined when it is none. */
const parseBody = (body: Body): { readonly value: unknown } | undefined => {
  if (
    !('bytes' in body) ||
    body.bytes.length === 0 ||
    !/^[\s\ufeff\xef]*[[{"\dtfn-]/.test(body.bytes.toString('latin1', 0, 64))
  )
    return undefined
  try {
    return { value: readJson(body.bytes) }
  } catch {
    return undefined
  }
}

const sizeOf = (body: Body) => ('bytes' in body ? body.bytes.length : body.size)

const redactBody = (
  body: Body,
  type: string,
  places: readonly Place[],
  redaction: Redaction,
): RecordedBody | undefined => {
  const size = sizeOf(body)
  if (size === 0) return undefined
  const parsed = parseBody(body)
  if (parsed !== undefined) return { json: redactJson(parsed.value, places, redaction) }
  return { media: { type: isContentType(type) ? type : 'other', size } }
}

const segmentsOf = (path: string) => path.split('/').slice(1)

const redactPath = (path: string, { rename }: World): string =>
  `/${segmentsOf(path)
    .map((segment) => (pathWords.has(segment) ? segment : rename(decode(segment))))
    .map(encodeURIComponent)
    .join('/')}`

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** What clients put into queries; any other name is their own affair. */
const parameterNames = /^(?:sdkid|nonce|timestamp|sessionid|sessiontoken|mediaid|includenonlatin|step)$/i

const redactQuery = (query: string, operation: string, redaction: Redaction): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value], at) => {
      const isTime = /^timestamp$/i.test(name)
      const told = isTime ? inventText(value) : redactNamed(name, value, queryPlaces(operation, name), redaction)
      return [parameterNames.test(name) ? name : `parameter_${at + 1}`, told]
    }),
  )

/** What was read of a document, and who somebody is, come as media: JSON that openapi.yaml has no properties for. */
const fieldsPlaces: readonly Place[] = [
  {
    name: 'fields',
    schema: { properties: { document_type: { type: 'string' }, issuing_country: { type: 'string' } } },
  },
]

const jsonPlaces = (operation: string, status: number) =>
  operation === 'getMediaContent' && status === 200 ? fieldsPlaces : answerPlaces(operation, status)

/** The session that a message is about, as it is called on the wire. */
const sessionIn = (
  parameters: Readonly<Record<string, string>>,
  ...bodies: readonly ({ readonly value: unknown } | undefined)[]
) => {
  const { sessionId } = parameters
  if (sessionId !== undefined) return sessionId
  const ids = bodies.map((body) => (body?.value as { readonly session_id?: unknown } | null | undefined)?.session_id)
  return ids.find((id) => typeof id === 'string') ?? ''
}

/** Where the times of a session begin: the first time that it is seen, in whole seconds. */
const originOf = (session: string, at: number, { origins }: World): number => {
  const known = origins.get(session)
  if (known !== undefined) return known
  const origin = Math.floor(at / 1000) * 1000
  origins.set(session, origin)
  return origin
}

const asWords = (name: string) =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')

const redactionOf = (origin: number, { rename, words }: World): Redaction => ({
  rename,
  origin,
  isPersonal: (name) => {
    const parts = asWords(name)
    return parts.length > 0 && parts.every((part) => words.get(part) !== undefined)
  },
})

const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])

const writtenAt = (at: number, origin: number) =>
  asDistance(new Date(at).toISOString(), origin) ?? new Date(epoch).toISOString()

const redactExchange = (exchange: Exchange, world: World): RecordedExchange => {
  const { at, method, target, status, requestBody, responseBody } = exchange
  const [path = '', query = ''] = target.split(/\?(.*)/s)
  const { operationId: operation = 'unknown', parameters = {} } = operationAt(method, path) ?? {}
  const [sent, answered] = [parseBody(requestBody), parseBody(responseBody)]
  const tell = (word: string) => world.words.set(word, true)
  personalWords(sent?.value, requestPlaces(operation), tell)
  personalWords(answered?.value, jsonPlaces(operation, status), tell)
  const origin = originOf(sessionIn(parameters, answered, sent), at, world)
  const redaction = redactionOf(origin, world)
  const types = [exchange.requestHeaders, exchange.responseHeaders].map((headers) =>
    typeOf(headerOf(headers, 'content-type')),
  )
  const request = redactBody(requestBody, types[0] ?? '', requestPlaces(operation), redaction)
  const response = redactBody(responseBody, types[1] ?? '', jsonPlaces(operation, status), redaction)
  return {
    format: 1,
    kind: 'exchange',
    at: writtenAt(at, origin),
    operation,
    request: {
      method: methods.has(method) ? method : 'OTHER',
      path: redactPath(path, world),
      query: redactQuery(query, operation, redaction),
      headers: redactRequestHeaders(exchange.requestHeaders, world),
      ...(request && { body: request }),
    },
    response: {
      status,
      headers: redactResponseHeaders(exchange.responseHeaders, redaction, world),
      ...(response && { body: response }),
    },
  }
}

const redactNotification = ({ at, headers, body }: Notification, world: World): RecordedNotification => {
  const parsed = parseBody(body)
  personalWords(parsed?.value, notificationPlaces, (word) => world.words.set(word, true))
  const origin = originOf(sessionIn({}, parsed), at, world)
  const type = typeOf(headerOf(headers, 'content-type'))
  const redacted = redactBody(body, type, notificationPlaces, redactionOf(origin, world))
  return {
    format: 1,
    kind: 'notification',
    at: writtenAt(at, origin),
    headers: redactRequestHeaders(headers, world),
    ...(redacted && { body: redacted }),
  }
}

/**
 * Takes everything out of exchanges that says who they are about.
 * @param key renames ids: the same ids get the same names under the same key. Random unless given, and never written
 */
export const createRedactor = (key: string = `${randomIds.random()}${randomIds.random()}`): Redactor => {
  const world: World = {
    rename: createRename(key),
    origins: new BoundedMap(mostRemembered),
    words: new BoundedMap(mostRemembered),
  }
  const exchange = (one: Exchange) => redactExchange(one, world)
  const notification = (one: Notification) => redactNotification(one, world)
  return { exchange, notification, any: (one) => (one.kind === 'exchange' ? exchange(one) : notification(one)) }
}
