import type { Requirement, SessionRequest } from '../../server/engine/model/session.js'
import type { Schema } from '../../server/openapi/schema.js'
import { applicant, type Order } from './orders.js'

const requiredDocument = ({ kind, accepted, objective }: Requirement): Schema<'RequiredDocument'> => {
  // A session keeps no other than those that orders may name.
  const objectives = objective && { objective: { type: objective as 'UK_DBS' } }
  if (kind === 'SUPPLEMENTARY_DOCUMENT') {
    const document_types = accepted.map(({ type }) => type)
    return { type: kind, document_types, country_codes: accepted.map(({ country }) => country), ...objectives }
  }
  const documents = accepted.map(({ type, country }) => ({ country_codes: [country], document_types: [type] }))
  return { type: kind, filter: { type: 'DOCUMENT_RESTRICTIONS', inclusion: 'INCLUDE', documents } }
}

/** The order of a session that asks for what another one was asked for. */
export const orderLike = ({
  requirements,
  checks,
  tasks,
  inBranch,
  userTrackingId,
  applicantProfile,
  profiles,
  wantsImportToken,
}: SessionRequest): Order => ({
  client_session_token_ttl: 1_209_600,
  resources_ttl: 1_814_400,
  requested_checks: [...checks],
  requested_tasks: [...tasks],
  required_documents: requirements.map(requiredDocument),
  ...(profiles?.profile && { identity_profile_requirements: profiles.profile }),
  ...(profiles?.advanced && { advanced_identity_profile_requirements: profiles.advanced }),
  ...(profiles?.hasPreview && { create_identity_profile_preview: true }),
  ...(profiles?.subjectId !== undefined && { subject: { subject_id: profiles.subjectId } }),
  ...(wantsImportToken && { import_token: { ttl: 2_592_000 } }),
  ...(inBranch && { ibv_options: { support: 'MANDATORY' as const } }),
  ...(userTrackingId !== undefined && { user_tracking_id: userTrackingId }),
  ...(applicantProfile !== undefined && { resources: { applicant_profile: applicant } }),
})
