import type { EventEmitter } from 'node:events'
import type { Session } from '../../engine/model/session.js'
import { removedAt } from '../../engine/sessions/create.js'
import type { StateChanges, StoredSession } from '../state.js'
import type { Clocks } from './clocks.js'

type Kept = { readonly session: Session; readonly version: number }

/** How many of the oldest sessions are looked at when a new one comes. */
const sweptAtOnce = 2

/** The created sessions. What is past its retention is gone. */
export class Sessions {
  readonly #created = new Map<string, Kept>()
  readonly #clocks: Pick<Clocks, 'now'>
  readonly #changes: EventEmitter<StateChanges>
  readonly #most: number

  constructor(clocks: Pick<Clocks, 'now'>, changes: EventEmitter<StateChanges>, most: number) {
    this.#clocks = clocks
    this.#changes = changes
    this.#most = most
  }

  find(sessionId: string): StoredSession | undefined {
    const kept = this.#created.get(sessionId)
    if (kept === undefined) return undefined
    const { session, version } = kept
    const now = this.#clocks.now(session.sdkId)
    if (now < removedAt(session)) return { session, version, now }
    this.remove(sessionId)
    return undefined
  }

  /** 0 for a session that is not there. */
  versionOf(sessionId: string): number {
    return this.#created.get(sessionId)?.version ?? 0
  }

  /** Keeps a new or a changed session. The oldest goes when there are too many. */
  put(session: Session): void {
    const version = this.versionOf(session.id)
    this.#created.set(session.id, { session, version: version + 1 })
    if (version === 0) this.#sweep()
    this.#changes.emit('kept', session)
  }

  remove(sessionId: string): void {
    this.#created.delete(sessionId)
    this.#changes.emit('removed', sessionId)
  }

  /** The newest first. */
  list(): readonly StoredSession[] {
    return [...this.#created.values()]
      .map((kept) => ({ ...kept, now: this.#clocks.now(kept.session.sdkId) }))
      .filter(({ session, now }) => now < removedAt(session))
      .reverse()
  }

  /** Forgets the sessions that an application created, or all. */
  clear(sdkId?: string): void {
    for (const [id, { session }] of this.#created) if (sdkId === undefined || session.sdkId === sdkId) this.remove(id)
  }

  /** Lets go of the oldest sessions where they are past their retention or too many. */
  #sweep(): void {
    let looked = 0
    for (const [id, { session }] of this.#created) {
      const isTooMany = this.#created.size > this.#most
      if (!isTooMany && looked >= sweptAtOnce) return
      if (isTooMany || this.#clocks.now(session.sdkId) >= removedAt(session)) this.remove(id)
      looked += 1
    }
  }
}
