import { layOut, type Page } from './layout.js'
import { html, type Markup } from './markup.js'
import { outcome } from './outcome.js'
import { facts, messages, type Shown, scenarioField, stages } from './parts.js'

type Step = {
  readonly title: string
  readonly detail?: string
  readonly done: boolean
  /** Nothing where the step cannot be taken. */
  readonly button?: Markup
}

/** @param about what the button is for, for those who do not see where it stands */
const button = (action: string, label: string, about: string, document?: number) =>
  html`<form method="post">${
    document === undefined ? undefined : html`<input type="hidden" name="document" value="${document}">`
  }<button name="action" value="${action}" aria-label="${label} ${about}">${label}</button></form>`

const firstOf = (accepted: readonly string[]) => accepted.slice(0, 3).join(', ') + (accepted.length > 3 ? ', …' : '')

/** The letter, which the clerk scans first. Without instructions none was made. */
const letterStep = ({ view: { happened }, instructed, noLetter }: Shown): Step => ({
  title: 'The letter',
  ...(noLetter !== undefined && { detail: noLetter }),
  done: instructed !== undefined && happened.some(({ type }) => type === 'letter-scanned'),
  ...(noLetter === undefined && { button: button('scan-letter', 'Scan', 'the letter') }),
})

/** What the instructions name; without them whatever the session asks for. */
const documentSteps = ({ view: { requirements, happened }, instructed }: Shown): Step[] =>
  requirements
    .map((requirement, index) => ({ ...requirement, number: index + 1 }))
    .filter(({ id }) => instructed === undefined || instructed.has(id))
    .map(({ id, accepted, captured, number }, index) => ({
      title: `Document ${index + 1}`,
      detail:
        happened.find(({ requirement_id }) => requirement_id === id)?.document ??
        instructed?.get(id) ??
        firstOf(accepted),
      done: captured,
      button: button('capture-document', 'Capture', `document ${index + 1}`, number),
    }))

const photographStep = ({ view: { happened } }: Shown): Step => ({
  title: 'The photograph',
  done: happened.some(({ type }) => type === 'face-captured'),
  button: button('capture-face', 'Take', 'the photograph'),
})

const stepsOf = (shown: Shown): Step[] => [
  letterStep(shown),
  ...documentSteps(shown),
  ...(shown.asksForFace ? [photographStep(shown)] : []),
]

const stepItem = ({ title, detail, done, button: act }: Step, isOpen: boolean): Markup =>
  html`<li><div>${title}${detail === undefined ? undefined : html`<small>${detail}</small>`}</div>${
    done ? html`<span class="done">✓ done</span>` : isOpen && act !== undefined ? act : html`<span>–</span>`
  }</li>`

const ending = ({ typed }: Shown): Markup => html`<section>
<h2>The end of the visit</h2>
<form method="post"><button class="main" name="action" value="complete">Complete the session</button>
<small>Whatever is left is captured first, and the checks are made.</small></form>
</section>
<section>
<form method="post" class="row">
<div><label for="reason">Reason for the refusal</label><input id="reason" name="reason" maxlength="200" value="${typed?.reason ?? ''}" placeholder="The photograph is of somebody else"></div>
<button name="action" value="refuse">Refuse</button>
</form>
</section>`

const choice = (shown: Shown): Markup => html`<section>
<form method="post" class="row">
<div>${scenarioField(shown)}</div>
<button name="action" value="change-scenario">Change</button>
</form>
<small>What has happened stays; what is still to come is the scenario’s.</small>
</section>`

/** The page of the clerk in the branch. */
export const clerkPage = (status: number, shown: Shown): Page => {
  const { view } = shown
  const isOpen = view.state === 'ONGOING' && !['checking', 'refused'].includes(view.stage)
  return layOut({
    status,
    title: 'A visit to the branch',
    about: 'the clerk’s page, as a test drives it',
    leaves: false,
    main: html`${stages(view)}${messages(shown)}${outcome(shown)}<section>
<h2>What the person brings</h2>
${shown.instructed === undefined ? html`<p>The session has no instructions yet, so everything that it asks for is listed.</p>` : undefined}
<ul class="steps">${stepsOf(shown).map((step) => stepItem(step, isOpen))}</ul>
</section>
${isOpen ? html`${ending(shown)}${choice(shown)}` : undefined}${facts(shown)}`,
  })
}
