import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { readEverything, scenarios } from './core/data.js'
import { route } from './core/route.js'
import { isLocked } from './core/token.js'
import { Applications } from './pages/applications.js'
import { ClockPage } from './pages/clock.js'
import { Contracts } from './pages/contracts.js'
import { Faults } from './pages/faults.js'
import { Overview } from './pages/overview.js'
import { Requests } from './pages/requests.js'
import { Scenarios } from './pages/scenarios.js'
import { Session } from './pages/session.js'
import { Sessions } from './pages/sessions.js'
import { Webhooks } from './pages/webhooks.js'
import { ActionDialog } from './ui/action-button.js'
import { Empty } from './ui/empty.js'
import { Frame } from './ui/frame.js'
import { Gate } from './ui/gate.js'
import { NoticeRegion } from './ui/notice.js'
import { ShortcutHelp } from './ui/shortcut-help.js'

const Page = (): JSX.Element => {
  const { page, id } = route.value
  switch (page) {
    case '':
      return <Overview />
    case 'sessions':
      return id === undefined ? <Sessions /> : <Session key={id} id={id} />
    case 'requests':
      return <Requests />
    case 'webhooks':
      return <Webhooks />
    case 'scenarios':
      return <Scenarios />
    case 'faults':
      return <Faults />
    case 'clock':
      return <ClockPage />
    case 'applications':
      return <Applications />
    case 'contracts':
      return <Contracts />
    default:
      return (
        <Empty title="No such page">
          <p>
            <a href="#/">The overview</a> leads to all pages.
          </p>
        </Empty>
      )
  }
}

/** Says which page this is, to the tab and to screen readers, and begins it at its top. */
const usePageChange = () => {
  const { page, id } = route.value
  const isFirst = useRef(true)
  useEffect(() => {
    const title = document.querySelector('h1')?.textContent
    document.title = title === null || title === undefined ? 'mock-yoti' : `${title} – mock-yoti`
    if (!isFirst.current) {
      window.scrollTo({ top: 0 })
      document.getElementById('main')?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [page, id])
}

/** The whole console, or the question for the token. */
export const App = (): JSX.Element => {
  scenarios.want()
  usePageChange()
  if (isLocked.value)
    return (
      <>
        <Gate onOpen={() => void readEverything()} />
        <NoticeRegion />
      </>
    )
  return (
    <>
      <Frame>
        <Page />
      </Frame>
      <NoticeRegion />
      <ActionDialog />
      <ShortcutHelp />
    </>
  )
}
