// Requests that no client would send, but that Node's client can.
import { tame } from '../requests/generate-requests.mjs'

const nested = (open, close, depth) => `${open.repeat(depth)}${close.repeat(depth)}`
const deep = (depth) => JSON.parse(nested('[', ']', depth))

const values = [
  () => deep(60),
  () => deep(70),
  () => 'a'.repeat(5_000),
  () => 'é\u{1f600}'.repeat(2_000),
  () => '\ud800',
  () => '\u0000\u001b[31m\r\n',
  () => 1e308,
  () => -(2 ** 53),
  () => Array.from({ length: 2_000 }, (_, nth) => nth),
  () => Object.fromEntries(Array.from({ length: 500 }, (_, nth) => [`key${nth}`, nth])),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
  () => 'P999999999999D',
  () => '+275760-09-13T00:00:00.001Z',
  () => '../../../etc/passwd',
  () => '{{7*7}}<script>alert(1)</script>',
  () => `scenario:${'x'.repeat(3_000)}`,
  () => ({ type: 'ID_DOCUMENT', type2: null }),
]
const bodies = [
  () => nested('[', ']', 5_000),
  () => nested('{"a":', '}', 5_000),
  () => '['.repeat(100_000),
  () => `"${'x'.repeat(1_100_000)}"`,
  () => `${'{"a":1,'.repeat(3_000)}`,
  () => '\ufeff{}',
  () => Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
  () => '{"search_string":"\\ud800"}',
  () => '1e999',
  () => '',
]
const segments = [
  '__proto__',
  'constructor',
  '%00',
  '%ff',
  '%F0%9F%98%80',
  '..',
  '%2e%2e%2f',
  'a'.repeat(199),
  'a'.repeat(201),
  'x'.repeat(7_000),
]
const queries = [
  'sdkId=__proto__',
  'sdkId=x%0AFAKE%1b[31m',
  'sdkId=a&sdkId=b',
  'limit=-1',
  'limit=1e9',
  'sdkId[a]=b',
  `nonce=${'9'.repeat(4_000)}`,
  '%',
  'a%ff=%c3',
  '&&==&',
]
/** @type {Record<string, string>[]} */
const headers = [
  { 'X-Yoti-Auth-Digest': 'A'.repeat(6_000) },
  { 'X-Yoti-Auth-Id': '__proto__' },
  { 'X-Mock-Yoti-Scenario': 'constructor' },
  { 'X-Mock-Yoti-Scenario': 'y'.repeat(5_000) },
  { Authorization: `Bearer ${'e30.'.repeat(900)}` },
  { Authorization: 'Basic' },
  { 'Content-Encoding': 'gzip' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Type': '/' },
  { __proto__x: '1', constructor: '2' },
  { Accept: 'x/y;q=2,,,' },
  { Origin: 'https://evil.example' },
  { Expect: '100-continue' },
  { Range: 'bytes=0-0,5-,-9' },
  { 'If-None-Match': '*', 'If-Modified-Since': 'yesterday' },
  { 'If-Match': '"x"', 'If-Unmodified-Since': 'Wed, 21 Oct 2015 07:28:00 GMT' },
  { 'Accept-Encoding': 'br;q=x, gzip;q=0, *;q=1.5' },
  { TE: 'trailers, deflate;q=0.5' },
  { Cookie: 'a=b; '.repeat(1_500) },
  { Traceparent: '00-zz-0-01' },
  { 'Content-Type': 'application/json', 'Content-Disposition': 'form-data' },
]

/** The same value with an absurd one in some place of it. */
export const place = (value, random) => {
  if (value === null || typeof value !== 'object' || random.chance(0.15)) return random.pick(values)()
  const names = Object.keys(value)
  if (names.length === 0 || random.chance(0.1)) return random.pick(values)()
  const name = random.pick(names)
  const changed = place(value[name], random)
  return Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed }
}

const bodyOf = (body, operation, context) => {
  const { random } = context
  if (random.chance(0.2)) return random.pick(bodies)()
  try {
    return JSON.stringify(tame(place(JSON.parse(body), random), operation, context))
  } catch {
    return random.pick(bodies)()
  }
}

/** A generated request with one part of it made absurd. */
export const makeAbsurd = ({ request, operation }, context) => {
  const { random } = context
  const { body, path, headers: kept = {} } = request
  const part = random.pick(['body', 'body', 'body', 'segment', 'query', 'header'])
  if (part === 'body' && body !== undefined) return { ...request, body: bodyOf(body, operation, context) }
  if (part === 'header') return { ...request, headers: { ...kept, ...random.pick(headers) } }
  const [target, query] = path.split('?')
  // A wait of real seconds stays as short as it was made.
  if (part === 'query')
    return { ...request, path: `${target}?${query === undefined ? '' : `${query}&`}${random.pick(queries)}` }
  const parts = target.split('/')
  const at = 1 + random.below(parts.length - 1)
  return { ...request, path: [parts.with(at, random.pick(segments)).join('/'), query].filter(Boolean).join('?') }
}
