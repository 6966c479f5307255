import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Action, curlOf, literal, objectLiteral, perform } from '../core/action.js'
import { announce } from '../core/announce.js'
import { ask } from '../core/api.js'
import { serverNow } from '../core/now.js'
import { go, linkTo } from '../core/route.js'
import type { SessionView } from '../core/types.js'
import { ActionButton } from '../ui/action-button.js'
import { Code } from '../ui/code.js'
import { Dialog } from '../ui/dialog.js'
import { Icon } from '../ui/icon.js'
import { ScenarioField } from '../ui/start-session.js'

type ActionsProps = { readonly view: SessionView; readonly put: (view: SessionView) => void }

const pathOf = ({ session_id }: SessionView) => `/sessions/${encodeURIComponent(session_id)}`

const stepAction = (
  { view, put }: ActionsProps,
  label: string,
  step: object | undefined,
  done: string,
): Action<SessionView> => ({
  label,
  method: 'POST',
  path: `${pathOf(view)}/visit`,
  body: step,
  call: `await yoti.control.sessions.visit(${literal(view.session_id)}${step === undefined ? '' : `, ${objectLiteral(step)}`})`,
  done,
  onDone: put,
})

/** The next step of the visit that is open, as a clerk or the person would take it. */
const nextStep = (props: ActionsProps): Action<SessionView> | undefined => {
  const { view } = props
  const has = (type: string) => view.happened.some((event) => event.type === type)
  if (view.in_branch && !has('letter-scanned'))
    return stepAction(props, 'Next: scan the letter', { step: 'scan-letter' }, 'The letter is scanned')
  const at = view.requirements.findIndex(({ captured }) => !captured)
  if (at !== -1)
    return stepAction(
      props,
      `Next: capture document ${at + 1}`,
      { step: 'capture-document', document: at + 1 },
      `Document ${at + 1} is captured`,
    )
  return stepAction(props, 'Next: complete', { step: 'complete' }, 'The session is complete')
}

/** Moves the clock to what happens next by itself. */
const advanceAction = ({ view }: ActionsProps): Action | undefined => {
  const next = view.coming[0] ?? (view.state === 'ONGOING' ? { at: view.deadline, type: 'deadline' } : undefined)
  if (next === undefined) return undefined
  const seconds = Math.max(0, Math.ceil((new Date(next.at).getTime() - serverNow()) / 1000))
  const of = view.sdk_id === undefined ? {} : { sdkId: view.sdk_id }
  return {
    label: `Advance to: ${next.type.replaceAll('-', ' ')}`,
    method: 'PUT',
    path: '/clock',
    body: { ...of, now: next.at },
    call: `await yoti.control.clock.set(${literal(next.at)}${view.sdk_id === undefined ? '' : `, ${objectLiteral(of)}`})`,
    done: `The clock moved on by ${seconds} s`,
    warning:
      view.sdk_id === undefined
        ? 'The clock of every application moves on. Only a reset goes back.'
        : 'The clock of this application moves on, for all its sessions. Only a reset goes back.',
  }
}

const openLetter = async (view: SessionView) => {
  try {
    const response = await ask(`${pathOf(view)}/letter`)
    window.open(URL.createObjectURL(await response.blob()), '_blank', 'noopener')
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error), 'bad')
  }
}

const Refusal = ({ view, put, onClose }: ActionsProps & { onClose: () => void }): JSX.Element => {
  const [reason, setReason] = useState('')
  const action = stepAction(
    { view, put },
    'Refuse',
    { step: 'refuse', ...(reason !== '' && { reason }) },
    'The clerk has refused',
  )
  return (
    <Dialog title="The clerk refuses" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void perform(action)
        }}
      >
        <p>The session stays ONGOING until its deadline, and Yoti sends no notification.</p>
        <label class="field">
          <span>Why (may be empty)</span>
          <input
            value={reason}
            maxLength={200}
            placeholder="The photograph is of somebody else"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="main danger">
          Refuse
        </button>
        <details class="as-code">
          <summary>As code</summary>
          <Code text={curlOf(action)} language="sh" what="the curl command" />
          <Code text={action.call} language="js" what="the call of the client" />
        </details>
      </form>
    </Dialog>
  )
}

const ScenarioChange = ({ view, put, onClose }: ActionsProps & { onClose: () => void }): JSX.Element => {
  const [scenario, setScenario] = useState(view.scenario)
  const action: Action<SessionView> = {
    label: 'Change the scenario',
    method: 'PUT',
    path: `${pathOf(view)}/scenario`,
    body: { scenario },
    call: `await yoti.control.sessions.changeScenario(${literal(view.session_id)}, ${literal(scenario)})`,
    done: `The scenario is ${scenario}`,
    onDone: put,
  }
  return (
    <Dialog title="Change the scenario" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void perform(action)
        }}
      >
        <p>What has happened stays. What is still to come is that of the new scenario.</p>
        <ScenarioField value={scenario} onInput={setScenario} />
        <button type="submit" class="main">
          Change it
        </button>
        <details class="as-code">
          <summary>As code</summary>
          <Code text={curlOf(action)} language="sh" what="the curl command" />
          <Code text={action.call} language="js" what="the call of the client" />
        </details>
      </form>
    </Dialog>
  )
}

/** Everything that the control API can do to a session, and where its people go. */
export const SessionActions = ({ view, put }: ActionsProps): JSX.Element => {
  const [opened, open] = useState<'refuse' | 'scenario'>()
  const props = { view, put }
  const isOpen = view.state === 'ONGOING' && view.stage !== 'refused' && view.stage !== 'checking'
  const next = isOpen ? nextStep(props) : undefined
  const advance = advanceAction(props)
  const id = literal(view.session_id)
  const close = () => open(undefined)
  return (
    <section class="actions" aria-label="What can be done">
      {isOpen ? (
        <div class="row">
          {next !== undefined && <ActionButton kind="main" action={next} />}
          <ActionButton action={stepAction(props, 'Whole visit', undefined, 'The visit is over')} />
          {view.in_branch && (
            <button type="button" onClick={() => open('refuse')}>
              Refuse…
            </button>
          )}
        </div>
      ) : (
        <p class="soft">
          {view.state === 'COMPLETED' ? 'It is complete: no step is left.' : 'No step of a visit is possible now.'}
        </p>
      )}
      <div class="row">
        {view.state === 'ONGOING' && (
          <button type="button" onClick={() => open('scenario')}>
            Change scenario…
          </button>
        )}
        {advance !== undefined && <ActionButton action={advance} />}
        {view.state === 'ONGOING' && (
          <ActionButton
            action={{
              label: 'Expire',
              method: 'POST',
              path: `${pathOf(view)}/expire`,
              call: `await yoti.control.sessions.expire(${id})`,
              done: 'The deadline has passed',
              onDone: put,
            }}
          />
        )}
        <ActionButton
          kind="danger"
          action={{
            label: 'Delete',
            method: 'DELETE',
            path: pathOf(view),
            call: `await yoti.control.sessions.delete(${id})`,
            done: 'The session is forgotten',
            warning: 'The session is forgotten, with everything about it.',
            onDone: () => go(linkTo('sessions')),
          }}
        />
      </div>
      <div class="row links">
        <a href={view.user_view_url} target="_blank" rel="noopener noreferrer">
          {view.in_branch ? 'The clerk’s desk' : 'The person’s page'} <Icon name="outside" />
        </a>
        {view.in_branch && (
          <button type="button" class="small" onClick={() => void openLetter(view)}>
            The letter (PDF)
          </button>
        )}
        <a href={linkTo('requests', undefined, { session: view.session_id })}>Its requests</a>
        <a href={linkTo('webhooks', undefined, { session: view.session_id })}>Its webhooks</a>
      </div>
      {opened === 'refuse' && <Refusal view={view} put={put} onClose={close} />}
      {opened === 'scenario' && <ScenarioChange view={view} put={put} onClose={close} />}
    </section>
  )
}
