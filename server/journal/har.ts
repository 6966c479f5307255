import { URL, URLSearchParams } from 'node:url'
import { bodyOf, describeRequest } from './describe-request.js'
import type { Entry, Sent } from './entry.js'

/** HAR 1.2: http://www.softwareishard.com/blog/har-12-spec/ */
type NameValue = { readonly name: string; readonly value: string }

type Har = Readonly<Record<string, unknown>> & { readonly entries: readonly Readonly<Record<string, unknown>>[] }

export type HarOptions = {
  /** The server's own, which the addresses of requests begin with. */
  readonly address: string
  readonly version: string
  /** Whether what signs and authorizes requests is kept. */
  readonly keepsSecrets: boolean
}

const secretHeaders = ['authorization', 'x-yoti-auth-digest', 'proxy-authorization', 'cookie', 'set-cookie']
const secretParameters = ['sessiontoken', 'client_secret', 'client_assertion']
const redacted = '[redacted]'

/** Of a body more than this is not kept, so that one as long may have been cut. */
const mostKept = 65_536

const pairs = (rawHeaders: readonly string[]): NameValue[] => {
  const found: NameValue[] = []
  for (let at = 0; at < rawHeaders.length; at += 2)
    found.push({ name: rawHeaders[at] ?? '', value: rawHeaders[at + 1] ?? '' })
  return found
}

const hide = (given: readonly NameValue[], secret: readonly string[], { keepsSecrets }: HarOptions): NameValue[] =>
  given.map(({ name, value }) => ({
    name,
    value: !keepsSecrets && secret.includes(name.toLowerCase()) ? redacted : value,
  }))

const headersOf = (given: readonly NameValue[], options: HarOptions) => hide(given, secretHeaders, options)

/** Where a request went. `OPTIONS *` has a target that is no path; what no address can have stands in one all the same. */
const addressOf = (target: string, address: string) => {
  const whole = `${address}${target.startsWith('/') ? '' : '/'}${target}`
  return URL.canParse(whole) ? new URL(whole).href : `${address}/${encodeURIComponent(target)}`
}

/** The target with its secrets hidden; parameters that are repeated stay as they are. */
const targetOf = (url: string, options: HarOptions): { readonly url: string; readonly queryString: NameValue[] } => {
  const at = url.indexOf('?')
  const path = at === -1 ? url : url.slice(0, at)
  const given = [...new URLSearchParams(at === -1 ? '' : url.slice(at + 1))].map(([name, value]) => ({ name, value }))
  const queryString = hide(given, secretParameters, options)
  const isHidden = queryString.some(({ value }, index) => value !== given[index]?.value)
  const query = isHidden
    ? `?${new URLSearchParams(queryString.map(({ name, value }): [string, string] => [name, value]))}`
    : url.slice(path.length)
  return { url: addressOf(`${path}${query}`, options.address), queryString }
}

const find = (headers: readonly NameValue[], wanted: string) =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? ''

const textOf = (body: unknown): string | undefined =>
  body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)

const requestOf = (entry: Entry, options: HarOptions) => {
  const { method, url, rawHeaders, bodySize, body } = entry
  const given = pairs(rawHeaders)
  const text = textOf(bodyOf(entry))
  const isCut = body !== undefined && body.length < bodySize
  const postData = {
    mimeType: find(given, 'content-type'),
    text: text ?? '',
    ...((isCut || text === undefined) && { comment: isCut ? `cut at ${body.length} bytes` : 'no text' }),
  }
  return {
    method,
    ...targetOf(url, options),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(given, options),
    ...(bodySize > 0 && { postData }),
    headersSize: -1,
    bodySize: bodySize > 0 ? bodySize : 0,
  }
}

const isText = (type: string) => /json|text/i.test(type)

const contentOf = ({ headers, bytes }: Sent) => {
  const [, type = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? []
  const [, length] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length') ?? []
  const size = Number(length ?? bytes?.length ?? 0)
  if (bytes === undefined || size === 0) return { size, mimeType: type || 'x-unknown' }
  if (!isText(type)) return { size, mimeType: type, comment: 'media are left out' }
  const isCut = size > mostKept
  return {
    size,
    mimeType: type,
    text: Buffer.from(bytes).toString('utf8'),
    ...(isCut && { comment: `cut at ${bytes.length} bytes` }),
  }
}

const responseOf = (sent: Sent, options: HarOptions) => {
  const given = Object.entries(sent.headers).map(([name, value]) => ({ name, value }))
  const content = contentOf(sent)
  return {
    status: sent.status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(given, options),
    content,
    redirectURL: find(given, 'location'),
    headersSize: -1,
    bodySize: content.size,
  }
}

/** What only this server knows of a request. */
const ownFacts = (entry: Entry) => {
  const { id, operation, sdkId, sessionId, scenario, traceId, signature, notes, nearMiss, fault, error } =
    describeRequest(entry)
  return { id, operation, sdkId, sessionId, scenario, traceId, signature, notes, nearMiss, fault, error }
}

/** Requests and their answers as an archive that browsers, Postman, k6 and Playwright read. */
export const writeHar = (entries: readonly Entry[], options: HarOptions): Har => ({
  version: '1.2',
  creator: { name: 'mock-yoti', version: options.version },
  entries: entries.flatMap((entry) => {
    const { sent, milliseconds } = entry
    if (sent === undefined || milliseconds === undefined) return []
    return {
      startedDateTime: new Date(entry.at).toISOString(),
      time: milliseconds,
      request: requestOf(entry, options),
      response: responseOf(sent, options),
      cache: {},
      timings: { send: 0, wait: milliseconds, receive: 0 },
      _mockYoti: ownFacts(entry),
    }
  }),
})
