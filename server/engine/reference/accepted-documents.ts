import { lazy } from '../../base/lazy.js'
import type { Schema } from '../../openapi/schema.js'
import { permittedDigitalIds, withProviders } from './digital-ids.js'
import type { DocumentChoice } from './document-choice.js'
import { supportedChoices } from './supported-documents.js'

type Filter = NonNullable<Schema<'DocumentFilter'>>

/** WHITELIST and BLACKLIST are the older values. */
const includes = (inclusion: string | undefined) => /^(include|whitelist)$/i.test(inclusion || 'INCLUDE')

type Listed = readonly string[] | null | undefined

/** Nothing where the list is empty or absent: it stands for everything that Yoti supports. */
const setOf = (list: Listed): ReadonlySet<string> | undefined => (list?.length ? new Set(list) : undefined)

/** Every document that a filter may mean: what Yoti supports, and the digital IDs that the filter permits or names. */
const choicesUnder = (filter: Filter, types?: Listed): readonly DocumentChoice[] => {
  const digital = permittedDigitalIds(filter, types ?? [])
  return digital.length === 0 ? supportedChoices() : [...supportedChoices(), ...digital]
}

/** All combinations of the listed types and countries. An empty list stands for everything that Yoti supports. */
const named = (filter: Filter, listedTypes: Listed, listedCountries: Listed): readonly DocumentChoice[] => {
  const types = setOf(listedTypes)
  const countries = setOf(listedCountries)
  if (types && countries)
    return [...countries].flatMap((country) => [...types].flatMap((type) => withProviders({ type, country }, filter)))
  return choicesUnder(filter, listedTypes).filter(
    ({ type, country }) => (types?.has(type) ?? true) && (countries?.has(country) ?? true),
  )
}

const keyOf = ({ type, country }: DocumentChoice) => `${country} ${type}`

const byRestrictions = (filter: Filter) => {
  const { country_restriction, type_restriction } = filter
  const countries = setOf(country_restriction?.country_codes)
  const types = setOf(type_restriction?.document_types)
  const includesCountries = includes(country_restriction?.inclusion)
  const includesTypes = includes(type_restriction?.inclusion)
  return named(
    filter,
    includesTypes ? type_restriction?.document_types : undefined,
    includesCountries ? country_restriction?.country_codes : undefined,
  ).filter(
    ({ type, country }) => (includesCountries || !countries?.has(country)) && (includesTypes || !types?.has(type)),
  )
}

/** The Go SDK sends an empty list and no inclusion where it was told neither: that restricts nothing. */
const restrictsNothing = ({ inclusion, documents = [] }: Filter) => !inclusion && documents.length === 0

const byDocuments = (filter: Filter) => {
  const { inclusion, documents = [] } = filter
  if (restrictsNothing(filter)) return choicesUnder(filter)
  const listed = new Map<string, DocumentChoice>()
  for (const { document_types, country_codes } of documents)
    for (const choice of named(filter, document_types, country_codes))
      if (!listed.has(keyOf(choice))) listed.set(keyOf(choice), choice)
  if (includes(inclusion)) return [...listed.values()]
  return choicesUnder(filter).filter((choice) => !listed.has(keyOf(choice)))
}

const firstBritishPassport = (choices: readonly DocumentChoice[]) => {
  const first = choices.find(({ type, country }) => type === 'PASSPORT' && country === 'GBR')
  return first === undefined ? choices : [first, ...choices.filter((choice) => choice !== first)]
}

const anyDocument = lazy(() => firstBritishPassport(supportedChoices()))

/**
 * The identity documents that a filter accepts. The first is the likeliest: the first that the filter names, else a British
 * passport. Empty if the filter excludes everything.
 */
export const acceptedIdDocuments = (filter: Schema<'DocumentFilter'> | undefined): readonly DocumentChoice[] => {
  if (filter === null || filter === undefined) return anyDocument()
  const { type, country_restriction, type_restriction, inclusion } = filter
  if (type !== 'ORTHOGONAL_RESTRICTIONS')
    return includes(inclusion) && !restrictsNothing(filter)
      ? byDocuments(filter)
      : firstBritishPassport(byDocuments(filter))
  const namesAll =
    country_restriction &&
    type_restriction &&
    includes(country_restriction.inclusion) &&
    includes(type_restriction.inclusion)
  return namesAll ? byRestrictions(filter) : firstBritishPassport(byRestrictions(filter))
}

/** The supplementary documents that a requirement accepts; default: a British utility bill. */
export const acceptedSupplementaryDocuments = ({
  document_types,
  country_codes,
}: Pick<Schema<'RequiredDocument'>, 'document_types' | 'country_codes'>): readonly DocumentChoice[] => {
  const types = setOf(document_types) ?? ['UTILITY_BILL']
  const countries = setOf(country_codes) ?? ['GBR']
  return [...countries].flatMap((country) => [...types].map((type) => ({ type, country })))
}

const countOf = (list: Listed, otherwise: number) => setOf(list)?.size ?? otherwise

/**
 * How many combinations of a country and a type a requirement lists, those that come twice counted twice: as much work as its
 * accepted documents are.
 */
export const countListed = ({
  type,
  filter,
  document_types,
  country_codes,
}: Pick<Schema<'RequiredDocument'>, 'type' | 'filter' | 'document_types' | 'country_codes'>): number => {
  if (type === 'SUPPLEMENTARY_DOCUMENT') return countOf(document_types, 1) * countOf(country_codes, 1)
  if (filter === null || filter === undefined) return 0
  const { country_restriction, type_restriction, documents = [] } = filter
  if (filter.type === 'ORTHOGONAL_RESTRICTIONS')
    return countOf(type_restriction?.document_types, 1) * countOf(country_restriction?.country_codes, 1)
  return documents.reduce((sum, listed) => {
    const types = setOf(listed.document_types)
    const countries = setOf(listed.country_codes)
    return sum + (types && countries ? types.size * countries.size : supportedChoices().length)
  }, 0)
}
