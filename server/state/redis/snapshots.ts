import type { AccessToken, Snapshot } from '../snapshot.js'
import type { State } from '../state.js'
import type { Parts } from './parts.js'
import type { Command, Store } from './store.js'

type Effects = {
  readonly store: Store
  readonly reset: (sdkId?: string) => Promise<void>
  /** Tells everybody that everything may be another. */
  readonly changed: (snapshot: Snapshot) => Promise<void>
}

/** What the store remembers, taken and put back. */
export const createSnapshots = (parts: Parts, { store, reset, changed }: Effects): State['snapshots'] => ({
  take: async (sdkId) => {
    const kept = (await parts.sessions.list())
      .map(({ session }) => session)
      .filter((session) => sdkId === undefined || session.sdkId === sdkId)
      .reverse()
    return {
      takenAt: parts.clocks.unmoved(),
      ...(sdkId !== undefined && { sdkId }),
      clocks: await parts.clocks.take(sdkId),
      ...(await parts.applications.take(sdkId)),
      nextSessions: await parts.nextSessions.take(sdkId),
      faceRegisters: (await parts.faceRegisters.list()).filter(
        (register) => sdkId === undefined || register.sdkId === sdkId,
      ),
      faults: await parts.faults.list(sdkId),
      scenarioCounts: await parts.scenarioCounts.take(sdkId),
      sessions: kept,
      handedOut: await parts.deliveries.plans.handedOut(kept.map(({ id }) => id)),
      ...(await parts.deliveries.take(sdkId)),
      providerStates: sdkId === undefined ? await parts.stateSessions.all() : [],
      tokens: (await parts.tokens.all()).filter((token) => sdkId === undefined || token.sdkId === sdkId),
    }
  },
  restore: async (snapshot) => {
    const { sdkId } = snapshot
    await reset(sdkId)
    await parts.clocks.restore(snapshot.clocks, parts.applications.touch, sdkId)
    await parts.applications.restore(snapshot)
    await parts.nextSessions.addAll(snapshot.nextSessions)
    await parts.faults.restore(snapshot.faults)
    const writes: Command[] = [
      ...(snapshot.faceRegisters ?? []).flatMap((register) => parts.faceRegisters.put(register, undefined)[1]),
      ...snapshot.scenarioCounts.flatMap((counts) => parts.scenarioCounts.put(counts, undefined)[1]),
      ...snapshot.tokens.flatMap((token: AccessToken) => parts.tokens.put(token, parts.clocks.unmoved())),
    ]
    await store.write(writes)
    await parts.stateSessions.restore(snapshot.providerStates)
    // Before the sessions, with which plans are made: nothing is sent twice.
    await parts.deliveries.restore(snapshot)
    for (const session of snapshot.sessions)
      await store.apply([], parts.sessions.put(session, { isNew: true, now: snapshot.takenAt }))
    await changed(snapshot)
  },
})
