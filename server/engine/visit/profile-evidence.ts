import type { Schema } from '../../openapi/schema.js'
import type { Evidence } from '../model/identity-profile-failure.js'
import type { SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { Visited } from './document-outcome.js'

/** The evidence from a visit for an identity profile. */
export const profileEvidence = (
  { id, request }: Visited,
  events: readonly SessionEvent[],
  checks: readonly Schema<'Check'>[],
  { identity_profile }: Scenario,
): Evidence => {
  const isCaptured = (requirementId: string) =>
    events.some((event) => 'requirementId' in event && event.requirementId === requirementId)
  return {
    sessionId: id,
    ...(identity_profile && { reasonCode: identity_profile.reason_code }),
    checks,
    documents: events.flatMap((event) => ('document' in event ? [event.document] : [])),
    missing: request.requirements.filter((requirement) => !isCaptured(requirement.id)),
  }
}
