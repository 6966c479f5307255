import { toInstant } from '../clock.js'
import { deriveId } from '../ids.js'
import type { Visited } from './fate.js'
import type { Evidence } from './identity-profile-failure.js'
import { profileResults } from './identity-profiles.js'
import type { SessionEvent } from './session.js'

/** What Yoti makes of the checks where more than them was asked for. */
export const planEnding = ({ request }: Visited, evidence: Evidence, at: number): SessionEvent[] => {
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
  if (wantsImportToken) events.push({ at, type: 'import-token-made', media })
  return events
}
