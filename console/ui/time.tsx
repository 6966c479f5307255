import type { JSX } from 'preact'
import { dateOf, relative, timeOfDay } from '../core/format.js'
import { serverNow } from '../core/now.js'

/** A time of the day; the whole instant in its title. The date is shown where it is not today's. */
export const Time = ({ at }: { at: string }): JSX.Element => {
  const isToday = dateOf(at) === dateOf(serverNow())
  return (
    <time dateTime={at} title={at} class="mono">
      {!isToday && <span>{dateOf(at)}</span>}
      {!isToday && ' '}
      <span>{timeOfDay(at)}</span>
    </time>
  )
}

/** How long ago or until when, by the server's clock. */
export const Relative = ({ at }: { at: string }): JSX.Element => (
  <time dateTime={at} title={at}>
    {relative(at, serverNow())}
  </time>
)
