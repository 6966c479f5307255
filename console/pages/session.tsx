import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ApiError, get } from '../core/api.js'
import { requests } from '../core/data.js'
import { touched } from '../core/live.js'
import { go, linkTo, linkWith, parameter } from '../core/route.js'
import { stageTones } from '../core/tones.js'
import type { SessionView } from '../core/types.js'
import { Badge } from '../ui/badge.js'
import { Empty } from '../ui/empty.js'
import { Id, ScenarioLink } from '../ui/id.js'
import { Problem } from '../ui/problem.js'
import { Tabs } from '../ui/tabs.js'
import { Relative, Time } from '../ui/time.js'
import { SessionActions } from './session-actions.js'
import { SessionAnswer } from './session-answer.js'
import { SessionChecks } from './session-checks.js'
import { SessionDocuments } from './session-documents.js'
import { SessionTimeline } from './session-timeline.js'
import { StageLine } from './stage-line.js'

/** A session that is read again whenever something came about it. */
const useSession = (id: string) => {
  const [view, setView] = useState<SessionView>()
  const [error, setError] = useState<ApiError>()
  const { sessions, count } = touched.value
  const isAbout = sessions.has(id) || sessions.has('*')
  const [seen, see] = useState(0)
  useEffect(() => {
    if (isAbout) see(count)
  }, [isAbout, count])
  useEffect(() => {
    const abort = new AbortController()
    get<SessionView>(`/sessions/${encodeURIComponent(id)}`, abort.signal).then(
      (read) => {
        setView(read)
        setError(undefined)
      },
      (reason: unknown) => {
        if (!abort.signal.aborted)
          setError(reason instanceof ApiError ? reason : new ApiError(0, 'UNKNOWN', String(reason)))
      },
    )
    return () => abort.abort()
  }, [id, seen])
  return { view, error, put: setView }
}

const Facts = ({ view }: { view: SessionView }): JSX.Element => (
  <dl class="facts">
    <dt>Id</dt>
    <dd>
      <Id id={view.session_id} what="the id of the session" />
    </dd>
    <dt>Yoti says</dt>
    <dd>
      {view.state}, in the stage <Badge tone={stageTones[view.stage]}>{view.stage}</Badge>
    </dd>
    <dt>Scenario</dt>
    <dd>
      <ScenarioLink id={view.scenario} />
    </dd>
    <dt>Where</dt>
    <dd>{view.in_branch ? 'in a branch' : 'at home'}</dd>
    {view.user_tracking_id !== undefined && (
      <>
        <dt>Tracking id</dt>
        <dd>{view.user_tracking_id}</dd>
      </>
    )}
    {view.sdk_id !== undefined && (
      <>
        <dt>Application</dt>
        <dd>
          <code>{view.sdk_id}</code>
        </dd>
      </>
    )}
    <dt>Created</dt>
    <dd>
      <Time at={view.created_at} />
    </dd>
    <dt>Deadline</dt>
    <dd>
      <Time at={view.deadline} /> (<Relative at={view.deadline} />)
    </dd>
  </dl>
)

const checksOf = ({ answer }: SessionView) => {
  const { checks } = answer as { checks?: readonly unknown[] }
  return Array.isArray(checks) ? checks : []
}

/** One session: how far it is, what happened and will happen, what it shows, and everything that can be done to it. */
export const Session = ({ id }: { id: string }): JSX.Element => {
  const { view, error, put } = useSession(id)
  if (view === undefined || error?.status === 404)
    return error === undefined ? (
      <p class="soft">Reading …</p>
    ) : error.status === 404 ? (
      <Empty title="This session is not there">
        <p>
          It was forgotten, or the server was started again.{' '}
          <a href={linkTo('sessions')}>The sessions that are there</a>
        </p>
      </Empty>
    ) : (
      <Problem error={error} />
    )
  const mine = requests.rows.value.filter(({ sessionId }) => sessionId === id)
  const tab = parameter('tab') || 'timeline'
  const tabs = [
    { id: 'timeline', label: 'Timeline' },
    { id: 'documents', label: 'Documents', count: view.requirements.length },
    { id: 'checks', label: 'Checks', count: checksOf(view).length },
    { id: 'answer', label: 'Answer' },
  ]
  return (
    <>
      <div class="page-head">
        <p class="crumb">
          <a href={linkTo('sessions')}>Sessions</a>
        </p>
        <h1>Session {view.session_id.slice(0, 8)}…</h1>
      </div>
      <div class="card">
        <div class="body">
          <StageLine view={view} />
        </div>
      </div>
      <div class="session-columns">
        <Facts view={view} />
        <SessionActions view={view} put={put} />
      </div>
      <section class="card" aria-label="About the session">
        <div class="body">
          <Tabs
            label="About the session"
            tabs={tabs}
            selected={tab}
            onSelect={(next) => go(linkWith({ tab: next }), true)}
          >
            {tab === 'timeline' && <SessionTimeline view={view} requests={mine} />}
            {tab === 'documents' && <SessionDocuments view={view} />}
            {tab === 'checks' && <SessionChecks view={view} />}
            {tab === 'answer' && <SessionAnswer view={view} />}
          </Tabs>
        </div>
      </section>
    </>
  )
}
