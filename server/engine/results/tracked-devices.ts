import { toInstant } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { Session } from '../model/session.js'
import { render } from './render.js'

const device = {
  ip_address: '192.0.2.10',
  ip_iso_country_code: 'GBR',
  os_name: 'Android',
  os_version: '15',
  browser_name: 'Chrome',
  browser_version: '140.0',
  locale: 'en-GB',
}

/** The tracked devices of a session: the person's own device at home, none in a branch. */
export const trackedDevices = (session: Session, now: number): Schema<'TrackedDevice'>[] => {
  if (session.request.inBranch || session.devicesDeleted) return []
  const { resources } = render(session, now)
  const captured = [...resources.id_documents, ...resources.supplementary_documents, ...resources.liveness_capture]
  if (captured.length === 0) return []
  return [
    { event: 'CONFIG_FIRST_LOADED', created: toInstant(session.createdAt), device },
    ...captured.map(({ id, created_at }) => ({
      event: 'RESOURCE_CREATED' as const,
      resource_id: id,
      created: created_at ?? toInstant(session.createdAt),
      device,
    })),
  ]
}
