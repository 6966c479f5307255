import { tableOf } from '../../base/table.js'

/** English names of the countries whose documents are most often asked for. */
const names: Readonly<Record<string, string>> = tableOf({
  AUS: 'Australia',
  AUT: 'Austria',
  BEL: 'Belgium',
  BGR: 'Bulgaria',
  CAN: 'Canada',
  CHE: 'Switzerland',
  CHN: 'China',
  DEU: 'Germany',
  DNK: 'Denmark',
  ESP: 'Spain',
  FIN: 'Finland',
  FRA: 'France',
  GBR: 'United Kingdom',
  GRC: 'Greece',
  HKG: 'Hong Kong',
  HUN: 'Hungary',
  IMN: 'Isle of Man',
  IND: 'India',
  IRL: 'Ireland',
  ITA: 'Italy',
  JEY: 'Jersey',
  KEN: 'Kenya',
  NGA: 'Nigeria',
  NLD: 'Netherlands',
  NOR: 'Norway',
  NZL: 'New Zealand',
  PAK: 'Pakistan',
  POL: 'Poland',
  PRT: 'Portugal',
  ROU: 'Romania',
  SWE: 'Sweden',
  USA: 'United States of America',
  ZAF: 'South Africa',
})

/** A country's English name, or its code if the table has no name. */
export const countryName = (code: string): string => names[code] ?? code
