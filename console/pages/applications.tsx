import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { curlOf, literal, objectLiteral, perform } from '../core/action.js'
import { applications, knownApplications, requests, sessions } from '../core/data.js'
import { linkTo } from '../core/route.js'
import type { Application } from '../core/types.js'
import { Badge } from '../ui/badge.js'
import { Code } from '../ui/code.js'
import { Dialog } from '../ui/dialog.js'
import { Id, ScenarioLink } from '../ui/id.js'
import { ScrollTable } from '../ui/scroll-table.js'
import { ScenarioField } from '../ui/start-session.js'
import { Relative } from '../ui/time.js'

type EditProps = { readonly known: Application | undefined; readonly sdkId: string; readonly onClose: () => void }

const policies = ['off', 'lenient', 'strict'] as const

const Edit = ({ known, sdkId: given, onClose }: EditProps): JSX.Element => {
  const [sdkId, setSdkId] = useState(given)
  const [key, setKey] = useState('')
  const [signatures, setSignatures] = useState<string>(known?.signatures ?? '')
  const [scenario, setScenario] = useState(known?.scenario ?? 'all-approve')
  const body = {
    ...(key.trim() !== '' && { public_key: key }),
    ...(signatures !== '' && signatures !== known?.signatures && { signatures }),
    ...(scenario !== known?.scenario && { scenario }),
  }
  const action = {
    label: 'Save',
    method: 'PUT' as const,
    path: `/applications/${encodeURIComponent(sdkId)}`,
    body,
    call: `await yoti.control.applications.put(${literal(sdkId)}, ${objectLiteral(body)})`,
    done: 'The application is known so from now on',
    onDone: () => {
      void applications.refresh()
      onClose()
    },
  }
  return (
    <Dialog title={given === '' ? 'Register an application' : 'Change the application'} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void perform(action)
        }}
      >
        <label class="field">
          <span>sdkId</span>
          <input
            required
            readOnly={given !== ''}
            value={sdkId}
            spellcheck={false}
            onInput={(event) => setSdkId(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>Public key (PEM); empty keeps what is there</span>
          <textarea
            spellcheck={false}
            value={key}
            placeholder="-----BEGIN PUBLIC KEY-----"
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>Signatures</span>
          <select value={signatures} onChange={(event) => setSignatures(event.currentTarget.value)}>
            {known === undefined && <option value="">as the server has it</option>}
            {policies.map((policy) => (
              <option key={policy}>{policy}</option>
            ))}
          </select>
        </label>
        <ScenarioField value={scenario} onInput={setScenario} />
        <button type="submit" class="main">
          Save
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

const Keys = ({ keys }: { keys: readonly string[] }): JSX.Element =>
  keys.length === 0 ? (
    <Badge tone="plain">none</Badge>
  ) : (
    <details>
      <summary>
        {keys.length} {keys.length === 1 ? 'key' : 'keys'}
      </summary>
      {keys.map((key) => (
        <Code key={key} text={key} what="the public key" />
      ))}
    </details>
  )

const Row = ({ sdkId, onEdit }: { sdkId: string; onEdit: () => void }): JSX.Element => {
  const known = applications.value.value?.find(({ sdk_id }) => sdk_id === sdkId)
  const asked = requests.rows.value.filter((request) => request.sdkId === sdkId)
  const created = sessions.rows.value.filter(({ sdk_id }) => sdk_id === sdkId)
  const last = asked[0]?.at
  return (
    <tr>
      <th scope="row" class="long">
        <Id id={sdkId} what="the sdkId" />
      </th>
      <td>{known === undefined ? <Badge tone="plain">not registered</Badge> : <Keys keys={known.public_keys} />}</td>
      <td data-label="signatures">{known?.signatures}</td>
      <td data-label="scenario">{known !== undefined && <ScenarioLink id={known.scenario} />}</td>
      <td class="number" data-label="sessions">
        <a href={linkTo('sessions', undefined, { app: sdkId })}>{created.length}</a>
      </td>
      <td class="number" data-label="requests">
        <a href={linkTo('requests', undefined, { app: sdkId })}>{asked.length}</a>
      </td>
      <td data-label="seen">{last !== undefined && <Relative at={last} />}</td>
      <td class="end">
        <button type="button" class="small" aria-label={`Change ${sdkId}`} onClick={onEdit}>
          Change…
        </button>
      </td>
    </tr>
  )
}

export const Applications = (): JSX.Element => {
  const [edited, edit] = useState<string>()
  applications.want()
  return (
    <>
      <div class="page-head">
        <h1>Applications</h1>
        <button type="button" class="main" onClick={() => edit('')}>
          Register one…
        </button>
        <p>Who sends requests. An application that has a key here has its signatures verified.</p>
      </div>
      <ScrollTable isCard label="Applications">
        <table class="flow wide">
          <caption class="off-screen">Applications</caption>
          <thead>
            <tr>
              <th scope="col">sdkId</th>
              <th scope="col">Keys</th>
              <th scope="col">Signatures</th>
              <th scope="col">Default scenario</th>
              <th scope="col" class="number">
                Sessions
              </th>
              <th scope="col" class="number">
                Requests
              </th>
              <th scope="col">Last seen</th>
              <th scope="col">
                <span class="off-screen">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {knownApplications.value.map((sdkId) => (
              <Row key={sdkId} sdkId={sdkId} onEdit={() => edit(sdkId)} />
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {edited !== undefined && (
        <Edit
          sdkId={edited}
          known={applications.value.value?.find(({ sdk_id }) => sdk_id === edited)}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  )
}
