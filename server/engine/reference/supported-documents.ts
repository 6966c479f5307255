import { lazy } from '../../base/lazy.js'
import type { Schema } from '../../openapi/schema.js'
import type { DocumentChoice } from './document-choice.js'
import { supportedDocumentsAnswer } from './supported-documents-answer.js'

type Country = Schema<'SupportedCountry'>
type SupportedDocument = Country['supported_documents'][number]

/** Documents that are not strictly Latin: our own choice, because no list of Yoti's is public (decision 12). */
const notLatin: Readonly<Record<string, readonly string[]>> = {
  CHN: ['NATIONAL_ID'],
  EGY: ['NATIONAL_ID'],
  HKG: ['DRIVING_LICENCE'],
  IND: ['DRIVING_LICENCE'],
  ISR: ['NATIONAL_ID'],
  JPN: ['DRIVING_LICENCE'],
  KOR: ['DRIVING_LICENCE', 'NATIONAL_ID'],
  PAK: ['DRIVING_LICENCE'],
  SAU: ['NATIONAL_ID'],
  TUN: ['NATIONAL_ID'],
}

/** Yoti's answer without `includeNonLatin`. */
const latinCountries = lazy(
  // A test checks the whole answer against openapi.yaml.
  () => (JSON.parse(supportedDocumentsAnswer) as Schema<'SupportedDocuments'>).supported_countries,
)

const byType = (a: SupportedDocument, b: SupportedDocument) => (a.type < b.type ? -1 : 1)

const allCountries = lazy(() =>
  latinCountries().map(({ code, supported_documents }): Country => {
    const others = (notLatin[code] ?? []).map((type) => ({ type, is_strictly_latin: false }))
    return { code, supported_documents: [...supported_documents, ...others].sort(byType) }
  }),
)

/** The answer of `GET /supported-documents`. */
export const supportedCountries = (includeNonLatin: boolean): Country[] =>
  includeNonLatin ? allCountries() : latinCountries()

/** Every supported identity document, by country. All sessions without a filter share this list. */
export const supportedChoices: () => readonly DocumentChoice[] = lazy(() =>
  allCountries().flatMap(({ code, supported_documents }) =>
    supported_documents.map(({ type }) => ({ type, country: code })),
  ),
)

const documentsByCountry = lazy(
  () => new Map(allCountries().map(({ code, supported_documents }) => [code, supported_documents])),
)

/** Whether Yoti takes documents of a country, by its ISO 3166-1 alpha-3 code. */
export const isDocumentCountry = (code: string): boolean => documentsByCountry().has(code)

type RequestedCountry = Schema<'RequestedCountry'>
type RequestedDocument = RequestedCountry['supported_documents'][number]

/** As it is listed; one that Yoti does not list counts as strictly Latin. A digital ID has its providers. */
const describe = ({ type, country, providers }: DocumentChoice): RequestedDocument => ({
  ...(documentsByCountry()
    .get(country)
    ?.find((document) => document.type === type) ?? { type, is_strictly_latin: true }),
  ...(providers && { providers: [...providers] }),
})

/** Documents grouped by country, in the order of their first appearance. */
export const groupByCountry = (choices: readonly DocumentChoice[]): RequestedCountry[] => {
  const groups = new Map<string, RequestedDocument[]>()
  for (const choice of choices) {
    const group = groups.get(choice.country) ?? []
    groups.set(choice.country, group)
    group.push(describe(choice))
  }
  return [...groups].map(([code, supported_documents]) => ({ code, supported_documents }))
}
