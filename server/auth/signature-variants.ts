import { type SignedParts, signedMessage } from './signed-message.js'

/** Another string that a client may have signed, and the mistake that leads to it. */
export type Variant = { readonly message: string; readonly mistake: string }

/** A request whose signature is wrong: what should have been signed, the path as it arrived, and the base of it. */
export type Misfit = { readonly parts: SignedParts; readonly rawPath: string; readonly base: string }

/** Above these the orders of the query are too many, or too long, to try. */
const mostReordered = 5
const longestReordered = 10_000

/** Above this only a body that was left out is recognised: comparing more would hold up the server. */
const longestCompared = 20_000
/** Real requests have three to six. Each is left out once, and each time the whole message is hashed. */
const mostLeftOut = 20

const ordersOf = (items: readonly string[]): string[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const ofPath = ({ parts, rawPath, base }: Misfit): Variant[] => {
  const signs = (path: string, mistake: string) => ({ message: signedMessage({ ...parts, path }), mistake })
  const belowBase = 'sign the path below the base URL'
  return [
    signs(base + parts.path, `the base path '${base}' was signed too; ${belowBase}`),
    signs(base.replace(/^\/scenario\/[^/]+/, '') + parts.path, `the base path was signed too; ${belowBase}`),
    signs(rawPath, `the path was signed as it was sent, base included; ${belowBase}`),
    signs(parts.path.slice(1), 'the path was signed without its leading slash'),
    signs(parts.path.replace(/\/$/, ''), 'the path was signed without the slash at its end that was sent'),
    signs(`${parts.path}/`, 'the path was signed with a slash at its end that was not sent'),
    signs(`/${parts.path}`, 'the path was signed with a doubled slash; sign it with one'),
    signs(decoded(parts.path), 'the path was signed before it was percent-encoded; sign it as it is sent'),
  ]
}

const ofQuery = ({ parts }: Misfit): Variant[] => {
  const signs = (query: string, mistake: string) => ({ message: signedMessage({ ...parts, query }), mistake })
  const fields = parts.query.split('&')
  const isLong = fields.length > mostReordered || parts.body.length > longestReordered
  const orders = isLong ? [[...fields].sort()] : ordersOf(fields)
  return [
    signs('', 'the query was not signed; sign it exactly as it is sent'),
    signs(decoded(parts.query), 'the query was signed before it was percent-encoded; sign it as it is sent'),
    ...orders.map((order) => signs(order.join('&'), 'the query was signed in another order than it was sent in')),
    ...fields
      .slice(0, mostLeftOut)
      .map((field, at) =>
        signs(fields.toSpliced(at, 1).join('&'), `the query parameter '${field}' was sent but not signed`),
      ),
  ]
}

/** The same JSON as common serialisers write it. */
const rewritten = (text: string): string[] => {
  const value: unknown = JSON.parse(text)
  const compact = JSON.stringify(value)
  return [
    compact,
    JSON.stringify(value, undefined, 2),
    JSON.stringify(value, undefined, 4),
    // PHP escapes slashes.
    compact.replaceAll('/', '\\/'),
    // Python puts a space after each comma and colon.
    JSON.stringify(value, undefined, 1)
      .replace(/\n */g, ' ')
      .replace(/([[{]) /g, '$1')
      .replace(/ ([\]}])/g, '$1'),
    text.trimEnd(),
    `${text}\n`,
  ]
}

const ofBody = ({ parts }: Misfit): Variant[] => {
  const bare = signedMessage({ ...parts, body: Buffer.alloc(0) })
  if (parts.body.length === 0)
    return [{ message: `${bare}&`, mistake: "an '&' was signed for a body that is empty; leave it out" }]
  const leftOut = { message: bare, mistake: 'the body was not signed; append & and its base64' }
  if (parts.body.length > longestCompared) return [leftOut]
  const signs = (body: string, mistake: string) => ({ message: `${bare}&${body}`, mistake })
  const text = parts.body.toString('utf8')
  const always = [
    leftOut,
    signs(text, 'the body was signed as it is; sign its base64'),
    signs(parts.body.toString('base64url'), 'the body was signed as base64url; sign its standard base64'),
    signs(parts.body.toString('hex'), 'the body was signed as hexadecimal; sign its base64'),
  ]
  try {
    const mistake = 'the body was serialised again after signing; sign exactly the bytes that are sent'
    return [...always, ...rewritten(text).map((other) => signs(Buffer.from(other).toString('base64'), mistake))]
  } catch {
    return always
  }
}

const ofForm = ({ parts }: Misfit): Variant[] => {
  const right = signedMessage(parts)
  const { length } = parts.method
  const rest = right.slice(length + 1)
  const methods = ['GET', 'POST', 'PUT', 'DELETE', parts.method.toLowerCase()]
  return [
    { message: `${parts.method} ${rest}`, mistake: "a blank was signed after the method; sign '&' there" },
    { message: `${parts.method} ${right}`, mistake: 'the method was signed twice' },
    { message: rest, mistake: 'the method was not signed' },
    ...methods.map((method) => ({
      message: `${method}&${rest}`,
      mistake: `the method was signed as '${method}'; '${parts.method}' was sent`,
    })),
  ]
}

/** The strings that clients are known to sign instead, one mistake each. */
export const variantsOf = (misfit: Misfit): Variant[] =>
  (misfit.parts.body.length > longestCompared ? [ofBody] : [ofPath, ofQuery, ofBody, ofForm]).flatMap((variants) =>
    variants(misfit),
  )
