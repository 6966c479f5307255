import { layOut, type Page } from './layout.js'
import { html, type Markup } from './markup.js'
import { facts, messages, type Shown, scenarioField, stages } from './parts.js'

type Step = { readonly title: string; readonly detail?: string; readonly done: boolean; readonly button: Markup }

/** @param about what the button is for, for those who do not see where it stands */
const button = (action: string, label: string, about: string, document?: number) =>
  html`<form method="post">${
    document === undefined ? undefined : html`<input type="hidden" name="document" value="${document}">`
  }<button name="action" value="${action}" aria-label="${label} ${about}">${label}</button></form>`

const firstOf = (accepted: readonly string[]) => accepted.slice(0, 3).join(', ') + (accepted.length > 3 ? ', …' : '')

const stepsOf = ({ view: { requirements, happened }, asksForFace }: Shown): Step[] => {
  const has = (type: string) => happened.some((event) => event.type === type)
  const documents = requirements.map(({ id, accepted, captured }, index) => ({
    title: `Document ${index + 1}`,
    detail: happened.find(({ requirement_id }) => requirement_id === id)?.document ?? firstOf(accepted),
    done: captured,
    button: button('capture-document', 'Capture', `document ${index + 1}`, index + 1),
  }))
  return [
    { title: 'The letter', done: has('letter-scanned'), button: button('scan-letter', 'Scan', 'the letter') },
    ...documents,
    ...(asksForFace
      ? [
          {
            title: 'The photograph',
            done: has('face-captured'),
            button: button('capture-face', 'Take', 'the photograph'),
          },
        ]
      : []),
  ]
}

const stepItem = ({ title, detail, done, button: act }: Step, isOpen: boolean): Markup =>
  html`<li><div>${title}${detail === undefined ? undefined : html`<small>${detail}</small>`}</div>${
    done ? html`<span class="done">✓ done</span>` : isOpen ? act : html`<span>–</span>`
  }</li>`

const ending = (): Markup => html`<section>
<h2>The end of the visit</h2>
<form method="post"><button class="main" name="action" value="complete">Complete the session</button>
<small>Whatever is left is captured first, and the checks are made.</small></form>
</section>
<section>
<form method="post" class="row">
<div><label for="reason">Why not?</label><input id="reason" name="reason" maxlength="200" placeholder="The photograph is of somebody else"></div>
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
    main: html`${stages(view)}${messages(shown)}<section>
<h2>What the person brings</h2>
<ul class="steps">${stepsOf(shown).map((step) => stepItem(step, isOpen))}</ul>
</section>
${isOpen ? html`${ending()}${choice(shown)}` : undefined}${facts(shown)}`,
  })
}
