import type { Schema } from '../../openapi/schema.js'

type Failure = Schema<'IdentityProfileFailure'>
type Scheme = Schema<'SchemeCompliance'>['scheme']
type CapturedDocument = Pick<Schema<'IdDocument'>, 'document_type' | 'issuing_country'>

/** What one scheme came to: met, or why not. */
export type SchemeResult = { readonly scheme: Scheme; readonly info?: string }

/** Whether a profile comes back, and what became of each scheme. */
export type ProfileVerdict =
  | { readonly result: 'DONE'; readonly schemes: readonly SchemeResult[] }
  | { readonly result: 'ABORTED'; readonly failure: Failure }

/** Codes under which a profile comes back with a scheme that is not met; any other one aborts it. */
const infos = ['LEVEL_OF_ASSURANCE_NOT_SUFFICIENT', 'UNABLE_TO_VERIFY_ADDRESS', 'INSUFFICIENT_ACTIVITY_HISTORY']

const isRightTo = ({ type }: Scheme) => type === 'RTW' || type === 'RTR'

const isBritishOrIrishPassport = ({ document_type, issuing_country }: CapturedDocument) =>
  document_type === 'PASSPORT' && ['GBR', 'IRL'].includes(issuing_country)

/** The schemes that a request means: DBS and right to work together come back as two. */
export const schemesOf = ({ type, ...rest }: Scheme): Scheme[] =>
  type === 'DBS_RTW' ? [{ type: 'DBS', ...rest }, { type: 'RTW' }] : [{ type, ...rest }]

/**
 * What became of the schemes of a profile. Right to work, or to rent, asked for alone is met or aborts the profile; it takes
 * British and Irish passports only. Sources: Yoti, "Error responses" (DBS and right to work), "Failure scenarios".
 */
export const verdictOn = (
  schemes: readonly Scheme[],
  failure: Failure | undefined,
  documents: readonly CapturedDocument[],
): ProfileVerdict => {
  if (failure !== undefined && !infos.includes(failure.reason_code)) return { result: 'ABORTED', failure }
  const isOnlyRightTo = schemes.every(isRightTo)
  const infoOf = (scheme: Scheme) => {
    if (!isRightTo(scheme)) return failure?.reason_code
    if (!documents.some(isBritishOrIrishPassport)) return 'MANDATORY_DOCUMENT_NOT_PROVIDED'
    return isOnlyRightTo ? failure?.reason_code : undefined
  }
  const results = schemes.map((scheme): SchemeResult => {
    const info = infoOf(scheme)
    return { scheme, ...(info !== undefined && { info }) }
  })
  const [first] = results
  const isHopeless = schemes.some(isRightTo) && results.every(({ info }) => info !== undefined)
  if (!isHopeless || first?.info === undefined) return { result: 'DONE', schemes: results }
  return { result: 'ABORTED', failure: failure ?? { reason_code: first.info, requirements_not_met_details: [] } }
}
