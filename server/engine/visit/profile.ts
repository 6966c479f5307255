import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'

/** The resource of the profile that the relying business sent. */
export const supplyProfile = (sessionId: string, at: number): Schema<'ApplicantProfile'> => {
  const id = deriveId(sessionId, 'applicant_profile')
  const instant = toInstant(at)
  return {
    id,
    tasks: [],
    source: { type: 'RELYING_BUSINESS' },
    created_at: instant,
    last_updated: instant,
    media: { id: deriveId(id, 'media'), type: 'JSON', created: instant, last_updated: instant },
  }
}
