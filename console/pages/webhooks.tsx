import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Action, objectLiteral } from '../core/action.js'
import { application, deliveries } from '../core/data.js'
import { shortId } from '../core/format.js'
import { memo } from '../core/memo.js'
import { parameter } from '../core/route.js'
import { select } from '../core/shortcuts.js'
import { deliveryTones } from '../core/tones.js'
import type { DeliverySummary } from '../core/types.js'
import { ActionButton } from '../ui/action-button.js'
import { Badge } from '../ui/badge.js'
import { Code } from '../ui/code.js'
import { Empty } from '../ui/empty.js'
import { Choice, ClearFilters, Search } from '../ui/filters.js'
import { SessionLink } from '../ui/id.js'
import { List } from '../ui/list.js'
import { Name } from '../ui/name.js'
import { NotifyNow } from '../ui/notify-now.js'
import { SplitView } from '../ui/split-view.js'
import { Time } from '../ui/time.js'
import { WebhookDetail } from './webhook-detail.js'

const lastAnswer = ({ last }: DeliverySummary) =>
  last === undefined ? '' : last.status === undefined ? (last.error ?? 'no answer') : String(last.status)

const Row = memo<{ row: DeliverySummary; isSelected: boolean }>(({ row, isSelected }) => (
  <tr data-row data-last={isSelected || undefined} aria-current={isSelected ? 'true' : undefined}>
    <th scope="row" class="short">
      <a class="row-link" href={select(row.id)}>
        {row.id}
      </a>
    </th>
    <td class="what">
      <Name text={row.topic} />
      {row.duplicateOf !== undefined && <small>the same as {row.duplicateOf}</small>}
    </td>
    <td>
      <Badge tone={deliveryTones[row.status]}>{row.status}</Badge>
    </td>
    <td class="soon number">{row.attempts}</td>
    <td class="late">{lastAnswer(row)}</td>
    <td class="later">
      <Time at={row.due} />
    </td>
    <td class="later">
      <SessionLink id={row.sessionId} />
    </td>
    <td class="latest mono">
      <Name text={row.endpoint} />
    </td>
  </tr>
))

const columns = [
  { label: '#' },
  { label: 'Topic' },
  { label: 'Status' },
  { label: 'Attempts', kind: 'soon number' },
  { label: 'Last answer', kind: 'late' },
  { label: 'Due', kind: 'later' },
  { label: 'Session', kind: 'later' },
  { label: 'Endpoint', kind: 'latest' },
]

const filters = ['q', 'topic', 'status', 'session'] as const

const filter = (rows: readonly DeliverySummary[]) => {
  const [q, topic, status, session] = [
    parameter('q').toLowerCase(),
    parameter('topic'),
    parameter('status'),
    parameter('session'),
  ]
  return rows.filter(
    (row) =>
      (topic === '' || row.topic === topic) &&
      (status === '' || row.status === status) &&
      (session === '' || row.sessionId === session) &&
      `${row.id} ${row.topic} ${row.sessionId} ${row.endpoint} ${lastAnswer(row)}`.toLowerCase().includes(q),
  )
}

const subscription = `"notifications": {
  "endpoint": "http://127.0.0.1:3000/yoti",
  "topics": ["session_completion", "first_branch_visit"]
}`

const Nothing = ({ isFiltered }: { isFiltered: boolean }): JSX.Element =>
  isFiltered ? (
    <Empty title="No webhook fits these filters">
      <ClearFilters names={filters} />
    </Empty>
  ) : (
    <Empty title="No webhook yet">
      <p>A session whose create request has this part has webhooks sent:</p>
      <Code text={subscription} language="json" what="the part of the create request" />
      <p class="soft">
        From a container, a receiver on this machine is <code>host.docker.internal</code>. Nothing is sent when a clerk
        refuses or a deadline passes.
      </p>
    </Empty>
  )

/** Of the session or the application that is chosen, or of all. */
const owner = () => {
  const session = parameter('session')
  if (session !== '') return { sessionId: session }
  return application.value === '' ? undefined : { sdkId: application.value }
}

const ofAll = (label: string, verb: 'hold' | 'release' | 'retry', done: string): Action => {
  const of = owner()
  return {
    label,
    method: 'POST',
    path: `/notifications/${verb}`,
    body: of,
    call: `await yoti.control.notifications.${verb === 'retry' ? 'retryNow' : verb}(${of === undefined ? '' : objectLiteral(of)})`,
    done,
  }
}

export const Webhooks = (): JSX.Element => {
  const [isNotifying, notify] = useState(false)
  const rows = filter(deliveries.rows.value)
  const selected = parameter('sel')
  const held = deliveries.rows.value.filter(({ status }) => status === 'held').length
  const topics = [...new Set(deliveries.rows.value.map(({ topic }) => topic))].sort()
  return (
    <>
      <div class="page-head">
        <h1>Webhooks</h1>
        <ActionButton action={ofAll('Hold', 'hold', 'What waits and what comes is held')} about="webhooks" />
        <ActionButton
          action={ofAll(held === 0 ? 'Release' : `Release ${held}`, 'release', 'What was held goes out')}
          about="what is held"
        />
        <ActionButton action={ofAll('Retry now', 'retry', 'What waits is tried now')} about="what waits" />
        <button type="button" class="main" onClick={() => notify(true)}>
          Notify now…
        </button>
      </div>
      <search class="filters">
        <Search label="Search topic, receiver" />
        <Choice name="topic" label="Topic" values={topics} />
        <Choice name="status" label="Status" values={Object.keys(deliveryTones)} />
        {parameter('session') !== '' && (
          <Choice name="session" label="Session" values={[[parameter('session'), shortId(parameter('session'))]]} />
        )}
        <ClearFilters names={filters} />
      </search>
      <SplitView
        title={`Webhook ${selected}`}
        detail={selected === '' ? undefined : <WebhookDetail key={selected} id={selected} />}
        list={
          <List
            caption="Webhooks, the newest first"
            columns={columns}
            rows={rows}
            idOf={(row) => String(row.id)}
            selected={selected}
            Row={Row}
            empty={<Nothing isFiltered={filters.some((name) => parameter(name) !== '')} />}
            note={
              deliveries.total.value > deliveries.rows.value.length
                ? `The newest ${deliveries.rows.value.length} of ${deliveries.total.value} are here; the server keeps 5,000.`
                : undefined
            }
          />
        }
      />
      {isNotifying && <NotifyNow session={parameter('session')} onClose={() => notify(false)} />}
    </>
  )
}
