import { interactionsIn, type Pact, type Rules } from '../contracts/verify/pact.js'
import { operationAt } from './document.js'

/** What a consumer expects of one answer, or of one notification. */
export type Expectation = {
  readonly consumer: string
  readonly description: string
  /** `getSession`, or `notification`. */
  readonly operation: string
  readonly status: number
  readonly type?: string
  readonly body: unknown
  readonly rules: Rules
}

type Part = Readonly<Record<string, unknown>>

const asPart = (value: unknown): Part => (typeof value === 'object' && value !== null ? (value as Part) : {})

/** Since version 4 of the specification a body says what it is. */
const contentOf = (body: unknown): unknown => ('contentType' in asPart(body) ? asPart(body)['content'] : body)

/** Before version 3 of the specification a matcher's path began with the part that it is of. */
const rulesOf = (rules: unknown): Rules => {
  const { body } = asPart(rules)
  // What a pact says of its bodies, as its specification has it.
  if (body !== undefined) return body as Rules
  return Object.fromEntries(
    Object.entries(asPart(rules))
      .filter(([path]) => path.startsWith('$.body'))
      .map(([path, rule]) => [`$${path.slice('$.body'.length)}`, { matchers: [{ match: 'type', ...asPart(rule) }] }]),
  ) as Rules
}

const headerOf = (headers: unknown, wanted: string): string | undefined => {
  const found = Object.entries(asPart(headers)).find(([name]) => name.toLowerCase() === wanted)?.[1]
  const value = Array.isArray(found) ? found[0] : found
  return typeof value === 'string' ? value.split(';')[0]?.trim().toLowerCase() : undefined
}

const base = '/idverify/v1'

/** The path below Yoti's base, whatever stands before that. */
const below = (path: string): string => {
  const found = path.indexOf(`${base}/`)
  return found === -1 ? path : path.slice(found + base.length)
}

const ofAnswer = (consumer: string, one: Part): Expectation[] => {
  const [request, response] = [asPart(one['request']), asPart(one['response'])]
  const method = String(request['method']).toUpperCase()
  const operation = operationAt(method, below(String(request['path'])))?.operationId
  const type = headerOf(response['headers'], 'content-type')
  if (operation === undefined) return []
  return [
    {
      consumer,
      description: String(one['description']),
      operation,
      status: Number(response['status'] ?? 200),
      ...(type !== undefined && { type }),
      body: contentOf(response['body']),
      rules: rulesOf(response['matchingRules']),
    },
  ]
}

/** Of version 4 a message has its rules beside its contents. */
const ofMessage = (consumer: string, one: Part): Expectation[] => {
  const body = contentOf(one['contents'])
  return [
    {
      consumer,
      description: String(one['description']),
      operation: 'notification',
      status: 0,
      body: typeof body === 'string' ? undefined : body,
      rules: rulesOf(one['matchingRules']),
    },
  ]
}

/** Everything that the consumers of pacts expect. */
export const expectationsIn = (pacts: readonly Pact[]): readonly Expectation[] =>
  pacts.flatMap((pact) =>
    interactionsIn(pact).flatMap((interaction) => {
      const one = asPart(interaction)
      return 'contents' in one ? ofMessage(pact.consumer.name, one) : ofAnswer(pact.consumer.name, one)
    }),
  )
