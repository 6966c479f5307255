import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { curlOf, objectLiteral, perform } from '../core/action.js'
import { application, scenarios } from '../core/data.js'
import { go, linkTo } from '../core/route.js'
import type { SessionView } from '../core/types.js'
import { Code } from './code.js'
import { Dialog } from './dialog.js'
import { topics } from './topics.js'

/** The field that chooses a scenario, with all of them to choose from. */
export const ScenarioField = ({ value, onInput }: { value: string; onInput: (id: string) => void }): JSX.Element => {
  scenarios.want()
  return (
    <label class="field">
      <span>Scenario</span>
      <input
        list="scenario-ids"
        required
        value={value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id="scenario-ids">
        {(scenarios.value.value ?? []).map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
    </label>
  )
}

/** Starts a session of a scenario, and goes to its page. */
export const StartSession = ({
  scenario = 'all-approve',
  onClose,
}: {
  scenario?: string
  onClose: () => void
}): JSX.Element => {
  const [id, setId] = useState(scenario)
  const [kind, setKind] = useState('')
  // Somebody who starts one here wants to see it, and after three seconds the server's own visit would be over.
  const [visits, setVisits] = useState('manual')
  const [endpoint, setEndpoint] = useState('')
  const app = application.value
  const body = {
    scenario: id,
    ...(kind !== '' && { kind }),
    ...(visits !== '' && { visits }),
    ...(app !== '' && { sdkId: app }),
    ...(endpoint !== '' && { notifications: { endpoint, topics } }),
  }
  const action = {
    label: 'Start a session',
    method: 'POST' as const,
    path: '/sessions',
    body,
    call: `const session = await yoti.control.sessions.start(${objectLiteral(body)})`,
    done: 'The session is created',
    onDone: ({ session_id }: SessionView) => {
      onClose()
      go(linkTo('sessions', session_id))
    },
  }
  return (
    <Dialog title="Start a session" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void perform(action)
        }}
      >
        <ScenarioField value={id} onInput={setId} />
        <label class="field">
          <span>Where</span>
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            <option value="">as the scenario has it</option>
            <option value="in-branch">in a branch</option>
            <option value="at-home">at home</option>
          </select>
        </label>
        <label class="field">
          <span>Who makes the visit</span>
          <select value={visits} onChange={(event) => setVisits(event.currentTarget.value)}>
            <option value="manual">you do, step by step or all at once</option>
            <option value="auto">nobody: it happens by itself</option>
            <option value="">as the server does with other sessions</option>
          </select>
        </label>
        <label class="field">
          <span>Webhooks to (may be empty)</span>
          <input
            type="url"
            value={endpoint}
            placeholder="http://127.0.0.1:3000/yoti"
            onInput={(event) => setEndpoint(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="main">
          Start it
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
