import {
  type DocumentOperation,
  documentOperation,
  type Extent,
  isOpen,
  mapStrings,
  nameOf,
  type Shape,
  type ShapeAnswer,
  type Values,
} from '../../server/shapes/index.js'
import { alikeOf } from './alike.js'
import { matcherBody } from './matcher-body.js'
import { like, type Matcher, matching } from './matchers.js'
import type { Reads } from './reads.js'

/** What an interaction says of a request. */
export type ExpectedRequest = {
  readonly method: string
  readonly path: Matcher
  readonly query: Readonly<Record<string, Matcher>>
  readonly headers: Readonly<Record<string, Matcher>>
  /** JSON, with matchers in it. */
  readonly body?: unknown
  /** The content type of a file that is uploaded. */
  readonly upload?: string
}

/** One interaction of a contract, before any Pact library has seen it. */
export type ShapeInteraction = {
  readonly extent: Extent
  readonly description: string
  readonly state: string
  readonly params: Readonly<Record<string, string>>
  readonly request: ExpectedRequest
  readonly status: number
  readonly body?: unknown
  /** Of bytes in place of a body. */
  readonly contentType?: string
  /** Of an answer that is not Yoti's own. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, Matcher>>
}

/** How a client says who it is: a signed digest, a bearer token, or not at all. */
export type Auth = 'signed' | 'bearer' | 'none'

/** How a client of a shape behaves. */
export type Client = {
  readonly auth: Auth
  readonly reads: Reads
  /** The query parameters that it signs or sends. */
  readonly query: readonly string[]
  /** The JSON that it sends, or the content type of the file. */
  readonly sends?: unknown
  /** Tells two expectations of one shape apart. */
  readonly as?: string
}

/** Examples of what is different in every signed request; fixed, so that a pact is the same after every run. */
const examples: Readonly<Record<string, Matcher>> = {
  sdkId: matching('.+', '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684'),
  sdkID: matching('.+', '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684'),
  nonce: matching('.+', '00000000-0000-4000-8000-000000000000'),
  // Seconds, milliseconds or microseconds: clients differ.
  timestamp: matching('^\\d{10,17}$', '1772582400000'),
}

const digest = matching('^[A-Za-z0-9+/]+={0,2}$', 'ZXhhbXBsZQ==')

const headersFor: Readonly<Record<Auth, Readonly<Record<string, Matcher>>>> = {
  signed: { 'X-Yoti-Auth-Digest': digest },
  bearer: { Authorization: matching('^[Bb]earer .+$', 'Bearer example') },
  none: {},
}

const base = '/idverify/v1'

/** Pact's own template, not JavaScript's. */
const injected = (name: string) => ['', `{${name}}`].join('$')

/** A matcher whose value the provider state replaces when the contract is verified. */
const fromState = (matcher: Matcher, expression: string): Matcher => ({
  ...matcher,
  'pact:generator:type': 'ProviderState',
  expression,
})

const fill = (path: string, value: (name: string) => string) =>
  path.replace(/\{(\w{1,50})\}/g, (_braces, name: string) => value(name))

/** The path with the ids that the provider state hands out; an error about no session under the state's own base. */
const pathOf = ({ path }: DocumentOperation, { values, params }: Shape): Matcher => {
  const isError = params['code'] !== undefined
  const pattern = `${base}${fill(path, () => '[^/]+')}$`
  const example = `${base}${fill(path, (name) => values[name] ?? name)}`
  const anyBase = matching(`^(?:/scenario/[^/]+)?${pattern}`, example)
  if (isError && !path.includes('{sessionId}')) return fromState(anyBase, `${injected('base')}${fill(path, injected)}`)
  if (!path.includes('{')) return anyBase
  return fromState(matching(`^${pattern}`, example), `${base}${fill(path, injected)}`)
}

const queryOf = ({ query }: DocumentOperation, sent: readonly string[]) =>
  Object.fromEntries(
    sent.map((key) => {
      const schema = query.find(({ name }) => name === key)?.schema
      const values = schema === undefined || '$ref' in schema ? undefined : schema.enum
      return [key, values ? matching(`^(?:${values.join('|')})$`, values[0]) : (examples[key] ?? matching('.+', 'any'))]
    }),
  )

/** What is sent, with the values of the provider state in the places where the example's stand. */
const bodyOf = (sends: unknown, values: Values): unknown =>
  mapStrings(sends, (text) => {
    const name = nameOf(text, values)
    return name === undefined ? text : fromState(like(text), injected(name))
  })

const assertBodyGiven = ({ operationId, sends }: DocumentOperation, sent: unknown) => {
  if (sent !== undefined || Object.keys(sends).length === 0) return
  throw new Error(
    `${operationId} takes a body: say which your client sends, expects(shape, { sends: … }); shape.sends is an example`,
  )
}

const requestOf = (operation: DocumentOperation, shape: Shape, { query, sends, auth }: Client): ExpectedRequest => {
  assertBodyGiven(operation, sends)
  return {
    method: operation.method,
    path: pathOf(operation, shape),
    query: queryOf(operation, query),
    headers: operation.signed ? headersFor[auth] : {},
    ...(operation.uploads
      ? { upload: typeof sends === 'string' ? sends : 'image/png' }
      : sends !== undefined && { body: bodyOf(sends, shape.values) }),
  }
}

/**
 * Where openapi.yaml leaves open what an object has, only the example can tell.
 * @throws Error for what a client reads of a media and no example has: the contract would say nothing of it
 */
const assertInAnswer = (body: unknown, operationId: string, reads: Reads) => {
  const { success } = documentOperation(operationId)
  if (reads === true || success === undefined || !isOpen(success) || typeof body !== 'object' || body === null) return
  const unknown = Object.keys(reads).find((name) => !Object.hasOwn(body, name))
  if (unknown !== undefined)
    throw new Error(`reads: '${unknown}' is not in this answer. There are: ${Object.keys(body).join(', ')}`)
}

/** How a header is asked for: the type of a content, any number of seconds, else the value itself. */
const headerMatchers = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (name === 'Content-Type') return [name, matching(`^${value}(?:;.*)?$`, value)]
      return [name, name === 'Retry-After' ? matching('^\\d+$', value) : matching('.+', value)]
    }),
  )

/** What an answer has that is not of Yoti. */
const foreignParts = (answer: ShapeAnswer) => {
  if ('error' in answer) return {}
  const { text, headers = {} } = answer
  return text === undefined ? {} : { text, headers: headerMatchers(headers) }
}

/**
 * The interactions of a shape for a client: the fullest answer; where all checks came to the same, that no check came to
 * anything else; and the sparsest answer where the client could tell it from the fullest.
 */
export const interactionsOf = (shape: Shape, client: Client): ShapeInteraction[] => {
  const { operation: id, answers, params } = shape
  const { reads, as } = client
  if ('body' in answers.maximum) assertInAnswer(answers.maximum.body, id, reads)
  const maximum = matcherBody(id, answers.maximum, { reads, params })
  const minimum = answers.minimum && matcherBody(id, answers.minimum, { reads, params })
  const name = as === undefined ? shape.description : `${shape.description}, ${as}`
  const fullest: ShapeInteraction = {
    extent: 'maximum',
    description: name,
    state: shape.state,
    params,
    request: requestOf(documentOperation(id), shape, client),
    status: answers.maximum.status,
    ...(maximum !== undefined && { body: maximum }),
    ...('contentType' in answers.maximum && { contentType: answers.maximum.contentType }),
    ...foreignParts(answers.maximum),
  }
  const alike = alikeOf(id, answers.maximum, reads)
  const body = alike && matcherBody(id, alike.answer, { reads, params, types: alike.types })
  const several = alike ? [fullest, { ...fullest, description: `${name}, every check`, body }] : [fullest]
  if (minimum === undefined || JSON.stringify(minimum) === JSON.stringify(maximum)) return several
  const description = `${name}, without optional parts`
  return [
    ...several,
    { ...fullest, extent: 'minimum', description, params: { ...params, extent: 'minimum' }, body: minimum },
  ]
}
