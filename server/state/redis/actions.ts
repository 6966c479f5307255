import type { State } from '../state.js'
import type { Parts } from './parts.js'
import { createSnapshots } from './snapshots.js'
import type { Store } from './store.js'

type Actions = Pick<State, 'reset' | 'snapshots'> & {
  /** Tells everybody of what has happened to an application, or to all. */
  readonly tellOf: (type: 'clock' | 'cleared' | 'reset', sdkId?: string) => Promise<void>
  /** Tells everybody that rules, or what is known of applications, may be others. */
  readonly tell: (type: 'faults' | 'applications') => Promise<void>
  readonly clearFaults: (sdkId?: string) => Promise<void>
}

/** What is done to several parts, and told to everybody. */
export const createActions = (parts: Parts, store: Store): Actions => {
  const { bus, clocks, sessions, applications, nextSessions, faceRegisters } = parts
  const { faults, scenarioCounts, journal, deliveries, stateSessions } = parts

  const tellOf: Actions['tellOf'] = async (type, sdkId) => {
    await store.apply([], [bus.tell(type, { sdkId })])
    bus.happened(type, ...(sdkId === undefined ? [] : [sdkId]))
  }

  const tell: Actions['tell'] = async (type) => {
    await store.apply([], [bus.tell(type, {})])
    bus.happened(type)
  }

  const removeSession = async (id: string) => {
    await store.apply([], [...sessions.remove(id, await sessions.ownerOf(id)), bus.tell('removed', { id })])
    bus.happened('removed', id)
  }

  const clearFaults = async (sdkId?: string) => {
    await faults.clear(sdkId)
    await scenarioCounts.clear(sdkId)
    bus.happened('faults')
  }

  const reset = async (sdkId?: string) => {
    for (const id of await sessions.ids(sdkId)) await removeSession(id)
    if (sdkId === undefined) await stateSessions.clear()
    await nextSessions.clear(sdkId)
    await faceRegisters.clear(sdkId)
    await applications.reset(sdkId)
    await clearFaults(sdkId)
    await journal.clear(sdkId)
    await deliveries.clear(sdkId)
    await clocks.reset(sdkId)
    await tellOf('clock', sdkId)
    await tellOf('reset', sdkId)
  }

  const snapshots = createSnapshots(parts, {
    store,
    reset,
    changed: async (snapshot) => {
      for (const session of snapshot.sessions) bus.happened('kept', session)
      await tellOf('clock', snapshot.sdkId)
      await tell('faults')
      await tell('applications')
    },
  })
  return { tellOf, tell, clearFaults, reset, snapshots }
}
