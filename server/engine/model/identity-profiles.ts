import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { type Evidence, profileFailure } from './identity-profile-failure.js'
import { type SchemeResult, schemesOf, verdictOn } from './scheme-results.js'

type Order = Schema<'CreateSession'>
type Requirements = NonNullable<Schema<'IdentityProfileRequirements'>>
type AdvancedRequirements = NonNullable<Schema<'AdvancedIdentityProfileRequirements'>>
type AskedScheme = AdvancedRequirements['profiles'][number]['schemes'][number]

/** The identity profiles of a create request. */
export type AskedProfiles = {
  readonly subjectId?: string
  readonly profile?: Requirements
  readonly advanced?: AdvancedRequirements
  readonly hasPreview: boolean
}

/** The keys of a session result that concern identity profiles. */
export type ProfileResults = Pick<
  Schema<'SessionResult'>,
  'identity_profile' | 'advanced_identity_profile' | 'identity_profile_preview' | 'advanced_identity_profile_preview'
>

export const asksForProfile = (order: Order): boolean =>
  (order.identity_profile_requirements ?? order.advanced_identity_profile_requirements ?? undefined) !== undefined

export const readAskedProfiles = (order: Order): AskedProfiles | undefined => {
  if (!asksForProfile(order)) return undefined
  const { identity_profile_requirements: profile, advanced_identity_profile_requirements: advanced, subject } = order
  return {
    ...(typeof subject?.subject_id === 'string' && { subjectId: subject.subject_id }),
    ...(profile && { profile }),
    ...(advanced && { advanced }),
    hasPreview: order.create_identity_profile_preview === true,
  }
}

/** A search for fraud belongs to the British framework, and has no resource; the captured answer of another one has none. */
export const impliesFraudCheck = (frameworks: readonly string[]): boolean => frameworks.includes('UK_TFIDA')

const frameworksOf = ({ identity_profile_requirements: one, advanced_identity_profile_requirements: many }: Order) =>
  [...(one ? [one] : []), ...(many?.profiles ?? [])].map(({ trust_framework }) => trust_framework)

/**
 * Completes a create request that has an identity profile and nothing else: it implies an identity document, the extraction
 * of its text, its authenticity check, a face match, and in Britain a search for fraud.
 */
export const withImplied = (order: Order): Order => {
  if (!asksForProfile(order)) return order
  const { requested_checks, requested_tasks, required_documents } = order
  return {
    ...order,
    ...(!requested_checks?.length && {
      requested_checks: [
        { type: 'ID_DOCUMENT_AUTHENTICITY' },
        { type: 'LIVENESS', config: { liveness_type: 'ZOOM' } },
        { type: 'ID_DOCUMENT_FACE_MATCH' },
        ...(impliesFraudCheck(frameworksOf(order)) ? [{ type: 'THIRD_PARTY_IDENTITY_FRAUD_1' as const }] : []),
      ],
    }),
    ...(!requested_tasks?.length && { requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION' }] }),
    ...(!required_documents?.length && { required_documents: [{ type: 'ID_DOCUMENT' }] }),
  }
}

type Scheme = Schema<'SchemeCompliance'>['scheme']
type Failure = Schema<'IdentityProfileFailure'>
type Checked = Evidence & { readonly at: number }

const compliance = ({ scheme: { type, objective, label }, info }: SchemeResult): Schema<'SchemeCompliance'> => ({
  scheme: { type, ...(objective && { objective }), ...(label !== undefined && { label }) },
  requirements_met: info === undefined,
  ...(info !== undefined && { requirements_not_met_info: info }),
})

/** In answers about DBS and right to work each entry has all five keys, empty where they do not apply. */
const withEveryKey = (failure: Failure): Failure => ({
  ...failure,
  requirements_not_met_details: failure.requirements_not_met_details.map((details) => ({
    failure_type: details.failure_type,
    document_type: details.document_type ?? '',
    document_country_iso_code: details.document_country_iso_code ?? '',
    audit_id: details.audit_id ?? '',
    details: details.details,
  })),
})

/** Builders send null for what was not set. */
const withoutNulls = ({ type, objective, label }: Partial<AskedScheme> & Pick<AskedScheme, 'type'>): Scheme => ({
  type,
  ...(objective && { objective }),
  ...(label != null && { label }),
})

const standard = (
  { trust_framework, scheme }: Requirements,
  failure: Failure | undefined,
  { documents }: Evidence,
  media: Schema<'Media'>,
): Schema<'IdentityProfile'> => {
  const verdict = verdictOn(schemesOf(withoutNulls(scheme)), failure, documents)
  if (verdict.result === 'ABORTED') return { result: 'ABORTED', failure_reason: withEveryKey(verdict.failure) }
  const schemes_compliance = verdict.schemes.map(compliance)
  return { result: 'DONE', identity_profile_report: { trust_framework, media, schemes_compliance } }
}

const advancedResult = (
  { profiles }: AdvancedRequirements,
  failure: Failure | undefined,
  { documents }: Evidence,
  media: Schema<'Media'>,
): Schema<'AdvancedIdentityProfile'> => {
  // The Node SDK cannot read a scheme without a label.
  const asked = profiles.map(({ schemes }) =>
    schemes.map((scheme) => withoutNulls({ ...scheme, label: scheme.label ?? '' })),
  )
  const verdict = verdictOn(asked.flat(), failure, documents)
  if (verdict.result === 'ABORTED') return { result: 'ABORTED', failure_reason: verdict.failure }
  const results = [...verdict.schemes]
  const reports = profiles.map(({ trust_framework, schemes }) => ({
    trust_framework,
    schemes_compliance: results.splice(0, schemes.length).map(compliance),
  }))
  return { result: 'DONE', identity_profile_report: { compliance: reports, media } }
}

/** What became of the profiles that were asked for: a report, or the reason that there is none. */
export const profileResults = (asked: AskedProfiles, { at, ...evidence }: Checked): ProfileResults => {
  const instant = toInstant(at)
  const media = (name: string): Schema<'Media'> => ({
    id: deriveId(evidence.sessionId, name),
    type: 'JSON',
    created: instant,
    last_updated: instant,
  })
  const failure = profileFailure(evidence)
  const { profile, advanced, hasPreview, subjectId } = asked
  const subject = subjectId === undefined ? {} : { subject_id: subjectId }
  const results: ProfileResults = {}
  if (profile !== undefined)
    results.identity_profile = { ...subject, ...standard(profile, failure, evidence, media('identity_profile')) }
  if (advanced !== undefined)
    results.advanced_identity_profile = {
      ...subject,
      ...advancedResult(advanced, failure, evidence, media('advanced_identity_profile')),
    }
  if (hasPreview && results.identity_profile?.identity_profile_report)
    results.identity_profile_preview = { media: media('identity_profile_preview') }
  if (hasPreview && results.advanced_identity_profile?.identity_profile_report)
    results.advanced_identity_profile_preview = { media: media('advanced_identity_profile_preview') }
  return results
}

/** What becomes of the profiles of a session that expired before it was completed. */
export const abandonedProfiles = ({ profile, advanced, subjectId }: AskedProfiles): ProfileResults => {
  const abandoned = {
    ...(subjectId !== undefined && { subject_id: subjectId }),
    result: 'ABORTED' as const,
    failure_reason: { reason_code: 'ABANDONED', requirements_not_met_details: [] },
  }
  return {
    ...(profile && { identity_profile: abandoned }),
    ...(advanced && { advanced_identity_profile: abandoned }),
  }
}
