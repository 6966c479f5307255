import type { Session } from '../engine/model/session.js'
import { render } from '../engine/results/render.js'
import { html, type Markup } from './markup.js'
import type { CheckOutcome, Shown } from './parts.js'

/** What the checks of a session came to. */
export const checkOutcomes = (session: Session, now: number): CheckOutcome[] =>
  (render(session, now).checks ?? []).map(({ type, report }) => {
    const { value = 'none yet', reason } = report?.recommendation ?? {}
    return { type, recommendation: value, ...(reason && { reason }) }
  })

/** A name that may go on in another line after an underscore. */
const breakable = (name: string): Markup =>
  html`${name.split(/(?<=_)/).map((piece, index) => (index === 0 ? piece : html`<wbr>${piece}`))}`

const checkItem = ({ type, recommendation, reason }: CheckOutcome): Markup =>
  html`<li><div>${breakable(type)}${reason === undefined ? undefined : html`<small>${breakable(reason)}</small>`}</div><span>${recommendation}</span></li>`

const refusal = ({ view }: Shown): Markup => {
  const { reason } = view.happened.find(({ type }) => type === 'refused') ?? {}
  return html`<p><strong>Refused.</strong> ${reason === undefined ? 'The clerk gave no reason.' : html`Reason: ${reason}`}</p>
<p>Yoti tells nobody. The session stays ONGOING until ${view.deadline}, and is EXPIRED then.</p>`
}

const result = (shown: Shown): Markup | undefined => {
  switch (shown.view.stage) {
    case 'refused':
      return refusal(shown)
    case 'expired':
      return html`<p><strong>Expired.</strong> The deadline passed before the session was completed.</p>`
    case 'checking':
      return html`<p>The documents are captured. The checks are being made.</p>`
    case 'completed':
      return html`<p><strong>Completed.</strong>${shown.checks.length === 0 ? ' There are no checks.' : undefined}</p>`
    default:
      return undefined
  }
}

/** How the session ended, once it has: the checks, or why it was refused. */
export const outcome = (shown: Shown): Markup | undefined => {
  const told = result(shown)
  if (told === undefined) return undefined
  return html`<section>
<h2>The outcome</h2>
${told}${shown.checks.length === 0 ? undefined : html`<ul class="steps">${shown.checks.map(checkItem)}</ul>`}
</section>`
}
