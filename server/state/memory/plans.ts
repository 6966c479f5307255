import type { OwnerFilter, PlannedDelivery } from '../../engine/notifications/delivery.js'
import type { HandedOut } from '../snapshot.js'
import type { DueWait } from '../state.js'
import type { Clocks } from './clocks.js'

/** What is still to be sent about a session, and the keys of what was handed out. */
type Plan = {
  readonly sdkId: string | undefined
  readonly pending: readonly PlannedDelivery[]
  readonly claimed: ReadonlySet<string>
}

/** What is to be sent about sessions, and when. */
export class Plans {
  readonly #bySession = new Map<string, Plan>()
  readonly #clocks: Pick<Clocks, 'read'>

  constructor(clocks: Pick<Clocks, 'read'>) {
    this.#clocks = clocks
  }

  put(sessionId: string, sdkId: string | undefined, planned: readonly PlannedDelivery[]): void {
    const claimed = this.#bySession.get(sessionId)?.claimed ?? new Set()
    this.#bySession.set(sessionId, { sdkId, pending: planned.filter(({ key }) => !claimed.has(key)), claimed })
  }

  forget(sessionId: string): void {
    this.#bySession.delete(sessionId)
  }

  /** The keys of what was handed out about sessions. */
  handedOut(sessionIds: readonly string[]): HandedOut[] {
    return sessionIds.flatMap((sessionId) => {
      const { claimed } = this.#bySession.get(sessionId) ?? {}
      return claimed === undefined || claimed.size === 0 ? [] : [{ sessionId, keys: [...claimed] }]
    })
  }

  /** Hands out nothing with these keys any more. What else is planned comes with the session. */
  restore(handedOut: readonly HandedOut[]): void {
    for (const { sessionId, keys } of handedOut)
      this.#bySession.set(sessionId, { sdkId: undefined, pending: [], claimed: new Set(keys) })
  }

  /** Hands out what is due: of several sessions the earliest first. */
  claimDue(of: OwnerFilter): { readonly due: PlannedDelivery[]; readonly waits: DueWait[] } {
    const due: PlannedDelivery[] = []
    const waits: DueWait[] = []
    for (const [sessionId, plan] of this.#of(of)) {
      const { now, frozen } = this.#clocks.read(plan.sdkId)
      const own = plan.pending.filter(({ dueAt }) => dueAt <= now)
      const pending = plan.pending.filter(({ dueAt }) => dueAt > now)
      due.push(...own)
      if (own.length > 0) {
        const claimed = new Set([...plan.claimed, ...own.map(({ key }) => key)])
        this.#bySession.set(sessionId, { ...plan, pending, claimed })
      }
      const [next] = pending
      waits.push({ sessionId, ms: next === undefined || frozen ? undefined : next.dueAt - now })
    }
    return { due: due.sort((one, other) => one.dueAt - other.dueAt), waits }
  }

  #of({ sessionId, sdkId }: OwnerFilter): [string, Plan][] {
    if (sessionId !== undefined) {
      const plan = this.#bySession.get(sessionId)
      return plan === undefined ? [] : [[sessionId, plan]]
    }
    return [...this.#bySession].filter(([, plan]) => sdkId === undefined || plan.sdkId === sdkId)
  }
}
