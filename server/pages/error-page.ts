import { errorCodes } from './error-codes.js'
import { layOut, type Page } from './layout.js'
import { html } from './markup.js'

/** A page for a visitor who has no right to any other, with the code that Yoti's page would give. */
export const errorPage = (status: number, code: string): Page =>
  layOut({
    status,
    title: errorCodes[code] ?? 'Something is wrong',
    about: `error ${code}`,
    leaves: false,
    main: html`<section class="problem" role="alert"><p>The address of this page is
<code>/web/index.html?sessionID=…&amp;sessionToken=…</code>, with the <code>session_id</code> and the
<code>client_session_token</code> that creating a session answered.</p></section>`,
  })
