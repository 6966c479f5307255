import { literal, objectLiteral, quote } from '../core/action.js'
import { root, serverUrl } from '../core/address.js'
import type { RecordedRequest } from '../core/types.js'

/** Headers that a client sets by itself. */
const automatic =
  /^(?:host|content-length|connection|user-agent|accept|accept-encoding|accept-language|sec-.*|expect|transfer-encoding|origin|referer)$/
const signing = /^(?:x-yoti-auth-digest|authorization|x-yoti-auth-token)$/

const queryOf = ({ query }: RecordedRequest, without: readonly string[] = []) => {
  const given = Object.entries(query).filter(([name]) => !without.includes(name.toLowerCase()))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** What an unsigned request leaves out: an application with a key that does not sign is refused, one without a name is not. */
const unsigned = ({ headers }: RecordedRequest) =>
  Object.keys(headers).some((name) => signing.test(name)) ? ['sdkid', 'nonce', 'timestamp'] : ['nonce', 'timestamp']

const headersOf = ({ headers }: RecordedRequest, isSigned: boolean) =>
  Object.entries(headers).filter(([name]) => !automatic.test(name) && (isSigned || !signing.test(name)))

const bodyOf = ({ body }: RecordedRequest) =>
  body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)

/** The request as a command. Nonces are not remembered, so a signed one can be sent again as it is. */
export const asCurl = (request: RecordedRequest, isSigned: boolean): string => {
  const body = bodyOf(request)
  const query = queryOf(request, isSigned ? [] : unsigned(request))
  const url = `${serverUrl}${request.path}${query}`
  return [
    `curl -i${request.method === 'GET' ? '' : ` -X ${request.method}`} ${quote(url)}`,
    ...headersOf(request, isSigned).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-binary ${quote(body)}`]),
  ].join(' \\\n  ')
}

const fetchLines = (request: RecordedRequest, url: string, isSigned = false): string => {
  const body = bodyOf(request)
  const headers = headersOf(request, isSigned)
  const options = [
    ...(request.method === 'GET' ? [] : [`method: '${request.method}'`]),
    ...(headers.length === 0 ? [] : [`headers: ${objectLiteral(Object.fromEntries(headers))}`]),
    ...(body === undefined
      ? []
      : [typeof request.body === 'string' ? `body: ${literal(body)}` : `body: JSON.stringify(${body})`]),
  ]
  return options.length === 0 ? `fetch(${url})` : `fetch(${url}, {\n    ${options.join(',\n    ')},\n  })`
}

/** The request as a line of JavaScript, unsigned. */
export const asFetch = (request: RecordedRequest): string =>
  `const response = await ${fetchLines(request, literal(`${serverUrl}${request.path}${queryOf(request, unsigned(request))}`))}`

/** Where the template of a test has the session's id. */
const placeholder = ['$', '{session_id}'].join('')

/** A text inside a template literal. */
const inTemplate = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')

/** Whether its signature is why it was answered so: unsigned it would be answered otherwise. */
const isRefused = ({ status, signature }: RecordedRequest) => status === 401 && signature !== undefined

/** What of the path is the session's own, and would be another one in a test. */
const inTest = (request: RecordedRequest) => {
  const { sessionId, operation, scenario } = request
  const path = inTemplate(request.path)
  const query = inTemplate(queryOf(request, isRefused(request) ? [] : unsigned(request)))
  const isOfSession = sessionId !== undefined && operation !== 'createSession' && path.includes(sessionId)
  // A named session is there in each server, and what is signed stays as it was signed.
  const isCreated = isOfSession && scenario !== undefined && scenario !== sessionId && !isRefused(request)
  if (!isCreated) return { isCreated, url: `\`\${yoti.url}${path}${query}\`` }
  return { isCreated, url: `\`\${yoti.url}${path.replace(sessionId, placeholder)}${query}\`` }
}

/** A whole test: the state that was, the request, and what is expected of the answer. */
export const asTest = (request: RecordedRequest): string => {
  const { method, path, status, scenario, fault, operation, error } = request
  const { isCreated, url } = inTest(request)
  const what = error === undefined ? String(status ?? 'nothing') : `${status} ${error.code}`
  const setUp = [
    ...(isCreated && scenario !== undefined
      ? [`const { session_id } = await yoti.control.sessions.start({ scenario: ${literal(scenario)} })`]
      : []),
    ...(operation === 'createSession' && scenario !== undefined
      ? [`await yoti.control.nextSession({ scenario: ${literal(scenario)} })`]
      : []),
    ...(fault === undefined
      ? []
      : [
          `await yoti.control.faults.add(${objectLiteral({
            operation,
            ...(fault.status !== undefined && { status: fault.status }),
            ...(fault.code !== undefined && { code: fault.code }),
            ...(fault.spoil !== undefined && { spoil: fault.spoil }),
            ...(fault.delay !== undefined && { delay: fault.delay }),
          })})`,
        ]),
  ]
  const lines = [
    'await using yoti = await startMockYoti()',
    ...setUp,
    `const response = await ${fetchLines(request, url, isRefused(request))}`,
    ...(status === undefined ? [] : [`expect(response.status).toBe(${status})`]),
    ...(operation === undefined ? [] : [`await ${verifyCall(request, 'exactly')}`]),
  ]
  return `import { startMockYoti } from 'mock-yoti'
import { expect, test } from 'vitest'

test(${literal(`${method} ${path} answers ${what}`)}, async () => {
  ${lines.join('\n  ')}
})
`
}

const verifyCall = ({ operation, status }: RecordedRequest, count: 'exactly' | 'atLeast') =>
  `yoti.control.requests.verify(${objectLiteral({ operation, status, [count]: 1 })})`

/** Makes a test fail unless such a request came. */
export const asVerification = (request: RecordedRequest): string =>
  `await yoti.control.requests.verify(${objectLiteral({
    operation: request.operation,
    method: request.operation === undefined ? request.method : undefined,
    path: request.operation === undefined ? request.path : undefined,
    status: request.status,
    sessionId: request.sessionId,
    atLeast: 1,
  })})`

const pairs = (map: Readonly<Record<string, string>>) => Object.entries(map).map(([name, value]) => ({ name, value }))

/** One entry of a HAR file (1.2). */
export const asHar = (request: RecordedRequest): string => {
  const { at, milliseconds = 0, method, path, query, headers, status, answer } = request
  const body = bodyOf(request)
  const answered = answer?.body
  const text = answered === undefined ? undefined : typeof answered === 'string' ? answered : JSON.stringify(answered)
  const visible = Object.fromEntries(Object.entries(headers).filter(([name]) => !signing.test(name)))
  const entry = {
    startedDateTime: at,
    time: milliseconds,
    request: {
      method,
      url: `${new URL(path.replace(/^\//, ''), root).href}${queryOf({ ...request, query })}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(visible),
      queryString: pairs(query),
      headersSize: -1,
      bodySize: request.bodySize ?? 0,
      ...(body !== undefined && { postData: { mimeType: headers['content-type'] ?? '', text: body } }),
    },
    response: {
      status: status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(answer?.headers ?? {}),
      content: {
        size: answer?.bodySize ?? 0,
        mimeType: answer?.headers['content-type'] ?? '',
        ...(text !== undefined && { text }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: answer?.bodySize ?? -1,
    },
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
  }
  const log = { version: '1.2', creator: { name: 'mock-yoti', version: '1' }, entries: [entry] }
  return JSON.stringify({ log }, undefined, 2)
}
