/** English names of the countries whose documents are most often asked for. */
const names: Readonly<Record<string, string>> = {
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
}

/** A country's English name, or its code if the table has no name. */
export const countryName = (code: string): string => names[code] ?? code

/** Countries whose passports and travel documents Yoti takes, by ISO 3166-1 alpha-3 code. */
export const documentCountries: readonly string[] = `
  ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BMU BOL BRA
  BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY
  ERI ESP EST ETH FIN FJI FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GMB GNB GNQ GRC GRD GRL GTM GUY HKG HND HRV HTI HUN
  IDN IMN IND IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO
  LTU LUX LVA MAC MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MSR MUS MWI MYS NAM NER NGA NIC NLD NOR
  NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRI PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM
  SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCA TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB
  VAT VCT VEN VGB VIR VNM VUT WSM XKX YEM ZAF ZMB ZWE`
  .trim()
  .split(/\s+/)

export const isDocumentCountry = (code: string): boolean => documentCountries.includes(code)
