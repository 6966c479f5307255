import type { JSX } from 'preact'
import { serverUrl } from '../core/address.js'
import { announce } from '../core/announce.js'
import { ask, queryOf } from '../core/api.js'
import { application, requests } from '../core/data.js'
import { shortId } from '../core/format.js'
import { memo } from '../core/memo.js'
import { filterRequests, requestFilters } from '../core/request-filter.js'
import { linkTo, parameter } from '../core/route.js'
import { select } from '../core/shortcuts.js'
import { verdicts } from '../core/tones.js'
import type { RequestSummary } from '../core/types.js'
import { ActionButton } from '../ui/action-button.js'
import { Badge, Status } from '../ui/badge.js'
import { Code } from '../ui/code.js'
import { Empty } from '../ui/empty.js'
import { Choice, ClearFilters, Search } from '../ui/filters.js'
import { ScenarioLink, SessionLink } from '../ui/id.js'
import { List } from '../ui/list.js'
import { Name } from '../ui/name.js'
import { SplitView } from '../ui/split-view.js'
import { Time } from '../ui/time.js'
import { VerdictBadge } from '../ui/verdict.js'
import { RequestDetail } from './request-detail.js'

const Row = memo<{ row: RequestSummary; isSelected: boolean }>(({ row, isSelected }) => (
  <tr data-row data-last={isSelected || undefined} aria-current={isSelected ? 'true' : undefined}>
    <th scope="row" class="short">
      <a class="row-link" href={select(row.id)}>
        {row.id}
      </a>
    </th>
    <td class="late">
      <Time at={row.at} />
    </td>
    <td class="wide">
      <span class="method">{row.method}</span>{' '}
      {row.operation === undefined ? (
        <span class="mono">
          <Name text={row.path} />
        </span>
      ) : (
        <Name text={row.operation} />
      )}
      {row.error !== undefined && (
        <small class="mono">
          <Name text={row.error.code} />
        </small>
      )}
      {row.nearMiss !== undefined && <small>≈ {row.nearMiss}</small>}
    </td>
    <td>
      <Status status={row.status} />
    </td>
    <td>
      <VerdictBadge verdict={row.verdict} />
    </td>
    <td class="later">{row.sessionId !== undefined && <SessionLink id={row.sessionId} />}</td>
    <td class="latest">{row.scenario !== undefined && <ScenarioLink id={row.scenario} />}</td>
    <td class="latest">{row.fault !== undefined && <Badge tone="warn">{row.fault}</Badge>}</td>
    <td class="later number">{row.milliseconds?.toFixed(1)}</td>
  </tr>
))

const columns = [
  { label: '#' },
  { label: 'At', kind: 'late' },
  { label: 'Request' },
  { label: 'Status' },
  { label: 'Signature' },
  { label: 'Session', kind: 'later' },
  { label: 'Scenario', kind: 'latest' },
  { label: 'Fault', kind: 'latest' },
  { label: 'ms', kind: 'later number' },
]

const Nothing = ({ isFiltered }: { isFiltered: boolean }): JSX.Element =>
  isFiltered ? (
    <Empty title="No request fits these filters">
      <ClearFilters names={requestFilters} />
    </Empty>
  ) : (
    <Empty title="No request yet">
      <p>Point your service here, or send one by hand:</p>
      <Code text={`curl ${serverUrl}/idverify/v1/sessions/all-approve`} language="sh" what="a first request" />
      <p class="soft">What you do in this console is not listed, nor are calls of the control API.</p>
    </Empty>
  )

/** Saves the journal as a HAR file, which browsers and proxies open. */
const saveHar = async () => {
  try {
    const response = await ask(`/requests.har${queryOf({ sdkId: application.value || undefined })}`)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = 'mock-yoti.har'
    link.click()
    URL.revokeObjectURL(link.href)
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error), 'bad')
  }
}

const clearing = () => {
  const app = application.value
  return {
    label: 'Clear',
    method: 'DELETE' as const,
    path: `/requests${queryOf({ sdkId: app || undefined })}`,
    call: app === '' ? 'await yoti.control.requests.clear()' : `await yoti.control.requests.clear({ sdkId: '${app}' })`,
    done: 'The journal is empty',
    warning: app === '' ? 'Every recorded request is forgotten.' : `Every recorded request of ${app} is forgotten.`,
  }
}

const forgottenNote = (forgotten: number, kept: number) =>
  forgotten === 0 ? undefined : (
    <>
      {forgotten.toLocaleString('en')} older {forgotten === 1 ? 'request was' : 'requests were'} forgotten. Start the
      server with a larger <code>--journal-size</code> to keep more than {kept.toLocaleString('en')}.
    </>
  )

export const Requests = (): JSX.Element => {
  const rows = filterRequests(requests.rows.value)
  const isFiltered = requestFilters.some((name) => parameter(name) !== '')
  const selected = parameter('sel')
  const operations = [...new Set(requests.rows.value.flatMap(({ operation }) => operation ?? []))].sort()
  return (
    <>
      <div class="page-head">
        <h1>Requests</h1>
        <button type="button" onClick={() => void saveHar()}>
          Save as HAR
        </button>
        <ActionButton action={clearing()} kind="danger" about="the journal" />
      </div>
      <search class="filters">
        <Search label="Search path, id, error" />
        <Choice name="op" label="Operation" values={operations} />
        <Choice name="status" label="Status" values={['2xx', '4xx', '5xx', ['none', 'none sent']]} />
        <Choice
          name="verdict"
          label="Signature"
          values={Object.entries(verdicts).map(([verdict, [name]]) => [verdict, name] as const)}
        />
        <Choice
          name="matched"
          label="Matched"
          values={[
            ['true', 'an operation'],
            ['false', 'nothing'],
          ]}
        />
        {parameter('session') !== '' && (
          <Choice name="session" label="Session" values={[[parameter('session'), shortId(parameter('session'))]]} />
        )}
        {parameter('scenario') !== '' && <Choice name="scenario" label="Scenario" values={[]} />}
        <ClearFilters names={requestFilters} />
      </search>
      <SplitView
        title={`Request ${selected}`}
        detail={selected === '' ? undefined : <RequestDetail key={selected} id={selected} />}
        list={
          <List
            caption="Requests, the newest first"
            columns={columns}
            rows={rows}
            idOf={(row) => String(row.id)}
            selected={selected}
            Row={Row}
            empty={<Nothing isFiltered={isFiltered} />}
            note={forgottenNote(requests.forgotten.value, requests.total.value)}
          />
        }
      />
    </>
  )
}

/** The requests of a session, on their page. */
export const requestsOf = (sessionId: string): string => linkTo('requests', undefined, { session: sessionId })
