import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { isLocked, setToken, token } from '../core/token.js'

/** Asks for the server's token, once in a tab. */
export const Gate = ({ onOpen }: { onOpen: () => void }): JSX.Element => {
  const [typed, setTyped] = useState('')
  const wasWrong = token.value !== ''
  const submit = (event: Event) => {
    event.preventDefault()
    setToken(typed.trim())
    isLocked.value = false
    onOpen()
  }
  return (
    <main class="gate" id="main">
      <form class="card" onSubmit={submit}>
        <header>
          <h1>This server has a control token</h1>
        </header>
        <div class="body">
          <p>
            It was started with <code>--control-token</code> or <code>MOCK_YOTI_CONTROL_TOKEN</code>. The token is kept
            for this tab only. An address that ends in <code>/#token=TOKEN</code> gives it too.
          </p>
          {wasWrong && (
            <p role="alert">
              <span class="badge bad">✕ refused</span> The server did not take the last token.
            </p>
          )}
          <label class="field">
            <span>Control token</span>
            <input
              type="password"
              autocomplete="off"
              required
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="main">
            Open the console
          </button>
        </div>
      </form>
    </main>
  )
}
