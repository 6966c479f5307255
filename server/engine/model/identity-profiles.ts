import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { type Evidence, profileFailure } from './identity-profile-failure.js'

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

/**
 * Completes a create request that has an identity profile and nothing else: it implies an identity document, the extraction
 * of its text, its authenticity check, and a face match.
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
      ],
    }),
    ...(!requested_tasks?.length && { requested_tasks: [{ type: 'ID_DOCUMENT_TEXT_DATA_EXTRACTION' }] }),
    ...(!required_documents?.length && { required_documents: [{ type: 'ID_DOCUMENT' }] }),
  }
}

type Checked = Evidence & { readonly at: number }

const compliance = ({ type, objective, label }: AskedScheme, met: boolean): Schema<'SchemeCompliance'> => ({
  scheme: { type, ...(objective && { objective }), ...(label && { label }) },
  requirements_met: met,
  ...(!met && { requirements_not_met_info: 'A check did not approve' }),
})

/** The results of the requested profiles: the requirements are met if every check approves. */
export const profileResults = (asked: AskedProfiles, { at, ...evidence }: Checked): ProfileResults => {
  const instant = toInstant(at)
  const { sessionId } = evidence
  const media = (name: string): Schema<'Media'> => ({
    id: deriveId(sessionId, name),
    type: 'JSON',
    created: instant,
    last_updated: instant,
  })
  const failure_reason = profileFailure(evidence)
  const met = failure_reason === undefined
  const shared = {
    ...(asked.subjectId !== undefined && { subject_id: asked.subjectId }),
    result: 'DONE' as const,
    ...(failure_reason && { failure_reason }),
  }
  const { profile, advanced, hasPreview } = asked
  const results: ProfileResults = {}
  if (profile !== undefined)
    results.identity_profile = {
      ...shared,
      identity_profile_report: {
        trust_framework: profile.trust_framework,
        schemes_compliance: [compliance(profile.scheme, met)],
        media: media('identity_profile'),
      },
    }
  if (advanced !== undefined)
    results.advanced_identity_profile = {
      ...shared,
      identity_profile_report: {
        compliance: advanced.profiles.map(({ trust_framework, schemes }) => ({
          trust_framework,
          // The Node SDK cannot read a scheme without a label.
          schemes_compliance: schemes.map((scheme) => compliance({ ...scheme, label: scheme.label ?? '' }, met)),
        })),
        media: media('advanced_identity_profile'),
      },
    }
  if (hasPreview && profile) results.identity_profile_preview = { media: media('identity_profile_preview') }
  if (hasPreview && advanced)
    results.advanced_identity_profile_preview = { media: media('advanced_identity_profile_preview') }
  return results
}
