import { EventEmitter } from 'node:events'
import type { Session } from '../../engine/model/session.js'
import type { Catalogue } from '../../engine/scenarios/catalogue.js'
import type { Scenario } from '../../engine/scenarios/scenario.js'
import { removedAt } from '../../engine/sessions/create.js'
import { NamedSessions } from '../../engine/sessions/named-sessions.js'
import { mustNotBeNamed } from '../../engine/sessions/transitions.js'
import type { Clocks } from './clocks.js'

type Kept = { readonly session: Session; readonly version: number }

/**
 * A session as it was loaded, and the time by the clock of its application; no clock moves a named session's. Its version
 * must still stand when a change to it is committed.
 */
export type Loaded = Kept & { readonly now: number }

/** Told when a session was kept, and when it is gone. */
export type SessionChanges = { readonly kept: [session: Session]; readonly removed: [sessionId: string] }

/** Which session a request is about; `scenario` is that of the base URL, if it names one. */
export type SessionAddress = { readonly sessionId: string; readonly scenario?: Scenario }

/** How many of the oldest sessions are looked at when a new one comes. */
const sweptAtOnce = 2

/** Sessions in memory. Asynchronous, so that a shared store can take its place. */
export class SessionStore {
  readonly changes: EventEmitter<SessionChanges> = new EventEmitter<SessionChanges>()
  readonly #created = new Map<string, Kept>()
  readonly #named = new NamedSessions()
  readonly #catalogue: Catalogue
  readonly #clocks: Pick<Clocks, 'of' | 'unmoved'>
  readonly #maxSessions: number

  constructor(catalogue: Catalogue, clocks: Pick<Clocks, 'of' | 'unmoved'>, maxSessions: number) {
    this.#catalogue = catalogue
    this.#clocks = clocks
    this.#maxSessions = maxSessions
    this.changes.setMaxListeners(0)
  }

  /**
   * The session with this id, else the named session of the base URL's scenario under the id that was asked for, else
   * the named session with this id. What is past its retention is gone.
   */
  async load({ sessionId, scenario }: SessionAddress): Promise<Loaded | undefined> {
    const created = this.#created.get(sessionId)
    if (created !== undefined) return this.#loadCreated(created)
    const now = this.#clocks.unmoved.now()
    if (scenario !== undefined)
      return { session: { ...this.#named.get(scenario, now), id: sessionId }, version: 0, now }
    const named = this.#catalogue.findBySession(sessionId)
    return named && { session: this.#named.get(named, now), version: 0, now }
  }

  /**
   * Keeps a new session (version 0) or a changed one. The oldest goes when there are too many.
   * @returns false when the session has changed since it was loaded: load and decide again
   * @throws YotiError SESSION_LOCKED for a named session, which is read-only
   */
  async commit(session: Session, version: number): Promise<boolean> {
    mustNotBeNamed(session)
    if ((this.#created.get(session.id)?.version ?? 0) !== version) return false
    this.#created.set(session.id, { session, version: version + 1 })
    if (version === 0) this.#sweep()
    this.changes.emit('kept', session)
    return true
  }

  /** Forgets a session. @returns false when it has changed since it was loaded */
  async remove(sessionId: string, version: number): Promise<boolean> {
    if (this.#created.get(sessionId)?.version !== version) return false
    this.#forget(sessionId)
    return true
  }

  /** The created sessions that are still kept, the newest first. */
  async list(): Promise<readonly Loaded[]> {
    return [...this.#created.values()]
      .map((kept) => ({ ...kept, now: this.#nowOf(kept.session) }))
      .filter(({ session, now }) => now < removedAt(session))
      .reverse()
  }

  /** Forgets the sessions that an application created, or all. */
  clear(sdkId?: string): void {
    for (const [id, { session }] of this.#created) if (sdkId === undefined || session.sdkId === sdkId) this.#forget(id)
  }

  #nowOf({ sdkId }: Session): number {
    return this.#clocks.of(sdkId).now()
  }

  #loadCreated({ session, version }: Kept): Loaded | undefined {
    const now = this.#nowOf(session)
    if (now < removedAt(session)) return { session, version, now }
    this.#forget(session.id)
    return undefined
  }

  #forget(sessionId: string): void {
    this.#created.delete(sessionId)
    this.changes.emit('removed', sessionId)
  }

  /** Lets go of the oldest sessions where they are past their retention or too many. */
  #sweep(): void {
    let looked = 0
    for (const [id, { session }] of this.#created) {
      const isTooMany = this.#created.size > this.#maxSessions
      if (!isTooMany && looked >= sweptAtOnce) return
      if (isTooMany || this.#nowOf(session) >= removedAt(session)) this.#forget(id)
      looked += 1
    }
  }
}
