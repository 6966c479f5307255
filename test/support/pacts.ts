import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Interaction = {
  description: string
  providerStates: { name: string; params: Record<string, string> }[]
  request: { generators?: unknown }
  response: { status: number; body: unknown; matchingRules: unknown }
}
export type PactFile = { consumer: { name: string }; provider: { name: string }; interactions: Interaction[] }

/** The pacts of the examples' consumers. */
export const committedPacts: string = fileURLToPath(new URL('../../contracts/pacts/', import.meta.url))

/** A folder for a test's own pacts and reports; gone after it. */
export type PactFolder = AsyncDisposable & {
  readonly path: string
  readonly at: (name: string) => string
  readonly read: (name: string) => Promise<string>
  /** Writes a changed copy of counter-service's pact with only the interactions of these shapes. */
  readonly write: (name: string, shapes: readonly string[], change?: (pact: PactFile) => void) => Promise<string>
}

const named = (shapes: readonly string[]) => {
  const descriptions = shapes.map((shape) => `getSession answers ${shape}`)
  return ({ description }: Interaction) => descriptions.includes(description)
}

export const openPactFolder = async (): Promise<PactFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'mock-yoti-pacts-'))
  const at = (name: string) => join(path, name)
  return {
    path,
    at,
    read: (name) => readFile(at(name), 'utf8'),
    write: async (name, shapes, change = () => undefined) => {
      const text = await readFile(join(committedPacts, 'counter-service-yoti-idv-mock.json'), 'utf8')
      // Written by the examples' contract tests.
      const pact = JSON.parse(text) as PactFile
      pact.interactions = pact.interactions.filter(named(shapes))
      change(pact)
      await writeFile(at(name), JSON.stringify(pact))
      return at(name)
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

/** Turns every recommendation that a pact expects round: no answer is like that. */
export const expectRejections = ({ interactions }: PactFile): void => {
  for (const interaction of interactions)
    interaction.response = JSON.parse(JSON.stringify(interaction.response).replaceAll('"APPROVE"', '"REJECT"'))
}

/** A rule of Pact's: all of its matchers must fit. */
export const rule = (...matchers: object[]): object => ({ combine: 'AND', matchers })

/** Has a pact's first interaction expect one check, by these rules. */
export const withRules =
  (check: object, rules: object) =>
  ({ interactions: [first] }: PactFile): void => {
    if (first === undefined) throw new Error('the pact has no such interaction')
    first.response.body = { content: { checks: [check] }, contentType: 'application/json', encoded: false }
    const variants = [{ index: 0, rules, generators: {} }]
    first.response.matchingRules = { body: { '$.checks': rule({ match: 'arrayContains', variants }) } }
  }
