import type { SessionDescription } from '../engine/results/describe-session.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import { html, type Markup } from './markup.js'

export type SessionView = SessionDescription

/** A check as the outcome lists it. */
export type CheckOutcome = { readonly type: string; readonly recommendation: string; readonly reason?: string }

/** What a page shows, and what there is to say about the last thing that was done. */
export type Shown = {
  readonly view: SessionView
  readonly scenarios: readonly Scenario[]
  /** Whether a photograph of the person is wanted. */
  readonly asksForFace: boolean
  /** The documents that the instructions name, by requirement; undefined without instructions. */
  readonly instructed: ReadonlyMap<string, string> | undefined
  /** Why the letter cannot be scanned; undefined when it can. */
  readonly noLetter: string | undefined
  readonly checks: readonly CheckOutcome[]
  /** What was typed into the form that could not be done. */
  readonly typed?: { readonly scenario?: string; readonly reason?: string }
  readonly problem?: string
  readonly note?: string
}

const inBranch = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed']
const atHome = ['created', 'capturing', 'checking', 'completed']

const stageItem = (stage: string, index: number, current: number): Markup => {
  if (index === current) return html`<li aria-current="step">${stage}</li>`
  return index < current ? html`<li class="done">${stage}</li>` : html`<li>${stage}</li>`
}

/** How far the session has come. An end before its completion takes the place of what would have followed. */
export const stages = ({ stage, in_branch, happened }: SessionView): Markup => {
  const all = in_branch ? inBranch : atHome
  const isCut = stage === 'refused' || stage === 'expired'
  const wasVisited = happened.some(({ type }) => type === 'letter-scanned' || type.endsWith('-captured'))
  const shown = isCut ? [...all.slice(0, wasVisited ? -2 : 1), stage] : all
  return html`<ol class="stages" aria-label="Stages">${shown.map((name, index) => stageItem(name, index, shown.indexOf(stage)))}</ol>`
}

export const messages = ({ problem, note }: Shown): Markup =>
  html`${
    problem === undefined ? undefined : html`<section class="problem" role="alert"><p>${problem}</p></section>`
  }${note === undefined ? undefined : html`<section class="note" role="status"><p>${note}</p></section>`}`

export const facts = ({ view }: Shown): Markup => html`<section>
<h2>The session</h2>
<dl>
<dt>Id</dt><dd><code>${view.session_id}</code></dd>
${view.user_tracking_id === undefined ? undefined : html`<dt>Tracking id</dt><dd>${view.user_tracking_id}</dd>`}
<dt>State</dt><dd>${view.state}</dd>
<dt>Deadline</dt><dd><time datetime="${view.deadline}">${view.deadline}</time></dd>
</dl>
</section>`

/** The field that chooses what happens, with every scenario to choose from. */
export const scenarioField = ({ view, scenarios, typed }: Shown): Markup => html`<label for="scenario">Scenario</label>
<input id="scenario" name="scenario" list="scenarios" value="${typed?.scenario ?? view.scenario}" autocomplete="off" spellcheck="false" required>
<datalist id="scenarios">${scenarios.map(({ id, title }) => html`<option value="${id}">${title}</option>`)}</datalist>`
