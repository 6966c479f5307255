import type { JSX } from 'preact'
import { scenarios, sessions } from '../core/data.js'
import { shortId } from '../core/format.js'
import { linkTo } from '../core/route.js'
import { CopyButton } from './code.js'
import { Name } from './name.js'

/** An id in full, with a button that copies it. */
export const Id = ({ id, what }: { id: string; what: string }): JSX.Element => (
  <span class="id">
    <code>
      <Name text={id} />
    </code>
    <CopyButton text={id} what={what} />
  </span>
)

/** Whether an id names a scenario, whose named session never changes. */
const isScenario = (id: string) =>
  sessions.find(id) === undefined && scenarios.value.value?.some((scenario) => scenario.id === id) === true

/** The beginning of a session's id, which leads to its page; a named session has none. */
export const SessionLink = ({ id }: { id: string }): JSX.Element =>
  isScenario(id) ? (
    <ScenarioLink id={id} />
  ) : (
    <a class="mono short" href={linkTo('sessions', id)} title={id} onClick={(event) => event.stopPropagation()}>
      {shortId(id)}
    </a>
  )

export const ScenarioLink = ({ id }: { id: string }): JSX.Element => (
  <a href={linkTo('scenarios', undefined, { sel: id })} onClick={(event) => event.stopPropagation()}>
    <Name text={id} />
  </a>
)
