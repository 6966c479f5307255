import { errorTable } from '../server/base/errors.js'
import { lazy } from '../server/base/lazy.js'
import { checkKinds } from '../server/engine/checks/index.js'
import { documentTypes } from '../server/engine/identity/document-kinds.js'
import { supportedChoices, supportedCountries } from '../server/engine/reference/supported-documents.js'
import { summarise } from '../server/engine/results/summarise.js'
import { builtInScenarios } from '../server/engine/scenarios/catalogue.js'
import type { Scenario } from '../server/engine/scenarios/scenario.js'
import { isCodePlace, listedWords } from './codes.js'
import { formOfTime } from './distance.js'
import { answerPlaces, enumWords, itemPlaces, type Place, propertyPlaces } from './document.js'
import { type Promised, promiseOf } from './promise.js'

/** What mock-yoti has of results: the words that stand in each place, and what each scenario's answer says. */
export type Beliefs = {
  /** The words that are known in a place that openapi.yaml lists none for; undefined when nothing is known of it. */
  readonly wordsAt: (place: string) => ReadonlySet<string> | undefined
  /** How instants are written in a place: `9999-99-99T99:99:99Z`. */
  readonly timesAt: (place: string) => ReadonlySet<string> | undefined
  /** The words that results have, or may have, wherever: not those of countries. */
  readonly words: ReadonlySet<string>
  /** Whether a word, or the code of a country, is known in any place. */
  readonly knows: (word: string) => boolean
  /** The scenario whose answer is most like another, and how much of both they share, from 0 to 1. */
  readonly nearest: (answer: unknown) => Nearest
  /** What a scenario promises of when things happen. */
  readonly promise: (scenario: string) => Promised | undefined
}

export type Nearest = {
  readonly scenario: string
  readonly share: number
  /** The scenarios that answer just so: others differ in what they promise only. */
  readonly alike: readonly string[]
}

const typeOf = (item: unknown) => (typeof item === 'object' && item !== null && 'type' in item ? String(item.type) : '')

/** Every word of an answer with its place, every place, and the order of lists: `checks[].type=LIVENESS`. */
const factsOf = (value: unknown, places: readonly Place[], path = ''): string[] => {
  if (Array.isArray(value)) {
    const facts = value.flatMap((item) => factsOf(item, itemPlaces(places), `${path}[]`))
    return [`${path}: ${value.map(typeOf).join(',')}`, ...facts]
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => factsOf(item, propertyPlaces(places, key), `${path}.${key}`))
  return [typeof value === 'string' && isCodePlace(places) ? `${path}=${value}` : path]
}

const counted = (facts: readonly string[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  return new Set(
    facts.map((fact) => {
      const count = (counts.get(fact) ?? 0) + 1
      counts.set(fact, count)
      return `${fact} ${count}`
    }),
  )
}

const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>) => {
  const shared = [...one].filter((fact) => other.has(fact)).length
  return shared / (one.size + other.size - shared)
}

type Words = Map<string, Set<string>>

type Collected = { readonly words: Words; readonly times: Words }

const collectText = (text: string, places: readonly Place[], { words, times }: Collected) => {
  for (const { name, schema } of places) {
    if (schema.format === 'date-time') addWords(times, name, [formOfTime(text)])
    else if (isCodePlace(places) && listedWords(places).length === 0) addWords(words, name, [text])
  }
}

const collect = (value: unknown, places: readonly Place[], collected: Collected): void => {
  if (Array.isArray(value)) for (const item of value) collect(item, itemPlaces(places), collected)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) collect(item, propertyPlaces(places, key), collected)
  else if (typeof value === 'string') collectText(value, places, collected)
}

const addWords = (words: Words, place: string, more: Iterable<string>) => {
  const known = words.get(place) ?? new Set()
  for (const word of more) known.add(word)
  words.set(place, known)
}

/** Countries have a form, and no list of ours. */
const countries = ['CountryCode', 'DigitalIdShare.issuing_country']

/** What Yoti's pages name, also where no scenario has it. */
const addDocumented = (words: Words) => {
  const kinds = Object.values(checkKinds)
  const reasons = kinds.flatMap((kind) => Object.values(kind.reasons).flatMap((of) => Object.keys(of)))
  addWords(words, 'Recommendation.reason', reasons)
  addWords(
    words,
    'SubCheck.sub_check',
    kinds.flatMap((kind) => Object.keys(kind.subChecks)),
  )
  const types = [...documentTypes, ...supportedChoices().map(({ type }) => type)]
  for (const place of ['IdDocument', 'SupplementaryDocument']) addWords(words, `${place}.document_type`, types)
  for (const place of ['RequestedCountry', 'SupportedCountry'])
    addWords(words, `${place}.supported_documents[].type`, types)
  addWords(words, 'Requirement.document_types[]', types)
  addWords(words, 'InstructedDocument.document.document_type', types)
  addWords(words, 'Error.code', Object.keys(errorTable))
}

const allOf = (words: Words) => new Set([...words.values()].flatMap((some) => [...some]))

/** Some day: what is read of the answers does not depend on it. */
const now = Date.parse('2026-01-01T12:00:00Z')

/** Of scenarios that are as near as each other, the plainest is named: no member of a family, with no rules of its own. */
const plainness = ({ family, notifications, timeline }: Scenario) =>
  Number(family !== undefined) + 2 * Number(Object.keys({ ...notifications, ...timeline }).length > 0)

/** @param all the scenarios that are known */
export const readBeliefs = (all: readonly Scenario[]): Beliefs => {
  const places = answerPlaces('getSession', 200)
  const [words, times]: [Words, Words] = [new Map(), new Map()]
  const inOrder = [...all].sort((one, other) => plainness(one) - plainness(other))
  const promises = new Map<string, Promised>()
  const scenarios = inOrder.flatMap((scenario) => {
    const { status, answer } = summarise(scenario, now)
    if (status !== 200) return []
    collect(answer, places, { words, times })
    return [{ id: scenario.id, facts: counted(factsOf(answer, places)) }]
  })
  addDocumented(words)
  const known = allOf(words)
  for (const place of countries) words.delete(place)
  for (const word of [...enumWords, ...supportedCountries(true).map(({ code }) => code)]) known.add(word)
  return {
    words: allOf(words),
    knows: (word) => known.has(word),
    timesAt: (place) => times.get(place),
    wordsAt: (place) => words.get(place),
    nearest: (answer) => {
      const facts = counted(factsOf(answer, places))
      const near = scenarios.map(({ id, facts: other }) => ({ scenario: id, share: shareOf(facts, other) }))
      const best = near.reduce((one, other) => (other.share > one.share ? other : one), { scenario: '', share: 0 })
      return { ...best, alike: near.filter(({ share }) => share === best.share).map(({ scenario }) => scenario) }
    },
    promise: (id) => {
      const scenario = all.find((one) => one.id === id)
      const promised = promises.get(id) ?? (scenario && promiseOf(scenario, now))
      if (promised !== undefined) promises.set(id, promised)
      return promised
    },
  }
}

/** What mock-yoti believes: read when it is first wanted, which takes about a second. */
export const beliefs: () => Beliefs = lazy(() => readBeliefs(builtInScenarios()))
