import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Action, literal, objectLiteral } from '../core/action.js'
import { application, clock, deliveries, sessions } from '../core/data.js'
import { dateOf, span, timeOfDay } from '../core/format.js'
import { clockOffset, serverNow } from '../core/now.js'
import { linkTo } from '../core/route.js'
import { ActionButton } from '../ui/action-button.js'
import { Badge } from '../ui/badge.js'
import { SessionLink } from '../ui/id.js'
import { Name } from '../ui/name.js'
import { ScrollTable } from '../ui/scroll-table.js'
import { Relative, Time } from '../ui/time.js'

const of = () => (application.value === '' ? {} : { sdkId: application.value })
const argument = () => (application.value === '' ? '' : objectLiteral(of()))
const withArgument = (first: string) => (argument() === '' ? first : `${first}, ${argument()}`)
const whose = () => (application.value === '' ? 'every clock' : 'the clock of this application')

const advance = (label: string, by: string): Action => ({
  label,
  method: 'POST',
  path: '/clock/advance',
  body: { by, ...of() },
  call: `await yoti.control.clock.advance(${withArgument(literal(by))})`,
  done: `${by} was added to ${whose()}`,
  onDone: () => void clock.refresh(),
})

const freeze = (frozen: boolean): Action => ({
  label: frozen ? 'Freeze' : 'Let it run',
  method: 'PUT',
  path: '/clock',
  body: { frozen, ...of() },
  call: `await yoti.control.clock.${frozen ? 'freeze' : 'resume'}(${argument()})`,
  done: frozen ? 'The clock stands still' : 'The clock runs',
  onDone: () => void clock.refresh(),
})

const jump = (at: string): Action => ({
  label: 'Set',
  method: 'PUT',
  path: '/clock',
  body: { now: at, ...of() },
  call: `await yoti.control.clock.set(${withArgument(literal(at))})`,
  done: `It is ${at}`,
  onDone: () => void clock.refresh(),
})

const reset = (): Action => ({
  label: 'Reset',
  method: 'POST',
  path: '/reset',
  body: of(),
  call: `await yoti.control.reset(${argument()})`,
  done: 'Everything is as at the start, and the clock shows the real time',
  warning: `Forgets ${application.value === '' ? 'every session, webhook, fault, choice and recorded request' : 'the sessions, webhooks, faults, choices and recorded requests of this application'}. Keys stay. The clock shows the real time again.`,
})

type Due = { readonly at: string; readonly what: JSX.Element | string; readonly session: string }

/** What happens when the clock gets there: deadlines and webhooks. What a visit brings is on the page of its session. */
const dueSoon = (now: number): Due[] => {
  const ends = sessions.rows.value
    .filter(({ state, deadline }) => state === 'ONGOING' && new Date(deadline).getTime() > now)
    .map(({ session_id, deadline }) => ({ at: deadline, what: 'the deadline passes', session: session_id }))
  const sent = deliveries.rows.value
    .filter(({ status, due }) => status === 'waiting' && new Date(due).getTime() > now)
    .map(({ sessionId, topic, due, id }) => ({
      at: due,
      what: (
        <a href={linkTo('webhooks', undefined, { sel: id })}>
          sends <Name text={topic} />
        </a>
      ),
      session: sessionId,
    }))
  return [...ends, ...sent].sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
}

const SetClock = (): JSX.Element => {
  const [typed, setTyped] = useState('')
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed) ? new Date(typed) : undefined
  const isPast = at !== undefined && at.getTime() < serverNow()
  const blocked =
    at === undefined || Number.isNaN(at.getTime())
      ? 'Choose an instant'
      : isPast
        ? 'It never goes back: only a reset does'
        : undefined
  return (
    <div class="row">
      <label class="choice">
        <span>To an instant of your time zone</span>
        <input type="datetime-local" step="1" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <ActionButton
        action={jump(blocked === undefined && at !== undefined ? at.toISOString() : '')}
        blocked={blocked}
        about="the clock"
      />
      {isPast && <span class="soft">It never goes back: only a reset does.</span>}
    </div>
  )
}

export const ClockPage = (): JSX.Element => {
  clock.want()
  const now = serverNow()
  const isFrozen = clock.value.value?.frozen === true
  const offset = clockOffset()
  const due = dueSoon(now)
  return (
    <>
      <div class="page-head">
        <h1>Clock</h1>
        <ActionButton
          action={reset()}
          kind="danger"
          about={application.value === '' ? 'everything' : 'this application'}
        />
      </div>
      <section class="card" aria-label="The clock">
        <div class="body clock">
          <p class="now">
            <span class="mono big">{timeOfDay(now).slice(0, 8)}</span>
            <span class="soft">{dateOf(now)}</span>
            <Badge tone={isFrozen ? 'warn' : 'ok'}>{isFrozen ? 'stands still' : 'runs'}</Badge>
            <span class="soft">
              {Math.abs(offset) < 2000 ? 'the real time' : `${span(offset)} ${offset > 0 ? 'ahead' : 'behind'}`}
            </span>
          </p>
          <p class="soft">
            {application.value === ''
              ? 'The clock that applications share, until one is moved on its own. Choose an application above for its own clock.'
              : 'The clock of the application that is chosen above.'}{' '}
            Sessions, deadlines, tokens and webhooks live by it.
          </p>
          <div class="row">
            <ActionButton kind="main" action={freeze(!isFrozen)} />
            <ActionButton action={advance('+ 1 min', 'PT1M')} />
            <ActionButton action={advance('+ 1 h', 'PT1H')} />
            <ActionButton action={advance('+ 1 day', 'P1D')} />
            <ActionButton action={advance('+ 28 days', 'P28D')} />
          </div>
          <SetClock />
        </div>
      </section>
      <section class="card" aria-labelledby="due">
        <header>
          <h2 id="due">What becomes due</h2>
          <span class="soft">a jump passes it, and cannot be undone</span>
        </header>
        {due.length === 0 ? (
          <div class="body soft">No deadline and no webhook is ahead.</div>
        ) : (
          <ScrollTable label="What becomes due">
            <table class="flow">
              <caption class="off-screen">What becomes due</caption>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">At</th>
                  <th scope="col">What</th>
                  <th scope="col">Session</th>
                </tr>
              </thead>
              <tbody>
                {due.slice(0, 50).map(({ at, what, session }) => (
                  <tr key={`${at} ${session}`}>
                    <td>
                      <Relative at={at} />
                    </td>
                    <td>
                      <Time at={at} />
                    </td>
                    <td>{what}</td>
                    <td>
                      <SessionLink id={session} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
        )}
      </section>
    </>
  )
}
