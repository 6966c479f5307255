import { lazy } from '../../base/lazy.js'
import type { Schema } from '../../openapi/schema.js'
import type { DocumentChoice } from './document-choice.js'
import { supportedChoices } from './supported-documents.js'

type Filter = NonNullable<Schema<'DocumentFilter'>>

/** WHITELIST and BLACKLIST are the older values. */
const includes = (inclusion: string | undefined) => /^(include|whitelist)$/i.test(inclusion ?? 'INCLUDE')

const isListed = (list: readonly string[] | null | undefined, value: string) =>
  list === null || list === undefined || list.length === 0 || list.includes(value)

/** All combinations of the listed types and countries. An empty list stands for everything that Yoti supports. */
const named = (types: readonly string[] | null | undefined, countries: readonly string[] | null | undefined) => {
  if (types?.length && countries?.length)
    return countries.flatMap((country) => types.map((type) => ({ type, country })))
  return supportedChoices().filter(({ type, country }) => isListed(types, type) && isListed(countries, country))
}

const byRestrictions = ({ country_restriction, type_restriction }: Filter) => {
  const countries = includes(country_restriction?.inclusion) ? country_restriction?.country_codes : undefined
  const types = includes(type_restriction?.inclusion) ? type_restriction?.document_types : undefined
  return named(types, countries).filter(
    ({ type, country }) =>
      (includes(country_restriction?.inclusion) || !country_restriction?.country_codes.includes(country)) &&
      (includes(type_restriction?.inclusion) || !type_restriction?.document_types.includes(type)),
  )
}

const byDocuments = ({ inclusion, documents = [] }: Filter) => {
  const listed = documents.flatMap(({ document_types, country_codes }) => named(document_types, country_codes))
  if (includes(inclusion)) return listed
  return supportedChoices().filter(
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
    return includes(inclusion) ? byDocuments(filter) : firstBritishPassport(byDocuments(filter))
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
