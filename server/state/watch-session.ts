import type { ControlDeps } from '../control/control-operation.js'
import type { Session } from '../engine/model/session.js'

type Needs = Pick<ControlDeps, 'sessions' | 'clocks'>

/** Tells, once, that a session may look different. */
export type Watch = Disposable & {
  /** @param ms real milliseconds after which it ends in any case */
  readonly changed: (ms: number) => Promise<void>
}

/** Watches a session from now on: no change between looking at it and waiting for its next is missed. */
export const watchSession = (sessionId: string, { sessions, clocks }: Needs): Watch => {
  let timer: NodeJS.Timeout | undefined
  let wake: () => void = () => undefined
  const woken = new Promise<void>((resolve) => {
    wake = resolve
  })
  const onKept = ({ id }: Session) => {
    if (id === sessionId) wake()
  }
  const onRemoved = (id: string) => {
    if (id === sessionId) wake()
  }
  sessions.changes.on('kept', onKept)
  sessions.changes.on('removed', onRemoved)
  clocks.changes.on('moved', wake)
  return {
    changed: (ms) => {
      timer = setTimeout(wake, ms)
      // Somebody who still waits does not keep a server from ending.
      timer.unref()
      return woken
    },
    [Symbol.dispose]: () => {
      clearTimeout(timer)
      sessions.changes.off('kept', onKept)
      sessions.changes.off('removed', onRemoved)
      clocks.changes.off('moved', wake)
    },
  }
}
