import { toInstant } from '../clock.js'
import { deriveId } from '../ids.js'
import type { Schema } from '../openapi/schema.js'
import type { Visited } from './fate.js'
import { profileResults } from './identity-profiles.js'
import type { SessionEvent } from './session.js'

/** What Yoti makes of the checks where more than them was asked for. */
export const planEnding = (
  { id, request }: Visited,
  checks: readonly Schema<'Check'>[],
  at: number,
): SessionEvent[] => {
  const { profiles, wantsImportToken } = request
  const events: SessionEvent[] = []
  if (profiles) events.push({ at, type: 'profiled', results: profileResults(profiles, { sessionId: id, checks, at }) })
  const instant = toInstant(at)
  const media = { id: deriveId(id, 'import_token'), type: 'JSON' as const, created: instant, last_updated: instant }
  if (wantsImportToken) events.push({ at, type: 'import-token-made', media })
  return events
}
