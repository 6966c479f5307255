import { distance } from 'fastest-levenshtein'
import { documentTypes } from '../identity/index.js'
import { isDocumentCountry } from '../reference/supported-documents.js'
import type { Scenario, ScenarioDocument } from './scenario.js'
import type { Path, Problem } from './schema-problems.js'

/** An unknown type may exist, but one that differs from a known type by a letter or two is a typing error. */
const typeProblems = (type: string, path: Path): Problem[] => {
  if (documentTypes.includes(type)) return []
  const meant = documentTypes.find((known) => distance(known, type) <= 2)
  return meant === undefined ? [] : [{ path, message: `'${type}' is no document of Yoti's. Did you mean '${meant}'?` }]
}

const countryProblems = (country: string | undefined, path: Path): Problem[] =>
  country === undefined || isDocumentCountry(country)
    ? []
    : [{ path, message: `'${country}' is no country whose documents Yoti takes (ISO 3166-1 alpha-3)` }]

const isChipReason = (reason: string | undefined) => reason?.startsWith('CHIP_') === true

/** Reasons that contradict the description of the document. */
const contradictions = ({ asked, chip, expires, checks }: ScenarioDocument, path: Path): Problem[] => {
  const outcome = checks?.ID_DOCUMENT_AUTHENTICITY
  if (typeof outcome !== 'object') return []
  const key: Path = [...path, 'checks', 'ID_DOCUMENT_AUTHENTICITY']
  const { reject, not_available } = outcome
  const isValid = expires !== undefined && !expires.startsWith('-')
  return [
    ...(reject === 'EXPIRED_DOCUMENT' && isValid
      ? [{ path: [...key, 'reject'], message: `the document has not expired: 'expires' is ${expires}` }]
      : []),
    ...(not_available === 'INCORRECT_MRZ' && asked === 'DRIVING_LICENCE'
      ? [{ path: [...key, 'not_available'], message: `a ${asked} has no machine-readable zone to be incorrect` }]
      : []),
    ...[reject, not_available]
      .filter((reason) => isChipReason(reason) && (chip === false || asked === 'DRIVING_LICENCE'))
      .map((reason) => ({
        path: key,
        message: `${reason} is about a chip, and ${chip === false ? "'chip' is false" : `a ${asked} has none`}`,
      })),
  ]
}

type Choice = {
  readonly type: string
  /** Who says the kind of a document knows that the type is a new one. */
  readonly isNew?: boolean
  readonly country?: string | undefined
  readonly path: Path
  readonly key: string
}

/** Every document that a scenario names, and where. */
const choicesIn = ({ asked, country, kind, brought, captures = [] }: ScenarioDocument, path: Path): Choice[] => [
  { type: asked, country, path, key: 'asked', isNew: kind !== undefined },
  ...(typeof brought === 'object' ? [{ ...brought, path: [...path, 'brought'], key: 'type' }] : []),
  ...captures.flatMap((capture, nth) =>
    typeof capture === 'object' && capture.type !== undefined
      ? [{ type: capture.type, country: capture.country, path: [...path, 'captures', nth], key: 'type' }]
      : [],
  ),
]

/** Problems in the documents of a scenario: typing errors, unknown countries, contradictions. */
export const problemsOfDocuments = ({ documents, provenance }: Scenario): Problem[] =>
  documents.flatMap((document, index) => {
    const path: Path = ['documents', index]
    const choices = choicesIn(document, path)
    const slips = choices.flatMap(({ isNew, type, path, key }) => (isNew ? [] : typeProblems(type, [...path, key])))
    if (provenance === 'invented') return slips
    return [
      ...slips,
      ...choices.flatMap((choice) => countryProblems(choice.country, [...choice.path, 'country'])),
      ...contradictions(document, path),
    ]
  })

/** A visit that captures more documents than the scenario has. */
export const problemsOfVisit = ({ visit, documents: { length } }: Scenario): Problem[] => {
  if (typeof visit === 'string') return []
  const [key = '', count] = Object.entries(visit)[0] ?? []
  return typeof count === 'number' && count > length
    ? [
        {
          path: ['visit', key],
          message: `visit.${key} is ${count}, and there ${length === 1 ? 'is 1 document' : `are ${length} documents`}`,
        },
      ]
    : []
}
