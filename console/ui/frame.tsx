import type { ComponentChildren, JSX } from 'preact'
import { serverUrl } from '../core/address.js'
import {
  application,
  applications,
  clock,
  deliveries,
  knownApplications,
  requests,
  sessions,
  version,
} from '../core/data.js'
import { timeOfDay } from '../core/format.js'
import { connection, newVersion, togglePause } from '../core/live.js'
import { clockOffset, serverNow } from '../core/now.js'
import { go, linkTo, linkWith, route } from '../core/route.js'
import { isHelpOpen } from '../core/shortcuts.js'
import { isRefused, isUnmatched } from '../core/tones.js'
import { Code } from './code.js'

const Mark = (): JSX.Element => (
  <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#0a5c63" />
    <path
      d="M8 23V9.500l8 8 8-8V23"
      fill="none"
      stroke="#fff"
      stroke-width="3.200"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)

type Page = { readonly id: string; readonly label: string; readonly count?: () => number; readonly bad?: () => number }

const pages: readonly Page[] = [
  { id: '', label: 'Overview' },
  { id: 'sessions', label: 'Sessions', count: () => sessions.total.value },
  {
    id: 'requests',
    label: 'Requests',
    count: () => requests.total.value,
    bad: () => requests.rows.value.filter((row) => isRefused(row) || isUnmatched(row)).length,
  },
  {
    id: 'webhooks',
    label: 'Webhooks',
    count: () => deliveries.total.value,
    bad: () => deliveries.rows.value.filter(({ status }) => status === 'failed').length,
  },
  { id: 'scenarios', label: 'Scenarios' },
  { id: 'faults', label: 'Faults' },
  { id: 'clock', label: 'Clock' },
  { id: 'applications', label: 'Applications' },
  { id: 'contracts', label: 'Contracts' },
]

const Counts = ({ count, bad }: Page): JSX.Element | null => {
  const wrong = bad?.() ?? 0
  const all = count?.() ?? 0
  if (all === 0) return null
  return (
    <span class="counts">
      {wrong > 0 && (
        <span class="count bad">
          {wrong}
          <span aria-hidden="true">!</span>
          <span class="off-screen"> to look at, of </span>
        </span>
      )}
      <span class="count">{all}</span>
    </span>
  )
}

const Navigation = (): JSX.Element => (
  <nav class="nav" aria-label="Pages">
    <ul>
      {pages.map((page) => (
        <li key={page.id}>
          <a href={linkTo(page.id)} aria-current={route.value.page === page.id ? 'page' : undefined}>
            {page.label}
            <Counts {...page} />
          </a>
        </li>
      ))}
      <li>
        <a href="__console/api">API reference</a>
      </li>
    </ul>
  </nav>
)

const ApplicationFilter = (): JSX.Element => {
  applications.want()
  return (
    <label>
      <span>Application</span>
      <select
        value={application.value}
        onChange={(event) => go(linkWith({ app: event.currentTarget.value, sel: undefined }))}
      >
        <option value="">all applications</option>
        {knownApplications.value.map((sdkId) => (
          <option key={sdkId} value={sdkId}>
            {sdkId}
          </option>
        ))}
      </select>
    </label>
  )
}

const ClockLink = (): JSX.Element => {
  clock.want()
  const isFrozen = clock.value.value?.frozen === true
  const isMoved = Math.abs(clockOffset()) > 2000
  return (
    <a class="clock-link" href={linkTo('clock')} title="The clock of the server">
      <span class="mono">{timeOfDay(serverNow()).slice(0, 8)}</span>{' '}
      <span class="soft">{isFrozen ? 'frozen' : isMoved ? 'moved' : 'running'}</span>
    </a>
  )
}

const words = {
  live: 'live',
  connecting: 'connecting …',
  paused: 'paused',
  gone: 'not connected',
  full: 'too many tabs',
} as const

const ConnectionState = (): JSX.Element => (
  <span class={`connection ${connection.value}`}>
    <span class="dot" aria-hidden="true" />
    <span>{words[connection.value]}</span>
    {connection.value === 'live' || connection.value === 'paused' ? (
      <button type="button" class="small" onClick={togglePause}>
        {connection.value === 'paused' ? 'Go on' : 'Pause'}
      </button>
    ) : null}
  </span>
)

const portOption = () => {
  const { port } = new URL(serverUrl)
  return port === '' || port === '9684' ? '' : ` --port ${port}`
}

const Strips = (): JSX.Element | null => {
  if (connection.value === 'gone')
    return (
      <div class="strip" role="alert">
        <strong>The server does not answer.</strong>
        <span>What you see is what it last said. Start it again, for example with</span>
        <Code text={`npx mock-yoti${portOption()}`} language="sh" what="the command that starts it" />
        <span>and this page goes on by itself.</span>
      </div>
    )
  if (connection.value === 'full')
    return (
      <div class="strip" role="alert">
        <strong>Sixteen pages are open already.</strong> Close one; this page goes on by itself.
      </div>
    )
  if (newVersion.value === undefined) return null
  return (
    <div class="strip" role="alert">
      The server is now version {newVersion.value}.
      <button type="button" class="small" onClick={() => window.location.reload()}>
        Load this page again
      </button>
    </div>
  )
}

/** What is around every page. */
export const Frame = ({ children }: { children: ComponentChildren }): JSX.Element => {
  version.want()
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <div class="frame">
        <header class="bar">
          <a class="brand" href={linkTo('')}>
            <Mark />
            mock-yoti <small>{version.value.value?.version}</small>
          </a>
          <ConnectionState />
          <ApplicationFilter />
          <ClockLink />
          <button
            type="button"
            class="icon-button"
            aria-label="Keyboard shortcuts"
            title="Keyboard shortcuts (?)"
            onClick={() => {
              isHelpOpen.value = true
            }}
          >
            ?
          </button>
        </header>
        <Strips />
        <Navigation />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
