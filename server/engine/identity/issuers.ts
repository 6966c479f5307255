import { tableOf } from '../../base/table.js'
import type { DocumentKind } from './document-kinds.js'

const passportIssuers: Readonly<Record<string, string>> = tableOf({
  DEU: 'STADT BERLIN',
  ESP: 'DGP-28391A6PK',
  FRA: 'PREFECTURE DE POLICE DE PARIS',
  GBR: 'HMPO',
  IRL: 'PASSPORT OFFICE DUBLIN',
  NLD: 'BURG. VAN UTRECHT',
  USA: 'UNITED STATES DEPARTMENT OF STATE',
})

const licencePlaces: Readonly<Record<string, string>> = tableOf({
  DEU: 'Landratsamt Musterhausen',
  ESP: 'Madrid',
  FRA: 'Paris',
  IRL: 'NDLS',
  NLD: 'Gemeente Utrecht',
})

const stateIssuers: Readonly<Record<string, string>> = tableOf({ AUS: 'Queensland', CAN: 'Ontario', USA: 'Illinois' })

const organisations: Readonly<Record<string, string>> = tableOf({
  BANK_STATEMENT: 'Specimen Bank plc',
  COUNCIL_TAX_BILL: 'Specimen City Council',
  PHONE_BILL: 'Specimen Telecom Ltd',
  UTILITY_BILL: 'Specimen Energy Ltd',
})

/** The issuer of a document: an authority or a place; an organisation for supplementary documents, where `of` is the type. */
export const issuerOf = (kind: DocumentKind, of: string): string => {
  if (kind === 'passport') return passportIssuers[of] ?? `${of} PASSPORT OFFICE`
  if (kind === 'british-licence') return 'DVLA'
  if (kind === 'state-card') return stateIssuers[of] ?? of
  if (kind === 'foreign-licence') return licencePlaces[of] ?? of
  return organisations[of] ?? 'Specimen Authority'
}
