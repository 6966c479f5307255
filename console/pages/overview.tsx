import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { apiUrl, serverUrl } from '../core/address.js'
import { announce } from '../core/announce.js'
import { deliveries, requests, scenarios, sessions, settings } from '../core/data.js'
import { counted } from '../core/format.js'
import { linkTo } from '../core/route.js'
import { isRefused, isUnmatched } from '../core/tones.js'
import { snippets } from '../snippets/sdks.js'
import { Badge } from '../ui/badge.js'
import { Code } from '../ui/code.js'
import { Name } from '../ui/name.js'
import { Tabs } from '../ui/tabs.js'
import { Relative } from '../ui/time.js'
import { LastThings } from './last-things.js'

const tryIt = async () => {
  const path = '/sessions/all-approve'
  try {
    const { status } = await fetch(`${apiUrl}${path}`)
    announce(`GET …${path} answered ${status}: it is below`)
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
        <button type="button" class="main" onClick={() => void tryIt()}>
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

type Attention = { readonly text: string; readonly link: string; readonly bad: boolean }

const attention = (): Attention[] => {
  const refused = requests.rows.value.filter(isRefused).length
  const unmatched = requests.rows.value.filter(isUnmatched).length
  const failed = requests.rows.value.filter(({ status = 0 }) => status >= 500).length
  const unsent = deliveries.rows.value.filter(({ status }) => status === 'failed').length
  const all = [
    {
      count: refused,
      text: counted(refused, 'refused signature'),
      link: linkTo('requests', undefined, { verdict: 'refused' }),
      bad: true,
    },
    {
      count: unmatched,
      text: `${counted(unmatched, 'request')} that no operation answers`,
      link: linkTo('requests', undefined, { matched: 'false' }),
      bad: true,
    },
    {
      count: failed,
      text: `${counted(failed, 'answer')} with 5xx`,
      link: linkTo('requests', undefined, { status: '5xx' }),
      bad: false,
    },
    {
      count: unsent,
      text: counted(unsent, 'failed webhook'),
      link: linkTo('webhooks', undefined, { status: 'failed' }),
      bad: true,
    },
  ]
  return all.filter(({ count }) => count > 0)
}

const NeedsAttention = (): JSX.Element => {
  const found = attention()
  return (
    <section class="card" aria-labelledby="attention">
      <header>
        <h2 id="attention">Needs attention</h2>
      </header>
      <div class="body">
        {found.length === 0 ? (
          <p class="soft">Nothing: no refused signature, no request without an operation, no failed webhook.</p>
        ) : (
          <ul class="bare">
            {found.map(({ text, link, bad }) => (
              <li key={text}>
                <Badge tone={bad ? 'bad' : 'warn'}>{bad ? 'look' : 'note'}</Badge> <a href={link}>{text}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

/** The settings that explain most of what somebody wonders about. */
const shownSettings = ['signatures', 'visits', 'visitDelay', 'scenario', 'journalSize', 'maxSessions', 'seed'] as const

const Server = (): JSX.Element => {
  const read = settings.value.value
  const oldest = requests.rows.value.at(-1)?.at
  return (
    <section class="card" aria-labelledby="server">
      <header>
        <h2 id="server">This server</h2>
      </header>
      <div class="body">
        <dl class="facts">
          <dt>Kept</dt>
          <dd>
            {counted(sessions.total.value, 'session')}, {counted(requests.total.value, 'request')},{' '}
            {counted(deliveries.total.value, 'webhook')}
            {oldest !== undefined && (
              <span class="soft">
                {' '}
                (since <Relative at={oldest} />)
              </span>
            )}
          </dd>
          <dt>Scenarios</dt>
          <dd>
            <a href={linkTo('scenarios')}>{scenarios.value.value?.length ?? 'all'}</a>
          </dd>
          {shownSettings.map((name) => {
            const setting = read?.settings[name]
            return setting === undefined ? null : (
              <>
                <dt>
                  <code title={setting.help}>{setting.option}</code>
                </dt>
                <dd>{typeof setting.value === 'object' ? JSON.stringify(setting.value) : String(setting.value)}</dd>
              </>
            )
          })}
        </dl>
        {read !== undefined && (
          <details>
            <summary>All settings</summary>
            <dl class="facts">
              {Object.entries(read.settings).map(([name, { option, value, is_set, help }]) => (
                <>
                  <dt>
                    <code>{option}</code>
                  </dt>
                  <dd>
                    {is_set !== undefined
                      ? is_set
                        ? 'set (secret)'
                        : 'not set'
                      : value === undefined
                        ? '–'
                        : JSON.stringify(value)}
                    <small>
                      <Name text={help} />
                      <span class="off-screen"> ({name})</span>
                    </small>
                  </dd>
                </>
              ))}
            </dl>
          </details>
        )}
      </div>
    </section>
  )
}

/** Where to point one's code, what happened last and what needs attention. */
export const Overview = (): JSX.Element => {
  settings.want()
  scenarios.want()
  return (
    <>
      <div class="page-head">
        <h1>Overview</h1>
      </div>
      <Connect />
      <div class="columns">
        <LastThings />
        <div>
          <NeedsAttention />
          <Server />
        </div>
      </div>
    </>
  )
}
