import type { Catalogue } from '../scenarios/catalogue.js'
import type { Scenario } from '../scenarios/scenario.js'
import { removedAt } from './create.js'
import { NamedSessions } from './named-sessions.js'
import type { Session } from './session.js'
import { mustNotBeNamed } from './transitions.js'

/** A session as it was loaded. Its version must still stand when a change to it is committed. */
export type Loaded = { readonly session: Session; readonly version: number }

/** Which session a request is about; `scenario` is that of the base URL, if it names one. */
export type SessionAddress = { readonly sessionId: string; readonly scenario?: Scenario }

/** How many of the oldest sessions are looked at when a new one comes. */
const sweptAtOnce = 2

/** Sessions in memory. Asynchronous, so that a shared store can take its place. */
export class SessionStore {
  readonly #created = new Map<string, Loaded>()
  readonly #named = new NamedSessions()
  readonly #catalogue: Catalogue
  readonly #maxSessions: number

  constructor(catalogue: Catalogue, maxSessions: number) {
    this.#catalogue = catalogue
    this.#maxSessions = maxSessions
  }

  /**
   * The session with this id, else the named session of the base URL's scenario under the id that was asked for, else
   * the named session with this id. What is past its retention is gone.
   */
  async load({ sessionId, scenario }: SessionAddress, now: number): Promise<Loaded | undefined> {
    const created = this.#created.get(sessionId)
    if (created !== undefined && now < removedAt(created.session)) return created
    if (created !== undefined) {
      this.#created.delete(sessionId)
      return undefined
    }
    if (scenario !== undefined) return { session: { ...this.#named.get(scenario, now), id: sessionId }, version: 0 }
    const named = this.#catalogue.findBySession(sessionId)
    return named && { session: this.#named.get(named, now), version: 0 }
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
    if (version === 0) this.#sweep(session.createdAt)
    return true
  }

  /** Forgets a session. @returns false when it has changed since it was loaded */
  async remove(sessionId: string, version: number): Promise<boolean> {
    if (this.#created.get(sessionId)?.version !== version) return false
    return this.#created.delete(sessionId)
  }

  /** Forgets the sessions that an application created, or all. */
  clear(sdkId?: string): void {
    for (const [id, { session }] of this.#created)
      if (sdkId === undefined || session.sdkId === sdkId) this.#created.delete(id)
  }

  /** Lets go of the oldest sessions where they are past their retention or too many. */
  #sweep(now: number): void {
    let looked = 0
    for (const [id, { session }] of this.#created) {
      const isTooMany = this.#created.size > this.#maxSessions
      if (!isTooMany && looked >= sweptAtOnce) return
      if (isTooMany || now >= removedAt(session)) this.#created.delete(id)
      looked += 1
    }
  }
}
