import { branchChecks } from '../../../server/engine/checks/index.js'

type Holder = Readonly<Record<string, unknown>>
type StandIn = (held: unknown, holder: Holder, answer: Holder) => unknown

const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0

const isOfBranch = (checks: unknown) =>
  Array.isArray(checks) && checks.some((check) => branchChecks.includes(check?.type))

/**
 * What stands for a word that nobody knows, by the end of its place. A word that is not here takes what it belongs to with
 * it: a check of an unknown type is left out as a whole. Nothing unknown ever becomes an approval.
 */
const standIns: Readonly<Record<string, StandIn>> = {
  state: (_held, { checks }) => (isFilled(checks) ? 'COMPLETED' : 'ONGOING'),
  'checks[].state': (_held, { report }) => (report === undefined ? 'PENDING' : 'DONE'),
  'report.recommendation.value': () => 'NOT_AVAILABLE',
  'breakdown[].result': () => 'NOT_AVAILABLE',
  'tasks[].state': (_held, { generated_media }) => (isFilled(generated_media) ? 'DONE' : 'PENDING'),
  'applicant_profiles[].source.type': () => 'RELYING_BUSINESS',
  'source.type': (_held, _holder, { checks }) => (isOfBranch(checks) ? 'IBV' : 'END_USER'),
  'media.type': () => 'BINARY',
  'generated_media[].type': () => 'BINARY',
  'liveness_capture[].liveness_type': (_held, { frames }) => (frames === undefined ? 'STATIC' : 'ZOOM'),
  'id_documents[].document_type': (held) => asType(held) ?? 'PASSPORT',
  'supplementary_documents[].document_type': (held) => asType(held) ?? 'UTILITY_BILL',
  issuing_country: (held) => asCountry(held) ?? 'GBR',
}

/** A type as scenarios write it: `Passport card` is PASSPORT_CARD. */
const asType = (held: unknown) => {
  const word = typeof held === 'string' ? held.toUpperCase().replace(/[ -]+/g, '_') : ''
  return /^[A-Z][A-Z0-9_]*$/.test(word) ? word : undefined
}

const asCountry = (held: unknown) =>
  typeof held === 'string' && /^[a-z]{3}$/i.test(held) ? held.toUpperCase() : undefined

const isEndOf = (end: string, place: string) =>
  place === end || (end !== 'state' && (place.endsWith(`.${end}`) || place.endsWith(`].${end}`)))

/**
 * The word that stands for what is at a place; undefined when nothing does.
 * @param place with `[]` for every item of a list
 */
export const standInFor = (place: string, held: unknown, holder: Holder, answer: Holder): unknown =>
  Object.entries(standIns).find(([end]) => isEndOf(end, place))?.[1](held, holder, answer)
