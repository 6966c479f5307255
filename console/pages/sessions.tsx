import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { serverUrl } from '../core/address.js'
import { deliveries, scenarios, sessions } from '../core/data.js'
import { memo } from '../core/memo.js'
import { linkTo, parameter } from '../core/route.js'
import { stageTones } from '../core/tones.js'
import type { SessionSummary, Stage } from '../core/types.js'
import { Badge } from '../ui/badge.js'
import { Code } from '../ui/code.js'
import { Empty } from '../ui/empty.js'
import { Choice, ClearFilters, Search } from '../ui/filters.js'
import { ScenarioLink } from '../ui/id.js'
import { List } from '../ui/list.js'
import { Name } from '../ui/name.js'
import { StartSession } from '../ui/start-session.js'
import { Relative, Time } from '../ui/time.js'

const onward: readonly Stage[] = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed']

/** How far a session has come, as a word and six marks. */
const Progress = ({ stage }: { stage: Stage }): JSX.Element => {
  const at = onward.indexOf(stage)
  return (
    <span class="progress">
      <Badge tone={stageTones[stage]} hasSign={at === -1 || stage === 'completed'}>
        {stage}
      </Badge>
      {at !== -1 && (
        <span class="marks" aria-hidden="true">
          {onward.map((name, index) => (
            <i key={name} class={index <= at ? 'on' : undefined} />
          ))}
        </span>
      )}
    </span>
  )
}

const Webhooks = ({ id }: { id: string }): JSX.Element | null => {
  const mine = deliveries.rows.value.filter(({ sessionId }) => sessionId === id)
  if (mine.length === 0) return null
  const count = (status: string) => mine.filter((delivery) => delivery.status === status).length
  const failed = count('failed')
  return (
    <>
      {count('delivered')} ✓{failed > 0 && <span class="count bad"> {failed} ✕</span>}
    </>
  )
}

const Row = memo<{ row: SessionSummary; isSelected: boolean }>(({ row }) => (
  <tr data-row>
    <th scope="row" class="short">
      <a class="row-link mono" href={linkTo('sessions', row.session_id)} title={row.session_id}>
        {row.session_id.slice(0, 8)}…
      </a>
    </th>
    <td>
      <Progress stage={row.stage} />
    </td>
    <td class="late">{row.state}</td>
    <td>
      <ScenarioLink id={row.scenario} />
    </td>
    <td class="late">{row.in_branch ? 'branch' : 'home'}</td>
    <td class="later wide">{row.user_tracking_id !== undefined && <Name text={row.user_tracking_id} />}</td>
    <td class="later">
      <Time at={row.created_at} />
    </td>
    <td class="later">{row.state === 'ONGOING' && <Relative at={row.deadline} />}</td>
    <td class="later">
      <Webhooks id={row.session_id} />
    </td>
  </tr>
))

const columns = [
  { label: 'Session' },
  { label: 'Stage' },
  { label: 'Yoti says', kind: 'late' },
  { label: 'Scenario' },
  { label: 'Where', kind: 'late' },
  { label: 'Tracking id', kind: 'later' },
  { label: 'Created', kind: 'later' },
  { label: 'Deadline', kind: 'later' },
  { label: 'Webhooks', kind: 'later' },
]

const filters = ['q', 'stage', 'scenario', 'where'] as const

const filter = (rows: readonly SessionSummary[]) => {
  const words = parameter('q').toLowerCase()
  const [stage, scenario, where] = [parameter('stage'), parameter('scenario'), parameter('where')]
  return rows.filter(
    (row) =>
      (stage === '' || row.stage === stage) &&
      (scenario === '' || row.scenario === scenario) &&
      (where === '' || row.in_branch === (where === 'branch')) &&
      `${row.session_id} ${row.user_tracking_id ?? ''} ${row.sdk_id ?? ''}`.toLowerCase().includes(words),
  )
}

const Nothing = ({ isFiltered, onStart }: { isFiltered: boolean; onStart: () => void }): JSX.Element =>
  isFiltered ? (
    <Empty title="No session fits these filters">
      <ClearFilters names={filters} />
    </Empty>
  ) : (
    <Empty title="No session yet">
      <p>Have your service create one, or start one of a scenario:</p>
      <Code
        text={`curl -X POST ${serverUrl}/__mock/sessions -H 'Content-Type: application/json' -d '{"scenario":"all-approve"}'`}
        language="sh"
        what="the command that starts a session"
      />
      <p>
        <button type="button" class="main" onClick={onStart}>
          Start a session
        </button>
      </p>
      <p class="soft">
        Named sessions, such as{' '}
        <code>
          <Name text={`${serverUrl}/idverify/v1/sessions/all-approve`} />
        </code>
        , always exist and never change: <a href={linkTo('scenarios')}>scenarios</a> lists them.
      </p>
    </Empty>
  )

export const Sessions = (): JSX.Element => {
  const [isStarting, start] = useState(false)
  scenarios.want()
  const rows = filter(sessions.rows.value)
  const names = [...new Set(sessions.rows.value.map(({ scenario }) => scenario))].sort()
  const total = sessions.total.value
  return (
    <>
      <div class="page-head">
        <h1>Sessions</h1>
        <button type="button" class="main" onClick={() => start(true)}>
          Start a session
        </button>
      </div>
      <search class="filters">
        <Search label="Search id, tracking id" />
        <Choice name="stage" label="Stage" values={Object.keys(stageTones)} />
        <Choice name="scenario" label="Scenario" values={names} />
        <Choice
          name="where"
          label="Where"
          values={[
            ['branch', 'in a branch'],
            ['home', 'at home'],
          ]}
        />
        <ClearFilters names={filters} />
      </search>
      <List
        caption="Sessions, the newest first"
        columns={columns}
        rows={rows}
        idOf={(row) => row.session_id}
        selected=""
        Row={Row}
        empty={<Nothing isFiltered={filters.some((name) => parameter(name) !== '')} onStart={() => start(true)} />}
        note={
          total > sessions.rows.value.length ? (
            <>
              The newest {sessions.rows.value.length} of {total.toLocaleString('en')} are here. The server removes the
              oldest beyond <code>--max-sessions</code>.
            </>
          ) : undefined
        }
      />
      {isStarting && <StartSession onClose={() => start(false)} />}
    </>
  )
}
