import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Action, curlOf, literal, objectLiteral, perform } from '../core/action.js'
import { serverUrl } from '../core/address.js'
import { queryOf } from '../core/api.js'
import { application, faults } from '../core/data.js'
import type { Fault, FaultRule } from '../core/types.js'
import { ActionButton } from '../ui/action-button.js'
import { Code } from '../ui/code.js'
import { Dialog } from '../ui/dialog.js'
import { Empty } from '../ui/empty.js'
import { ScenarioLink, SessionLink } from '../ui/id.js'
import { Name } from '../ui/name.js'
import { Problem } from '../ui/problem.js'
import { ScrollTable } from '../ui/scroll-table.js'
import { yotiOperationIds } from '../ui/yoti-operation-ids.js'

const presets: readonly (readonly [string, FaultRule])[] = [
  ['Two 503, then as usual', { operation: 'getSession', status: 503, times: 2 }],
  ['The third call fails', { operation: 'getSession', status: 500, after: 2, times: 1 }],
  ['A 429 that says when', { status: 429, headers: { 'Retry-After': '2' }, times: 1 }],
  ['The connection is reset', { operation: 'createSession', spoil: 'reset-before' }],
  ['Two seconds late', { delay: 'PT2S' }],
  ['Broken JSON', { operation: 'getSession', spoil: 'malformed-json', times: 1 }],
  ['A third of the calls fail', { probability: 0.33, seed: 'flaky', status: 500 }],
]

const spanText = (value: unknown) =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value
    ? `${String(value.from)}–${String(value.to)}`
    : typeof value === 'number'
      ? `${value} ms`
      : String(value).replace(/^PT([\d.]+)S$/, '$1 s')

/** What a rule does, in words. */
const whatOf = ({ status, code, spoil, delay, slowBody, body }: FaultRule) =>
  [
    status,
    code,
    spoil,
    body !== undefined && 'own body',
    delay !== undefined && `late by ${spanText(delay)}`,
    slowBody !== undefined && `body takes ${spanText(slowBody)}`,
  ]
    .filter(Boolean)
    .join(', ')

const whenOf = ({ after, times, every, probability }: FaultRule) =>
  [
    after !== undefined && `after ${after}`,
    every !== undefined && `every ${every}.`,
    probability !== undefined && `${Math.round(probability * 100)} % of them`,
    times === undefined ? 'until it is removed' : `${times} ${times === 1 ? 'time' : 'times'}`,
  ]
    .filter(Boolean)
    .join(', ')

const removal = ({ id }: Fault): Action => ({
  label: 'Remove',
  method: 'DELETE',
  path: `/faults/${encodeURIComponent(id)}`,
  call: `await yoti.control.faults.remove(${literal(id)})`,
  done: `${id} is removed`,
  onDone: () => void faults.refresh(),
})

const clearing = (): Action => {
  const app = application.value
  return {
    label: 'Remove all',
    method: 'DELETE',
    path: `/faults${queryOf({ sdkId: app || undefined })}`,
    call: `await yoti.control.faults.clear(${app === '' ? '' : objectLiteral({ sdkId: app })})`,
    done: 'Nothing is spoilt any more',
    warning: app === '' ? 'Every rule is removed.' : 'Every rule of this application is removed.',
    onDone: () => void faults.refresh(),
  }
}

const parse = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

const AddFault = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const withApp = (rule: FaultRule) => (application.value === '' ? rule : { ...rule, sdkId: application.value })
  const [text, setText] = useState(JSON.stringify(withApp(presets[0]?.[1] ?? {}), undefined, 2))
  const rule = parse(text)
  const action: Action = {
    label: 'Add a fault',
    method: 'POST',
    path: '/faults',
    body: rule,
    call: `await yoti.control.faults.add(${objectLiteral(rule ?? {})})`,
    done: 'The fault counts from the next request on',
    onDone: () => {
      void faults.refresh()
      onClose()
    },
  }
  const operation = rule !== undefined && 'operation' in rule ? String(rule.operation) : ''
  return (
    <Dialog title="Add a fault" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (rule !== undefined) void perform(action)
        }}
      >
        <div class="row presets">
          {presets.map(([name, preset]) => (
            <button
              key={name}
              type="button"
              class="small"
              onClick={() => setText(JSON.stringify(withApp(preset), undefined, 2))}
            >
              {name}
            </button>
          ))}
        </div>
        <label class="field">
          <span>Operation</span>
          <select
            value={operation}
            disabled={rule === undefined}
            onChange={(event) => {
              const { value } = event.currentTarget
              setText(JSON.stringify({ ...rule, operation: value === '' ? undefined : value }, undefined, 2))
            }}
          >
            <option value="">any</option>
            {yotiOperationIds.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>The rule</span>
          <textarea spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          {rule === undefined && <small role="alert">This is not a JSON object yet.</small>}
        </label>
        <button type="submit" class="main" disabled={rule === undefined}>
          Add it
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

const example = () =>
  `curl -X POST ${serverUrl}/__mock/faults -H 'Content-Type: application/json' -d '{"operation":"getSession","status":503,"times":2}'`

const RuleCells = ({
  fault: { rule, matched, applied },
}: {
  fault: Pick<Fault, 'rule' | 'matched' | 'applied'>
}): JSX.Element => (
  <>
    <td class="wide">{rule.operation === undefined ? 'any operation' : <Name text={rule.operation} />}</td>
    <td>{whatOf(rule)}</td>
    <td>{whenOf(rule)}</td>
    <td class="number" data-label="matched">
      {matched}
    </td>
    <td class="number" data-label="applied">
      {applied}
    </td>
  </>
)

const heads = (
  <>
    <th scope="col">Operation</th>
    <th scope="col">What it does</th>
    <th scope="col">When</th>
    <th scope="col" class="number">
      Matched
    </th>
    <th scope="col" class="number">
      Applied
    </th>
  </>
)

const OfScenarios = (): JSX.Element | null => {
  const rules = faults.value.value?.ofScenarios ?? []
  if (rules.length === 0) return null
  return (
    <ScrollTable isCard label="Faults of scenarios">
      <header>
        <h2 id="of-scenarios">Of scenarios</h2>
        <span class="soft">each counts for a session or an application on its own</span>
      </header>
      <table class="flow wide">
        <thead>
          <tr>
            <th scope="col">Scenario</th>
            {heads}
            <th scope="col">Counts for</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((fault) => (
            <tr key={`${fault.id} ${fault.sessionId ?? ''} ${fault.sdkId ?? ''}`}>
              <th scope="row">
                <ScenarioLink id={fault.scenario} />
              </th>
              <RuleCells fault={fault} />
              <td>{fault.sessionId === undefined ? fault.sdkId : <SessionLink id={fault.sessionId} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}

export const Faults = (): JSX.Element => {
  const [isAdding, add] = useState(false)
  faults.want()
  const read = faults.value.value
  return (
    <>
      <div class="page-head">
        <h1>Faults</h1>
        {read !== undefined && read.faults.length > 0 && (
          <ActionButton action={clearing()} kind="danger" about="faults" />
        )}
        <button type="button" class="main" onClick={() => add(true)}>
          Add a fault…
        </button>
        <p>Rules that spoil answers: an error, a delay, a broken connection.</p>
      </div>
      {faults.error.value !== undefined && <Problem error={faults.error.value} onRetry={() => void faults.refresh()} />}
      {read?.faults.length === 0 && (
        <div class="card">
          <Empty title="Nothing is spoilt">
            <p>Have the next two reads of a session fail:</p>
            <Code text={example()} language="sh" what="the command that adds a fault" />
          </Empty>
        </div>
      )}
      {read !== undefined && read.faults.length > 0 && (
        <ScrollTable isCard label="Faults">
          <table class="flow wide">
            <caption class="off-screen">Faults</caption>
            <thead>
              <tr>
                <th scope="col">Id</th>
                {heads}
                <th scope="col">
                  <span class="off-screen">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {read.faults.map((fault) => (
                <tr key={fault.id}>
                  <th scope="row" class="short">
                    {fault.id}
                  </th>
                  <RuleCells fault={fault} />
                  <td class="end">
                    <ActionButton kind="small" action={removal(fault)} about={fault.id} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
      <OfScenarios />
      {isAdding && <AddFault onClose={() => add(false)} />}
    </>
  )
}
