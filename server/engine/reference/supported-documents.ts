import type { Schema } from '../../openapi/schema.js'
import { documentCountries } from '../identity/index.js'
import type { DocumentChoice } from '../model/session.js'

const words = (text: string) => text.trim().split(/\s+/)

// Every country has passports and travel documents. Which other documents Yoti takes from where is known in full only to
// Yoti: these lists follow its published counts and samples (docs/decisions/0012-supported-documents.md).
const drivingLicences = new Set(
  words(`
  ARE ARG AUS AUT BEL BGR BRA CAN CHE CHL COL CYP CZE DEU DNK ESP EST FIN FRA GBR GGY GIB GRC HKG HRV HUN IMN IND IRL
  ISL ITA JEY JPN KEN KOR LIE LTU LUX LVA MEX MLT MYS NGA NLD NOR NZL PAK PER PHL POL PRT ROU SGP SRB SVK SVN SWE TUR
  UKR USA ZAF`),
)
const nationalIds = new Set(
  words(`
  ALB ARG AUT BEL BGR BIH BRA CHE CHL CHN COL CYP CZE DEU DNK DZA ECU EGY ESP EST FIN FRA GRC HKG HRV HUN IDN ISL ISR
  ITA KEN KOR KWT LIE LTU LUX LVA MAR MDA MEX MKD MLT MNE MYS NLD NOR PAK PER PHL POL PRT ROU SAU SGP SRB SVK SVN SWE
  THA TUN TUR UKR URY VNM ZAF`),
)
const residencePermits = new Set(
  words(`AUT BEL BGR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LTU LUX LVA MLT NLD NOR POL PRT
  ROU SVK SVN SWE USA`),
)
const notLatin = new Set(
  words(
    'AFG ARE BGD BGR BHR BLR CHN DZA EGY GEO GRC HKG IND IRN IRQ ISR JOR JPN KAZ KGZ KOR KWT LBN MAR MKD MMR NPL PAK RUS SAU SRB THA TUN UKR YEM',
  ),
)
const ofOneCountry: Readonly<Record<string, readonly string[]>> = {
  GBR: ['CITIZENCARD', 'POSTOFFICE', 'YOUNGSCOT'],
  IND: ['AADHAAR', 'PAN'],
  MYS: ['MYKAD'],
  PHL: ['PHILSYS_ID', 'UMID', 'SSS_ID_CARD', 'VOTER_ID', 'PROFESSIONAL_ID', 'POSTAL_ID'],
  USA: ['STATE_ID', 'NEXUS_CARD'],
  CAN: ['HEALTH_CARD', 'SCIS'],
}

const typesOf = (country: string) =>
  [
    ...(ofOneCountry[country] ?? []),
    ...(drivingLicences.has(country) ? ['DRIVING_LICENCE'] : []),
    ...(nationalIds.has(country) ? ['NATIONAL_ID'] : []),
    'PASSPORT',
    ...(residencePermits.has(country) ? ['RESIDENCE_PERMIT'] : []),
    'TRAVEL_DOCUMENT',
  ].sort()

/** Passports carry a Latin line everywhere; other documents only where the country writes in Latin letters. */
const isStrictlyLatin = ({ type, country }: DocumentChoice) =>
  type === 'PASSPORT' || type === 'TRAVEL_DOCUMENT' || !notLatin.has(country)

/** Every supported identity document, by country. All sessions without a filter share this list. */
export const supportedChoices: readonly DocumentChoice[] = documentCountries.flatMap((country) =>
  typesOf(country).map((type) => ({ type, country })),
)

/** Documents grouped by country, in the order of their first appearance. */
export const groupByCountry = (choices: readonly DocumentChoice[]): Schema<'SupportedCountry'>[] => {
  const groups = new Map<string, DocumentChoice[]>()
  for (const choice of choices) groups.set(choice.country, [...(groups.get(choice.country) ?? []), choice])
  return [...groups].map(([code, ofCountry]) => ({
    code,
    supported_documents: ofCountry.map((choice) => ({ type: choice.type, is_strictly_latin: isStrictlyLatin(choice) })),
  }))
}

/** The answer of `GET /supported-documents`. */
export const supportedCountries = (includeNonLatin: boolean): Schema<'SupportedCountry'>[] =>
  groupByCountry(supportedChoices.filter((choice) => includeNonLatin || isStrictlyLatin(choice)))
