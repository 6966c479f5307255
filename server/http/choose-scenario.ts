import { findHeader } from '../base/find-header.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { getScenario } from '../engine/scenarios/scenario-by-id.js'
import type { Changes, RequestContext } from '../state/state.js'

type Asked = {
  /** From the base URL. */
  readonly base: Scenario | undefined
  /** Whether a session is created: only then the request itself names a scenario, or a next-session does. */
  readonly creates: boolean
  readonly rawHeaders: readonly string[]
  readonly body: unknown
}

type ChoiceDeps = {
  readonly catalogue: Catalogue
  readonly context: Pick<RequestContext, 'nextSession' | 'defaults'>
  readonly changes: Changes
}

const fromTrackingId = (body: unknown): string | undefined => {
  const { user_tracking_id } = (body ?? {}) as { user_tracking_id?: unknown }
  return typeof user_tracking_id === 'string' ? /^scenario:(\S+)/.exec(user_tracking_id)?.[1] : undefined
}

/** The scenario of a session that is being created, and the choice that it uses up, if it does. */
export type Choice = { readonly scenario: Scenario; readonly used?: number }

/**
 * The first of: the base URL, the header, the tracking id, the next-session of the application, its default, the server's.
 * @throws YotiError PAYLOAD_VALIDATION when what was asked for does not exist, naming the nearest
 */
export const chooseScenario = (
  { base, creates, rawHeaders, body }: Asked,
  { catalogue, context: { nextSession, defaults }, changes }: ChoiceDeps,
): Choice => {
  const named = (id: string, property: string) => getScenario(id, property, catalogue)
  if (base !== undefined) return { scenario: base }
  if (creates) {
    const header = findHeader(rawHeaders, 'x-mock-yoti-scenario')
    if (header !== undefined) return { scenario: named(header, 'header.X-Mock-Yoti-Scenario') }
    const tracked = fromTrackingId(body)
    if (tracked !== undefined) return { scenario: named(tracked, 'user_tracking_id') }
    if (nextSession !== undefined) {
      const { id, scenario } = nextSession
      // A choice whose file was removed is used up by the request that it refuses.
      if (catalogue.find(scenario) === undefined) changes.usedNextSession = id
      return { scenario: named(scenario, 'next-session'), used: id }
    }
  }
  return { scenario: named(defaults.scenario, 'scenario') }
}
