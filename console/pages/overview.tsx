import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { apiUrl, serverUrl } from '../core/address.js'
import { announce } from '../core/announce.js'
import { snippets } from '../snippets/sdks.js'
import { Code } from '../ui/code.js'
import { Tabs } from '../ui/tabs.js'

const tryIt = async () => {
  const path = '/sessions/all-approve'
  try {
    const { status } = await fetch(`${apiUrl}${path}`)
    announce(`GET …${path} answered ${status}`)
  } catch {
    announce('The server does not answer', 'bad')
  }
}

const Connect = (): JSX.Element => {
  const [selected, select] = useState('0')
  const snippet = snippets[Number(selected)]
  return (
    <section class="card" aria-labelledby="connect">
      <header>
        <h2 id="connect">Point your code here</h2>
        <button type="button" onClick={() => void tryIt()}>
          Make a first request
        </button>
      </header>
      <div class="body">
        <Tabs
          label="Clients"
          tabs={snippets.map(({ name }, index) => ({ id: String(index), label: name }))}
          selected={selected}
          onSelect={select}
        >
          {snippet !== undefined && (
            <>
              <Code
                text={snippet.text(apiUrl, serverUrl)}
                language={snippet.language}
                what={`the lines for ${snippet.name}`}
              />
              {snippet.note !== undefined && <p class="soft note">{snippet.note}</p>}
            </>
          )}
        </Tabs>
      </div>
    </section>
  )
}

/** Where to point one's code, what happened last and what needs attention. */
export const Overview = (): JSX.Element => (
  <>
    <div class="page-head">
      <h1>Overview</h1>
    </div>
    <Connect />
  </>
)
