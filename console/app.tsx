import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { get } from './core/api.js'
import { linkTo, route } from './core/route.js'
import { isLocked } from './core/token.js'
import type { Version } from './core/types.js'
import { Overview } from './pages/overview.js'
import { Gate } from './ui/gate.js'
import { NoticeRegion } from './ui/notice.js'

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

const pages = [{ id: '', label: 'Overview' }] as const

const Navigation = (): JSX.Element => (
  <nav class="nav" aria-label="Pages">
    <ul>
      {pages.map(({ id, label }) => (
        <li key={id}>
          <a href={linkTo(id)} aria-current={route.value.page === id ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The whole console, or the question for the token. */
export const App = (): JSX.Element => {
  const [version, setVersion] = useState<Version>()
  const [attempt, retry] = useState(0)
  useEffect(() => {
    get<Version>('/version').then(setVersion, () => undefined)
  }, [attempt])
  if (isLocked.value) return <Gate onOpen={() => retry(attempt + 1)} />
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <div class="frame">
        <header class="bar">
          <a class="brand" href={linkTo('')}>
            <Mark />
            mock-yoti <small>{version?.version}</small>
          </a>
        </header>
        <Navigation />
        <main id="main" tabIndex={-1}>
          <Overview />
        </main>
      </div>
      <NoticeRegion />
    </>
  )
}
