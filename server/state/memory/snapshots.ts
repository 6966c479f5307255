import type { EventEmitter } from 'node:events'
import type { BoundedMap } from '../../base/bounded-map.js'
import type { AccessToken, Snapshot } from '../snapshot.js'
import type { State, StateChanges } from '../state.js'
import type { Applications } from './applications.js'
import type { Clocks } from './clocks.js'
import type { Deliveries } from './deliveries.js'
import type { FaceRegisters } from './face-registers.js'
import type { Faults } from './faults.js'
import type { NextSessions } from './next-sessions.js'
import type { ProviderStateSessions } from './provider-state-sessions.js'
import type { ScenarioCountsStore } from './scenario-counts.js'
import type { Sessions } from './sessions.js'

type Parts = {
  readonly clocks: Clocks
  readonly sessions: Sessions
  readonly applications: Applications
  readonly nextSessions: NextSessions
  readonly faceRegisters: FaceRegisters
  readonly faults: Faults
  readonly scenarioCounts: ScenarioCountsStore
  readonly deliveries: Deliveries
  readonly stateSessions: ProviderStateSessions
  readonly tokens: BoundedMap<string, Omit<AccessToken, 'token'>>
}

type Effects = { readonly reset: (sdkId?: string) => void; readonly changes: EventEmitter<StateChanges> }

/** What this process remembers, taken and put back. */
export const createSnapshots = (parts: Parts, { reset, changes }: Effects): State['snapshots'] => {
  const { clocks, sessions, applications, nextSessions, faceRegisters, faults, scenarioCounts } = parts
  const { deliveries, stateSessions, tokens } = parts

  const take = (sdkId?: string): Snapshot => {
    const isMeant = (of: { readonly sdkId?: string }) => sdkId === undefined || of.sdkId === sdkId
    const kept = sessions
      .list()
      .map(({ session }) => session)
      .filter(isMeant)
      .reverse()
    return {
      takenAt: clocks.unmoved(),
      ...(sdkId !== undefined && { sdkId }),
      clocks: clocks.take(sdkId),
      ...applications.take(sdkId),
      nextSessions: nextSessions.take(sdkId),
      faceRegisters: faceRegisters.list().filter(isMeant),
      faults: faults.list(sdkId),
      scenarioCounts: scenarioCounts.take(sdkId),
      sessions: kept,
      handedOut: deliveries.plans.handedOut(kept.map(({ id }) => id)),
      ...deliveries.take(sdkId),
      providerStates: sdkId === undefined ? stateSessions.all() : [],
      tokens: tokens
        .entries()
        .map(([token, issued]) => ({ token, ...issued }))
        .filter(isMeant),
    }
  }

  const restore = (snapshot: Snapshot): void => {
    const { sdkId } = snapshot
    reset(sdkId)
    clocks.restore(snapshot.clocks, sdkId)
    applications.restore(snapshot)
    for (const next of snapshot.nextSessions) nextSessions.add(next)
    for (const register of snapshot.faceRegisters ?? []) faceRegisters.put(register)
    faults.restore(snapshot.faults)
    for (const counts of snapshot.scenarioCounts) scenarioCounts.put(counts)
    for (const { token, ...issued } of snapshot.tokens) tokens.set(token, issued)
    stateSessions.restore(snapshot.providerStates)
    // Before the sessions, with which plans are made: nothing is sent twice.
    deliveries.plans.restore(snapshot.handedOut)
    deliveries.restore(snapshot)
    for (const session of snapshot.sessions) sessions.put(session)
    changes.emit('clock', sdkId)
    changes.emit('faults')
    changes.emit('applications')
  }

  return { take, restore }
}
