import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Evidence } from '../model/identity-profile-failure.js'
import { profileResults } from '../model/identity-profiles.js'
import type { SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import type { Visited } from './document-outcome.js'

/** The events after the checks: the results of identity profiles and an import token, if they were requested. */
export const planEnding = (
  { request }: Visited,
  evidence: Evidence,
  { import_token }: Scenario,
  at: number,
): SessionEvent[] => {
  const failureReason = import_token?.failure_reason
  const { profiles, wantsImportToken } = request
  const events: SessionEvent[] = []
  if (profiles) events.push({ at, type: 'profiled', results: profileResults(profiles, { ...evidence, at }) })
  const instant = toInstant(at)
  const media = {
    id: deriveId(evidence.sessionId, 'import_token'),
    type: 'JSON' as const,
    created: instant,
    last_updated: instant,
  }
  const token = failureReason === undefined ? { media } : { failure_reason: failureReason }
  if (wantsImportToken) events.push({ at, type: 'import-token-made', token })
  return events
}
