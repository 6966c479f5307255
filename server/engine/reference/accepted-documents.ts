import { lazy } from '../../base/lazy.js'
import type { Schema } from '../../openapi/schema.js'
import { permittedDigitalIds, withProviders } from './digital-ids.js'
import type { DocumentChoice } from './document-choice.js'
import { supportedChoices } from './supported-documents.js'

type Filter = NonNullable<Schema<'DocumentFilter'>>

/** WHITELIST and BLACKLIST are the older values. */
const includes = (inclusion: string | undefined) => /^(include|whitelist)$/i.test(inclusion || 'INCLUDE')

const isListed = (list: readonly string[] | null | undefined, value: string) =>
  list === null || list === undefined || list.length === 0 || list.includes(value)

type Names = readonly string[] | null | undefined

/** Every document that a filter may mean: what Yoti supports, and the digital IDs that the filter permits or names. */
const choicesUnder = (filter: Filter, types?: Names): readonly DocumentChoice[] => {
  const digital = permittedDigitalIds(filter, types ?? [])
  return digital.length === 0 ? supportedChoices() : [...supportedChoices(), ...digital]
}

/** All combinations of the listed types and countries. An empty list stands for everything that Yoti supports. */
const named = (filter: Filter, types: Names, countries: Names): readonly DocumentChoice[] => {
  if (types?.length && countries?.length)
    return countries.flatMap((country) => types.flatMap((type) => withProviders({ type, country }, filter)))
  return choicesUnder(filter, types).filter(
    ({ type, country }) => isListed(types, type) && isListed(countries, country),
  )
}

const byRestrictions = (filter: Filter) => {
  const { country_restriction, type_restriction } = filter
  const countries = includes(country_restriction?.inclusion) ? country_restriction?.country_codes : undefined
  const types = includes(type_restriction?.inclusion) ? type_restriction?.document_types : undefined
  return named(filter, types, countries).filter(
    ({ type, country }) =>
      (includes(country_restriction?.inclusion) || !country_restriction?.country_codes.includes(country)) &&
      (includes(type_restriction?.inclusion) || !type_restriction?.document_types.includes(type)),
  )
}

/** The Go SDK sends an empty list and no inclusion where it was told neither: that restricts nothing. */
const restrictsNothing = ({ inclusion, documents = [] }: Filter) => !inclusion && documents.length === 0

const byDocuments = (filter: Filter) => {
  const { inclusion, documents = [] } = filter
  if (restrictsNothing(filter)) return choicesUnder(filter)
  const listed = documents.flatMap(({ document_types, country_codes }) => named(filter, document_types, country_codes))
  if (includes(inclusion)) return listed
  return choicesUnder(filter).filter(
    ({ type, country }) => !listed.some((choice) => choice.type === type && choice.country === country),
  )
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
  const types = document_types?.length ? document_types : ['UTILITY_BILL']
  const countries = country_codes?.length ? country_codes : ['GBR']
  return countries.flatMap((country) => types.map((type) => ({ type, country })))
}
