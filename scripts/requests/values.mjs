// Values of a JSON schema, and small damage done to them.

/** What stands in for a value of the wrong kind. */
const junk = [null, 0, -1, 1.5, 1e21, '', 'x', 'é\u{1f600}', 'a'.repeat(300), true, [], {}, [null], { x: 1 }]
const short = [0, 1, 3, 'PT0.002S', 'PT2H', 'soon']

/** Properties whose values have effects beyond the answer: time that passes, hosts that are asked. */
const tamed = {
  delay: () => short,
  slowBody: () => short,
  from: () => short,
  to: () => short,
  endpoint: ({ receiverUrl }) => [`${receiverUrl}/ok`, `${receiverUrl}/refuses`, 'http://169.254.169.254/x', 'no url'],
  sdkId: () => ['gen-a', 'gen-b'],
  sessionId: ({ sessionIds }) => sessionIds,
  session_id: ({ sessionIds }) => sessionIds,
  client_session_token: ({ tokens }) => tokens,
  requirement_id: ({ requirementIds }) => requirementIds,
  scenario: ({ scenarioIds }) => scenarioIds,
  operation: ({ operationIds }) => operationIds,
  times: () => [1, 2],
}

const texts = {
  'date-time': ['2026-03-05T12:00:00Z', '2026-04-01T00:00:00.5+01:00', '2026-03-04'],
  uuid: ['1b671a64-40d5-591e-99b0-000000000000'],
}

const resolve = (schema, document) =>
  schema?.$ref === undefined
    ? schema
    : resolve(
        schema.$ref
          .slice(2)
          .split('/')
          .reduce((at, name) => at[name], document),
        document,
      )

/** A value that fits the schema, or nearly: patterns are only met where the schema has examples. */
export const makeValue = (schema, context, depth = 0, name = '') => {
  const { random, document } = context
  const one = resolve(schema, document) ?? {}
  if (Object.hasOwn(tamed, name)) return random.pick(tamed[name](context)) ?? 'nobody'
  if (one.const !== undefined) return one.const
  if (one.enum !== undefined) return random.pick(one.enum)
  if (one.examples !== undefined && Array.isArray(one.examples) && random.chance(0.6)) return random.pick(one.examples)
  if (one.example !== undefined && random.chance(0.6)) return one.example
  const choice = one.oneOf ?? one.anyOf
  if (choice !== undefined) return makeValue(random.pick(choice), context, depth, name)
  if (one.allOf !== undefined)
    return Object.assign({}, ...one.allOf.map((part) => makeValue(part, context, depth, name)))
  const type = Array.isArray(one.type) ? random.pick(one.type) : one.type
  if (type === 'object' || one.properties !== undefined) return objectOf(one, context, depth)
  if (type === 'array') {
    const count = Math.max(one.minItems ?? 0, depth > 6 ? 0 : random.below(3))
    return Array.from({ length: count }, () => makeValue(one.items, context, depth + 1))
  }
  if (type === 'integer' || type === 'number')
    return (one.minimum ?? 1) + random.below(3) * (type === 'integer' ? 1 : 0.25)
  if (type === 'boolean') return random.chance(0.5)
  if (type === 'null') return null
  if (type === 'string') return random.pick(texts[one.format] ?? ['text', 'GBR', 'x'.repeat(one.minLength ?? 1), 'Zoë'])
  return random.pick(junk)
}

const objectOf = ({ properties = {}, required = [], additionalProperties }, context, depth) => {
  const { random } = context
  const made = {}
  for (const [name, schema] of Object.entries(properties))
    if (required.includes(name) || (depth < 6 && random.chance(0.35)))
      made[name] = makeValue(schema, context, depth + 1, name)
  if (typeof additionalProperties === 'object' && random.chance(0.3))
    made[random.pick(['one', 'two'])] = makeValue(additionalProperties, context, depth + 1)
  return made
}

/** The same value with one thing changed, somewhere in it. */
export const damage = (value, random) => {
  if (value === null || typeof value !== 'object' || random.chance(0.1)) return random.pick(junk)
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.2)) return [...value, random.pick(junk)]
    const at = random.below(value.length)
    return random.chance(0.2) ? value.filter((_, nth) => nth !== at) : value.with(at, damage(value[at], random))
  }
  const names = Object.keys(value)
  if (names.length === 0 || random.chance(0.15))
    return { ...value, [random.pick(['unknown', '', '__proto__x', 'type'])]: random.pick(junk) }
  const name = random.pick(names)
  if (random.chance(0.25)) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
  return { ...value, [name]: damage(value[name], random) }
}

/** The same text with a few bytes lost, doubled or replaced. */
export const spoil = (text, random) => {
  const at = random.below(text.length + 1)
  return random.pick([
    text.slice(0, at),
    text.slice(0, at) + text.slice(at + 1),
    `${text.slice(0, at)}${random.pick(['"', '{', ']', ',', '\\u0000', '\u{1f600}', '9'])}${text.slice(at)}`,
    text + text,
  ])
}
