import { computed } from '@preact/signals'
import { get, queryOf } from './api.js'
import { Collection, mostKept } from './collection.js'
import { Resource } from './resource.js'
import { parameter } from './route.js'
import type {
  Application,
  Clock,
  DeliverySummary,
  DeliverySummaryList,
  FaultList,
  RequestSummary,
  RequestSummaryList,
  ScenarioSummary,
  SessionList,
  SessionSummary,
  Settings,
  Version,
} from './types.js'

/** The application whose things are shown; empty for all. It is in the address, as every filter. */
export const application = computed(() => parameter('app'))

const sdkId = () => application.peek() || undefined

export const requests = new Collection<RequestSummary>(
  async () => {
    const query = queryOf({ view: 'summary', limit: mostKept, sdkId: sdkId() })
    const { requests: rows, total, forgotten } = await get<RequestSummaryList>(`/requests${query}`)
    return { rows: rows.reverse(), total, forgotten }
  },
  ({ id }) => id,
)

export const sessions = new Collection<SessionSummary>(
  async () => {
    const { sessions: rows, total } = await get<SessionList>(`/sessions${queryOf({ limit: mostKept, sdkId: sdkId() })}`)
    return { rows, total }
  },
  ({ session_id }) => session_id,
)

export const deliveries = new Collection<DeliverySummary>(
  async () => {
    const query = queryOf({ view: 'summary', limit: mostKept, sdkId: sdkId() })
    const { notifications: rows, total } = await get<DeliverySummaryList>(`/notifications${query}`)
    return { rows: rows.reverse(), total }
  },
  ({ id }) => id,
  { isById: true },
)

export const version = new Resource(() => get<Version>('/version'))
export const settings = new Resource(() => get<Settings>('/settings'))
export const faults = new Resource(() => get<FaultList>(`/faults${queryOf({ sdkId: sdkId() })}`))
export const scenarios = new Resource(async () => (await get<{ scenarios: ScenarioSummary[] }>('/scenarios')).scenarios)
export const applications = new Resource(
  async () => (await get<{ applications: Application[] }>('/applications')).applications,
)
export const defaults = new Resource(() => get<{ scenario: string }>('/defaults'))
export const clock = new Resource(() => get<Clock>(`/clock${queryOf({ sdkId: sdkId() })}`))

/** Reads again whatever somebody looks at. */
export const readEverything = async (): Promise<void> => {
  const lists = [requests, sessions, deliveries].map((list) => list.load())
  const wholes = [version, settings, faults, scenarios, applications, defaults, clock].map((one) => one.refresh())
  await Promise.all([...lists, ...wholes])
}

/** Every application that is known or was seen: for the choice in the header. */
export const knownApplications = computed(() => {
  const seen = [
    ...(applications.value.value ?? []).map(({ sdk_id }) => sdk_id),
    ...requests.rows.value.flatMap(({ sdkId: id }) => (id === undefined ? [] : [id])),
    ...sessions.rows.value.flatMap(({ sdk_id: id }) => (id === undefined ? [] : [id])),
    ...(application.value === '' ? [] : [application.value]),
  ]
  return [...new Set(seen)]
})
