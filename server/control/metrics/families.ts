import type { ProcessFacts } from '../../base/host.js'
import { stageOf } from '../../engine/results/stage.js'
import type { Entry } from '../../journal/entry.js'
import type { State } from '../../state/state.js'
import { Histogram } from './histogram.js'
import { routeOf } from './route.js'
import type { Tally } from './tally.js'
import type { Family, Labels, Sample } from './text-format.js'

/** What is read when metrics are asked for. */
export type MetricsDeps = Pick<State, 'sessions' | 'deliveries' | 'journal'> & {
  readonly tally: Tally
  readonly events: { readonly clients: number }
  readonly version: string
  readonly nodeVersion: string
  readonly processFacts: () => ProcessFacts
  readonly traces?: { readonly dropped: number } | undefined
}

const stages = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed', 'refused', 'expired'] as const
const statuses = ['waiting', 'held', 'delivered', 'failed'] as const

const errorType = (status: number | undefined) =>
  status === undefined ? 'no_answer' : status >= 500 ? String(status) : undefined

/** The same labels once: kinds that differ in the code of their error only are one here. */
const requestSamples = (tally: Tally, scheme: string): [Labels, Histogram][] => {
  const merged = new Map<string, [Labels, Histogram]>()
  for (const kind of tally.kinds()) {
    const labels = {
      http_request_method: kind.method,
      http_route: routeOf(kind),
      http_response_status_code: kind.status,
      url_scheme: scheme,
      error_type: errorType(kind.status),
    }
    const key = JSON.stringify(labels)
    const known = merged.get(key) ?? [labels, new Histogram()]
    known[1].merge(kind.durations)
    merged.set(key, known)
  }
  return [...merged.values()]
}

const samples = (label: string, counts: ReadonlyMap<string, number>): Sample[] =>
  [...counts].map(([name, count]) => [{ [label]: name }, count])

const countBy = <Name extends string>(label: string, names: readonly Name[], found: readonly Name[]): Sample[] =>
  names.map((name) => [{ [label]: name }, found.filter((one) => one === name).length])

const weightOf = ({ body, sent }: Entry) => (body?.length ?? 0) + (sent?.bytes?.length ?? 0)

const unmatched = (tally: Tally) =>
  tally
    .kinds()
    .filter(({ operation }) => operation === undefined)
    .reduce((sum, { durations }) => sum + durations.count, 0)

const processFamilies = (facts: ProcessFacts): Family[] => {
  const { cpuSeconds, residentBytes, heapBytes, startedAt, eventLoopDelay } = facts
  const gauge = (name: string, help: string, value: number): Family => ({
    name,
    type: 'gauge',
    help,
    samples: [[{}, value]],
  })
  return [
    { name: 'process_cpu_seconds_total', type: 'counter', help: 'CPU time', samples: [[{}, cpuSeconds]] },
    gauge('process_resident_memory_bytes', 'Resident memory', residentBytes),
    gauge('process_start_time_seconds', 'When the process was started, in seconds since 1970', startedAt),
    gauge('nodejs_heap_size_used_bytes', 'Used heap', heapBytes),
    gauge('nodejs_eventloop_delay_seconds', 'Mean delay of the event loop since it was asked for last', eventLoopDelay),
  ]
}

/** Everything that is counted here and kept in the state, by its name. */
export const collectMetrics = async (deps: MetricsDeps, scheme: string): Promise<Family[]> => {
  const { tally, events, traces, version, nodeVersion: node, sessions, deliveries, journal } = deps
  const kept = await journal.list()
  const oldest = kept[0]?.id ?? 1
  const attempts = [...tally.attempts].map(([key, count]): Sample => {
    const [topic, outcome] = key.split(' ')
    return [{ topic, outcome }, count]
  })
  const webhooks = [...tally.webhooks].map(([status, durations]): [Labels, Histogram] => [
    {
      http_request_method: 'POST',
      http_response_status_code: status || undefined,
      error_type: errorType(Number(status) || undefined),
    },
    durations,
  ])
  const foundStages = (await sessions.list()).map(({ session, now }) => stageOf(session, now))
  const foundStatuses = (await deliveries.list({})).map(({ status }) => status)
  const counter = (name: string, help: string, given: readonly Sample[]): Family => ({
    name,
    type: 'counter',
    help,
    samples: given,
  })
  const gauge = (name: string, help: string, given: readonly Sample[]): Family => ({
    name,
    type: 'gauge',
    help,
    samples: given,
  })
  return [
    {
      name: 'http_server_request_duration_seconds',
      type: 'histogram',
      help: 'Requests of applications, in real time',
      samples: requestSamples(tally, scheme),
    },
    {
      name: 'http_client_request_duration_seconds',
      type: 'histogram',
      help: 'Attempts to send webhooks, in real time',
      samples: webhooks,
    },
    gauge('mock_yoti_build_info', 'The versions that run', [[{ version, node }, 1]]),
    gauge('mock_yoti_sessions', 'Created sessions that are kept', countBy('stage', stages, foundStages)),
    counter('mock_yoti_sessions_created_total', 'Created sessions', samples('scenario', tally.sessions)),
    counter('mock_yoti_signature_verdicts_total', 'How requests were judged', samples('verdict', tally.verdicts)),
    counter('mock_yoti_unmatched_requests_total', 'Requests that no operation answers', [[{}, unmatched(tally)]]),
    counter('mock_yoti_faults_applied_total', 'Answers that a fault changed', samples('effect', tally.faults)),
    gauge('mock_yoti_notifications', 'Deliveries that are kept', countBy('status', statuses, foundStatuses)),
    counter('mock_yoti_notification_attempts_total', 'Attempts to deliver', attempts),
    gauge('mock_yoti_journal_entries', 'Recorded requests that are kept', [[{}, kept.length]]),
    gauge('mock_yoti_journal_bytes', 'Bytes of their bodies', [
      [{}, kept.reduce((sum, entry) => sum + weightOf(entry), 0)],
    ]),
    counter('mock_yoti_journal_dropped_total', 'Recorded requests that made room for others', [
      [{}, (await journal.hasForgotten({})) ? oldest - 1 : 0],
    ]),
    gauge('mock_yoti_event_clients', 'Clients that read the events', [[{}, events.clients]]),
    ...(traces === undefined
      ? []
      : [counter('mock_yoti_spans_dropped_total', 'Spans that no collector took', [[{}, traces.dropped]])]),
    ...processFamilies(deps.processFacts()),
  ]
}
