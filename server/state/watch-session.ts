import { clearTimeout, setTimeout } from 'node:timers'
import type { Session } from '../engine/model/session.js'
import type { State } from './state.js'

/** Tells, once, that a session may look different. */
export type Watch = Disposable & {
  /** @param ms real milliseconds after which it ends in any case */
  readonly changed: (ms: number) => Promise<void>
}

/** Watches a session from now on: no change between looking at it and waiting for its next is missed. */
export const watchSession = (sessionId: string, { changes }: Pick<State, 'changes'>): Watch => {
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
  changes.on('kept', onKept)
  changes.on('removed', onRemoved)
  changes.on('clock', wake)
  changes.on('missed', wake)
  return {
    changed: (ms) => {
      timer = setTimeout(wake, ms)
      // Somebody who still waits does not keep a server from ending.
      timer.unref()
      return woken
    },
    [Symbol.dispose]: () => {
      clearTimeout(timer)
      changes.off('kept', onKept)
      changes.off('removed', onRemoved)
      changes.off('clock', wake)
      changes.off('missed', wake)
    },
  }
}
