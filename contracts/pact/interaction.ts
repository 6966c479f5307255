import { matcherBody } from '../shapes/matcher-body.js'
import { type Matcher, matching } from '../shapes/matchers.js'
import type { Reads } from '../shapes/reads.js'
import type { Extent, Shape } from '../shapes/shape.js'

/** One interaction of a contract, before any Pact library has seen it. */
export type ShapeInteraction = {
  readonly extent: Extent
  readonly description: string
  readonly state: string
  readonly params: Readonly<Record<string, string>>
  readonly path: Matcher
  readonly query: Readonly<Record<string, Matcher>>
  readonly headers: Readonly<Record<string, Matcher>>
  readonly status: number
  readonly body: unknown
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

/** The path below the base of Yoti's API, with the session that the provider state hands out. */
const sessionPath = ({ sessionId }: Shape): Matcher => ({
  ...matching('^/idverify/v1/sessions/[^/]+$', `/idverify/v1/sessions/${sessionId}`),
  'pact:generator:type': 'ProviderState',
  // Pact's own template, not JavaScript's.
  expression: ['/idverify/v1/sessions/', '{sessionId}'].join('$'),
})

/**
 * The interactions of a shape for a client that reads this much: the fullest answer, and the sparsest where the client
 * could tell the two apart.
 */
export const interactionsOf = (
  shape: Shape,
  { reads, query, as }: { reads: Reads; query: readonly string[]; as?: string },
): ShapeInteraction[] => {
  const maximum = matcherBody(shape.answers.maximum, { reads, params: shape.params })
  const minimum = shape.answers.minimum && matcherBody(shape.answers.minimum, { reads, params: shape.params })
  const name = as === undefined ? shape.description : `${shape.description}, ${as}`
  const common = {
    state: shape.state,
    path: sessionPath(shape),
    query: Object.fromEntries(query.map((key) => [key, examples[key] ?? matching('.+', 'any')])),
    headers: { 'X-Yoti-Auth-Digest': digest },
    status: shape.answers.maximum.status,
  }
  const fullest = { ...common, extent: 'maximum' as const, description: name, params: shape.params, body: maximum }
  if (minimum === undefined || JSON.stringify(minimum) === JSON.stringify(maximum)) return [fullest]
  const params = { ...shape.params, extent: 'minimum' }
  return [
    fullest,
    { ...common, extent: 'minimum' as const, description: `${name}, without optional parts`, params, body: minimum },
  ]
}
