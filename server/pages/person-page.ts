import { errorCodes } from './error-codes.js'
import { layOut, type Page } from './layout.js'
import { html, type Markup } from './markup.js'
import { outcome } from './outcome.js'
import { facts, messages, type Shown, scenarioField, stages } from './parts.js'
import type { ReturnUrls } from './return-urls.js'

const destination = (url: string | undefined, name: string) =>
  url === undefined
    ? html`<small>The session names no <code>${name}</code>: this page stays.</small>`
    : html`<small>Then: <code>${url}</code></small>`

const completion = (shown: Shown, { success }: ReturnUrls): Markup => html`<section>
<h2>Show your documents and your face</h2>
<form method="post">
${scenarioField(shown)}
<button class="main" name="action" value="complete">Complete</button>
${destination(success, 'success_url')}
</form>
</section>`

const cancellation = ({ error }: ReturnUrls, chosen: string): Markup => html`<section>
<h2>Leave without finishing</h2>
<form method="post" class="row">
<div><label for="code">Error</label>
<select id="code" name="code">${Object.entries(errorCodes).map(
  ([code, reason]) =>
    html`<option value="${code}"${code === chosen ? html` selected` : undefined}>${code} – ${reason}</option>`,
)}</select></div>
<button name="action" value="cancel">Cancel</button>
</form>
${destination(error, 'error_url')}
</section>`

/** The page of a person at home. */
export const personPage = (status: number, shown: Shown, urls: ReturnUrls): Page => {
  const { view } = shown
  const isOpen = view.state === 'ONGOING' && !['checking', 'refused'].includes(view.stage)
  return layOut({
    status,
    title: 'Verify your identity',
    about: 'the end user’s page, as a test drives it',
    leaves: urls.success !== undefined || urls.error !== undefined,
    main: html`${stages(view)}${messages(shown)}${outcome(shown)}${isOpen ? completion(shown, urls) : undefined}
${view.state === 'COMPLETED' ? undefined : cancellation(urls, view.state === 'EXPIRED' ? '2002' : '1000')}${facts(shown)}`,
  })
}
