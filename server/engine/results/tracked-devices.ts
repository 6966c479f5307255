import { toInstant } from '../../base/clock.js'
import type { Schema } from '../../openapi/schema.js'
import type { Session, SessionEvent } from '../model/session.js'
import { render } from './render.js'

type Tracked = Schema<'TrackedDevice'>

/** Yoti's sample has a phone too. Keys in the order of the sample, the country behind the address. */
const device: Tracked['device'] = {
  ip_address: '192.0.2.10',
  ip_iso_country_code: 'GBR',
  manufacture_name: 'Google',
  model_name: 'Pixel 9',
  os_name: 'Android',
  os_version: '15',
  browser_name: 'Chrome',
  browser_version: '140.0',
  locale: 'en-GB',
  client_version: '',
}

/** The person has finished, and the checks begin. */
const isFinished = ({ type }: SessionEvent) => type === 'checked' || type === 'completed'

const byTime = (one: Tracked, other: Tracked) => Date.parse(one.created) - Date.parse(other.created)

/** The tracked devices of a session, the oldest event first: the person's own device at home, none in a branch. */
export const trackedDevices = (session: Session, now: number): Tracked[] => {
  if (session.request.inBranch || session.devicesDeleted) return []
  const { resources } = render(session, now)
  const { id_documents, supplementary_documents, liveness_capture, share_codes = [] } = resources
  const made = [...id_documents, ...supplementary_documents, ...liveness_capture, ...share_codes]
  if (made.length === 0) return []
  const at = session.frozenAt ?? now
  const finished = session.events.find((event) => event.at <= at && isFinished(event))
  const created = made.map(
    ({ id, created_at }): Tracked => ({
      event: 'RESOURCE_CREATED',
      resource_id: id,
      created: created_at ?? toInstant(session.createdAt),
      device,
    }),
  )
  return [
    { event: 'CONFIG_FIRST_LOADED', created: toInstant(session.createdAt), device },
    ...created.sort(byTime),
    ...(finished ? [{ event: 'CLIENT_SESSION_TOKEN_DELETED' as const, created: toInstant(finished.at), device }] : []),
  ]
}
