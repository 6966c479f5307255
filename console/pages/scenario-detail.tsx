import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { literal, objectLiteral } from '../core/action.js'
import { apiUrl, serverUrl } from '../core/address.js'
import { ApiError, get } from '../core/api.js'
import { application, defaults } from '../core/data.js'
import { lineDifference } from '../core/line-difference.js'
import { go, linkWith, parameter } from '../core/route.js'
import { provenanceTones } from '../core/tones.js'
import type { ScenarioDetail } from '../core/types.js'
import { ActionButton } from '../ui/action-button.js'
import { Badge } from '../ui/badge.js'
import { Body } from '../ui/body.js'
import { Code } from '../ui/code.js'
import { Difference } from '../ui/difference.js'
import { Name } from '../ui/name.js'
import { Problem } from '../ui/problem.js'
import { StartSession } from '../ui/start-session.js'
import { Tabs } from '../ui/tabs.js'

const read = (id: string) => get<ScenarioDetail>(`/scenarios/${encodeURIComponent(id)}`)

const AgainstApproval = ({ scenario }: { scenario: ScenarioDetail }): JSX.Element => {
  const [other, setOther] = useState<ScenarioDetail>()
  useEffect(() => {
    read('all-approve').then(setOther, () => undefined)
  }, [])
  if (other === undefined) return <p class="soft">Reading …</p>
  const textOf = (value: unknown) => JSON.stringify(value, undefined, 2)
  return <Difference lines={lineDifference(textOf(other.answer), textOf(scenario.answer))} />
}

const Actions = ({ id }: { id: string }): JSX.Element => {
  const [isStarting, start] = useState(false)
  const app = application.value
  defaults.want()
  const next = { scenario: id, ...(app !== '' && { sdkId: app }) }
  return (
    <div class="row">
      <button type="button" class="main" onClick={() => start(true)}>
        Start a session with it
      </button>
      <ActionButton
        action={{
          label: 'Next session gets it',
          method: 'POST',
          path: '/next-session',
          body: next,
          call: `await yoti.control.nextSession(${objectLiteral(next)})`,
          done: `The next session ${app === '' ? '' : 'of the application '}gets ${id}`,
        }}
      />
      {defaults.value.value?.scenario !== id && (
        <ActionButton
          action={{
            label: 'Make it the default',
            method: 'PUT',
            path: '/defaults',
            body: { scenario: id },
            call: `await yoti.control.defaults.set({ scenario: ${literal(id)} })`,
            done: `Sessions that name none get ${id}, until a reset`,
            onDone: () => void defaults.refresh(),
          }}
        />
      )}
      {isStarting && <StartSession scenario={id} onClose={() => start(false)} />}
    </div>
  )
}

const tabs = [
  { id: 'about', label: 'About' },
  { id: 'answer', label: 'Answer' },
  { id: 'difference', label: 'Against all-approve' },
  { id: 'use', label: 'Use it' },
]

const Use = ({ scenario: { id, session_id } }: { scenario: ScenarioDetail }): JSX.Element => (
  <>
    <h3>Its named session, which never changes</h3>
    <Code text={`${apiUrl}/sessions/${id}`} what="the address of the session" />
    <Code text={session_id} what="the id of the session" />
    <h3>A base URL under which every session has it</h3>
    <Code text={`${serverUrl}/scenario/${encodeURIComponent(id)}/idverify/v1`} what="the base URL" />
    <h3>In a create request</h3>
    <Code text={`"user_tracking_id": "scenario:${id}"`} language="json" what="the tracking id" />
  </>
)

/** One scenario: when to use it, where it is known from, what it answers and how to get it. */
export const ScenarioDetailView = ({ id }: { id: string }): JSX.Element => {
  const [scenario, setScenario] = useState<ScenarioDetail>()
  const [error, setError] = useState<ApiError>()
  useEffect(() => {
    read(id).then(setScenario, (reason: unknown) =>
      setError(reason instanceof ApiError ? reason : new ApiError(0, 'UNKNOWN', String(reason))),
    )
  }, [id])
  if (scenario === undefined) return error === undefined ? <p class="soft">Reading …</p> : <Problem error={error} />
  const tab = parameter('tab') || 'about'
  return (
    <>
      <p>
        <strong>
          <Name text={scenario.title} />
        </strong>
      </p>
      {scenario.provenance === 'invented' && (
        <p class="hint">
          <Badge tone="warn">invented</Badge> Nobody has seen Yoti send this. It is here because code should survive it.
        </p>
      )}
      <Actions id={scenario.id} />
      <Tabs
        label="About the scenario"
        tabs={tabs}
        selected={tab}
        onSelect={(next) => go(linkWith({ tab: next }), true)}
      >
        {tab === 'about' && (
          <dl class="facts">
            <dt>Use it when</dt>
            <dd>{scenario.use_when}</dd>
            <dt>Answer</dt>
            <dd>
              {scenario.status}, {scenario.shape}
            </dd>
            <dt>Known from</dt>
            <dd>
              <Badge tone={provenanceTones[scenario.provenance]} hasSign={false}>
                {scenario.provenance}
              </Badge>{' '}
              {scenario.source}
            </dd>
            <dt>Group</dt>
            <dd>{scenario.group}</dd>
            <dt>Checks</dt>
            <dd>
              <ul class="breakdown">
                {scenario.checks.map(({ type, state, recommendation, reason }) => (
                  <li key={type}>
                    <code>
                      <Name text={type} />
                    </code>{' '}
                    {recommendation ?? state} <Name text={reason ?? ''} />
                  </li>
                ))}
              </ul>
            </dd>
          </dl>
        )}
        {tab === 'answer' && <Body value={scenario.answer} what="the answer" />}
        {tab === 'difference' && <AgainstApproval scenario={scenario} />}
        {tab === 'use' && <Use scenario={scenario} />}
      </Tabs>
    </>
  )
}
