type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isMissing = (value: unknown) => value === undefined || value === null

const listProblem = (value: unknown, at: string, problemOf: (item: Fields, at: string) => string | undefined) => {
  if (isMissing(value)) return undefined
  if (!Array.isArray(value)) return `${at} is no list`
  for (const [index, item] of value.entries()) {
    const place = `${at}[${index}]`
    const problem = isObject(item) ? problemOf(item, place) : `${place} is no object`
    if (problem !== undefined) return problem
  }
  return undefined
}

const nameProblem = ({ name }: Fields, at: string) => (typeof name === 'string' ? undefined : `${at}.name is no text`)

const stateProblem = (state: Fields, at: string) =>
  nameProblem(state, at) ??
  (isMissing(state['params']) || isObject(state['params']) ? undefined : `${at}.params is no object`)

const interactionProblem = ({ providerStates }: Fields, at: string) =>
  listProblem(providerStates, `${at}.providerStates`, stateProblem)

const participantProblem = (value: unknown, at: string) =>
  isObject(value) ? nameProblem(value, at) : `${at} is no object`

const pluginProblem = (metadata: unknown) =>
  isObject(metadata) ? listProblem(metadata['plugins'], 'metadata.plugins', nameProblem) : undefined

/** What keeps a value from being a pact, as far as pacts are looked into; nothing when it may be one. */
export const pactProblem = (value: unknown): string | undefined => {
  if (!isObject(value)) return 'it is no object'
  return (
    participantProblem(value['consumer'], 'consumer') ??
    participantProblem(value['provider'], 'provider') ??
    listProblem(value['interactions'], 'interactions', interactionProblem) ??
    listProblem(value['messages'], 'messages', interactionProblem) ??
    pluginProblem(value['metadata'])
  )
}
