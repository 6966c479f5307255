import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { curlOf, objectLiteral, perform } from '../core/action.js'
import { sessions } from '../core/data.js'
import { Code } from './code.js'
import { Dialog } from './dialog.js'
import { topics } from './topics.js'

/** Sends a notification about a session, whatever has happened to it. */
export const NotifyNow = ({ session, onClose }: { session: string; onClose: () => void }): JSX.Element => {
  const [sessionId, setSession] = useState(session === '' ? (sessions.rows.value[0]?.session_id ?? '') : session)
  const [topic, setTopic] = useState('session_completion')
  const [about, setAbout] = useState('')
  const body = { sessionId, topic, ...(about !== '' && { about }) }
  const action = {
    label: 'Notify now',
    method: 'POST' as const,
    path: '/notifications',
    body,
    call: `await yoti.control.notifications.notifyNow(${objectLiteral(body)})`,
    done: 'The receiver was asked; the webhook says what it answered',
    onDone: onClose,
  }
  return (
    <Dialog title="Notify now" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void perform(action)
        }}
      >
        <p>Also a topic that the session did not subscribe to is sent, to the endpoint of the session.</p>
        <label class="field">
          <span>Session</span>
          <input
            required
            list="session-ids"
            value={sessionId}
            spellcheck={false}
            onInput={(event) => setSession(event.currentTarget.value)}
          />
          <datalist id="session-ids">
            {sessions.rows.value.slice(0, 50).map(({ session_id, scenario }) => (
              <option key={session_id} value={session_id}>
                {scenario}
              </option>
            ))}
          </datalist>
        </label>
        <label class="field">
          <span>Topic</span>
          <select value={topic} onChange={(event) => setTopic(event.currentTarget.value)}>
            {topics.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>About: the id of a resource, task or check, for topics that have one (may be empty)</span>
          <input value={about} spellcheck={false} onInput={(event) => setAbout(event.currentTarget.value)} />
        </label>
        <button type="submit" class="main">
          Send it
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
