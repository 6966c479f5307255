import { builtInScenarios, Catalogue } from '../server/engine/scenarios/catalogue.js'
import { type ScenarioDocument, type ScenarioFile, scenarioDefaults } from '../server/engine/scenarios/scenario.js'

type Keys = Readonly<Record<string, unknown>>

const isDefault = (key: string, value: unknown) =>
  JSON.stringify(value) === JSON.stringify(scenarioDefaults[key as keyof typeof scenarioDefaults])

/** What a scenario file says, its base filled in where it has nothing else to say. */
export const spelledOut = (scenario: Keys): Keys => {
  const { extends: base, ...own } = scenario
  const found = typeof base === 'string' ? new Catalogue(builtInScenarios()).find(base) : undefined
  if (found === undefined) return scenario
  const { id: _id, group: _group, family: _family, ...whole } = found
  const { title: _title, use_when: _use, provenance: _provenance, source: _source, ...said } = whole
  return Object.fromEntries(Object.entries({ ...said, ...own }).filter(([key, value]) => !isDefault(key, value)))
}

const documentsOf = ({ documents }: Keys) => (documents ?? []) as readonly ScenarioDocument[]
const keysOf = (value: unknown) => Object.keys((value ?? {}) as object)

const linesOfDocument = ({ captures = [], checks }: ScenarioDocument, place: string) => [
  ...(captures.length > 1 ? captures.map((_, index) => `${place}.captures.${index}`) : []),
  ...keysOf(checks).map((type) => `${place}.checks.${type}`),
]

/** What a scenario says of single checks and documents, as places in its file: `checks.LIVENESS`, `documents.1.captures.0`. */
export const linesOf = (scenario: Keys): string[] => {
  const whole = spelledOut(scenario)
  const documents = documentsOf(whole)
  const lines = [
    ...keysOf(whole['checks']).map((type) => `checks.${type}`),
    ...documents.flatMap((document, index) => {
      const place = `documents.${index}`
      // The only document is what everything else is about.
      return [...(documents.length > 1 ? [place] : []), ...linesOfDocument(document, place)]
    }),
  ]
  // Without its only line a scenario is the plain approval, which is a result of its own.
  return lines.length > 1 ? lines : []
}

const withoutKeys = (record: unknown, place: string, lines: readonly string[]) =>
  Object.fromEntries(Object.entries((record ?? {}) as object).filter(([key]) => !lines.includes(`${place}.${key}`)))

const shortenDocument = (document: ScenarioDocument, place: string, lines: readonly string[]) => {
  const { captures, checks, ...rest } = document
  const keptCaptures = captures?.filter((_, index) => !lines.includes(`${place}.captures.${index}`)) ?? []
  const keptChecks = withoutKeys(checks, `${place}.checks`, lines)
  return {
    ...rest,
    ...(keptCaptures.length > 0 && { captures: keptCaptures }),
    ...(Object.keys(keptChecks).length > 0 && { checks: keptChecks }),
  }
}

/** The scenario without some of its lines: what it says no more of is as in the plain approval. */
export const withoutLines = (scenario: Keys, lines: readonly string[]): Keys => {
  const { checks, documents: _, ...rest } = spelledOut(scenario)
  const keptChecks = withoutKeys(checks, 'checks', lines)
  const documents = documentsOf(spelledOut(scenario)).flatMap((document, index) =>
    lines.includes(`documents.${index}`) ? [] : [shortenDocument(document, `documents.${index}`, lines)],
  )
  return {
    ...rest,
    ...(Object.keys(keptChecks).length > 0 && { checks: keptChecks }),
    ...(documents.length > 0 && { documents: documents as ScenarioFile['documents'] }),
  }
}
