import { YotiError } from '../base/errors.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { NextSession, NextSessions } from '../state/memory/next-sessions.js'

/** The scenario of a session that is being created, and the choice that it used up, if it did. */
export type Choice = { readonly scenario: Scenario; readonly used?: NextSession }

type Asked = {
  /** From the base URL. */
  readonly base?: Scenario
  /** From the header X-Mock-Yoti-Scenario. */
  readonly header?: string
  readonly body: unknown
  readonly sdkId?: string
}

type ChoiceDeps = {
  readonly catalogue: Catalogue
  readonly nextSessions: NextSessions | undefined
  readonly defaultScenario: string
}

const named = (id: string, property: string, { catalogue }: ChoiceDeps): Scenario => {
  const scenario = catalogue.find(id)
  if (scenario !== undefined) return scenario
  throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property, message: catalogue.describeUnknown(id) }] })
}

const fromTrackingId = (body: unknown): string | undefined => {
  const { user_tracking_id } = (body ?? {}) as { user_tracking_id?: unknown }
  return typeof user_tracking_id === 'string' ? /^scenario:(\S+)/.exec(user_tracking_id)?.[1] : undefined
}

/**
 * The first of: the base URL, the header, the tracking id, the next-session of the application, its default, the server's.
 * @throws YotiError PAYLOAD_VALIDATION when what was asked for does not exist, naming the nearest
 */
export const chooseScenario = ({ base, header, body, sdkId }: Asked, deps: ChoiceDeps): Choice => {
  if (base !== undefined) return { scenario: base }
  if (header !== undefined) return { scenario: named(header, 'header.X-Mock-Yoti-Scenario', deps) }
  const tracked = fromTrackingId(body)
  if (tracked !== undefined) return { scenario: named(tracked, 'user_tracking_id', deps) }
  const used = deps.nextSessions?.take(sdkId)
  if (used !== undefined) return { scenario: named(used.scenario, 'next-session', deps), used }
  return { scenario: named(deps.defaultScenario, 'scenario', deps) }
}
