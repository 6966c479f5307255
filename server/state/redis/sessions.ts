import { BoundedMap } from '../../base/bounded-map.js'
import { day } from '../../base/clock.js'
import type { Session } from '../../engine/model/session.js'
import { acceptedIdDocuments } from '../../engine/reference/accepted-documents.js'
import { removedAt } from '../../engine/sessions/create.js'
import type { StoredSession } from '../state.js'
import type { Clocks } from './clocks.js'
import { type Command, type Store, textOf, textsOf } from './store.js'
import { newVersions } from './versions.js'

/** So many sessions are kept parsed: reading one again costs its version only. */
const mostParsed = 1000

/** What stands in the store for the list of all documents that Yoti supports: that has 30 kB, and most orders ask for it. */
const any = 'any'

const write = (session: Session): string => {
  const { request } = session
  const requirements = request.requirements.map((requirement) => ({
    ...requirement,
    accepted: requirement.accepted === acceptedIdDocuments(undefined) ? any : requirement.accepted,
  }))
  return JSON.stringify({ ...session, request: { ...request, requirements } })
}

const parse = (text: string): Session => {
  const session = JSON.parse(text) as Session
  const { request } = session
  const requirements = request.requirements.map((requirement) => ({
    ...requirement,
    accepted: (requirement.accepted as unknown) === any ? acceptedIdDocuments(undefined) : requirement.accepted,
  }))
  return { ...session, request: { ...request, requirements } }
}

/** The created sessions. What is past its retention is gone. */
export class Sessions {
  readonly #store: Store
  readonly #clocks: Clocks
  readonly #most: number
  readonly #version = newVersions()
  readonly #versions = new WeakMap<Session, string>()
  readonly #parsed = new BoundedMap<string, { readonly version: string; readonly session: Session }>(mostParsed)

  constructor(store: Store, clocks: Clocks, most: number) {
    this.#store = store
    this.#clocks = clocks
    this.#most = most
  }

  /** The version of a session that is known here; '' of none. */
  knownVersion(sessionId: string): string {
    return this.#parsed.get(sessionId)?.version ?? ''
  }

  /** The version in which a session was read or kept here. */
  versionOf(session: Session): string | undefined {
    return this.#versions.get(session)
  }

  /** @param text the session, unless it is the known version */
  read(sessionId: string, version: string, text: string | undefined): Session | undefined {
    const known = this.#parsed.get(sessionId)
    if (known?.version === version) return known.session
    if (text === undefined) return undefined
    const session = parse(text)
    this.#versions.set(session, version)
    this.#parsed.delete(sessionId)
    this.#parsed.set(sessionId, { version, session })
    return session
  }

  /** What keeps a session, new or changed. */
  put(session: Session, { isNew, now }: { isNew: boolean; now: number }): Command[] {
    const key = (name: string) => this.#store.key(name)
    const owner = session.sdkId ?? ''
    // By the clock of the application; real time is never faster, and a day is for clocks that stand still.
    const ttl = Math.ceil(Math.max(removedAt(session) - now, 0) + day)
    const version = String(this.#version())
    this.#versions.set(session, version)
    const isNotified = session.request.notifications !== undefined
    return [
      ['HSET', key(`session:${session.id}`), 'v', version, 's', write(session), 'o', owner],
      ['PEXPIRE', key(`session:${session.id}`), ttl],
      ...(isNew
        ? [
            ['ORDER', key('sessions'), session.id],
            ['ORDER', key(`sessions-of:${owner}`), session.id],
            ['EVICT', this.#most],
          ]
        : []),
      // Due at once: whoever keeps it plans what is sent, and others do should that one die before.
      ...(isNotified
        ? [
            ['ZADD', key(`due:${owner}`), 0, session.id],
            ['SADD', key('due-apps'), owner],
          ]
        : []),
    ]
  }

  remove(sessionId: string, owner = ''): Command[] {
    const key = (name: string) => this.#store.key(name)
    return [
      ['UNLINK', key(`session:${sessionId}`), key(`plan:${sessionId}`)],
      ['ZREM', key('sessions'), sessionId],
      ['ZREM', key(`sessions-of:${owner}`), sessionId],
      ['ZREM', key(`due:${owner}`), sessionId],
    ]
  }

  async #readAll(ids: readonly string[]): Promise<StoredSession[]> {
    const kept = await this.#store.read(ids.map((id) => ['HMGET', this.#store.key(`session:${id}`), 'v', 's']))
    const sessions = ids.flatMap((id, at) => {
      const [version, text] = textsOf(kept[at])
      const session = version == null ? undefined : this.read(id, version, text)
      return session === undefined ? [] : [{ session, version: Number(version) }]
    })
    const owners = [...new Set(sessions.map(({ session }) => session.sdkId))]
    const reads = owners.map((owner) => this.#clocks.reads(owner)[0])
    const [shared, ...own] = await this.#store.read([this.#clocks.reads(undefined)[1], ...reads])
    return sessions
      .map((stored) => ({ ...stored, now: this.#clocks.now(own[owners.indexOf(stored.session.sdkId)], shared) }))
      .filter(({ session, now }) => now < removedAt(session))
  }

  /** The newest first. */
  async list(): Promise<readonly StoredSession[]> {
    const [ids] = await this.#store.read([['ZREVRANGE', this.#store.key('sessions'), '0', '-1']])
    return this.#readAll(textsOf(ids))
  }

  async find(sessionId: string): Promise<StoredSession | undefined> {
    const [found] = await this.#readAll([sessionId])
    return found
  }

  /** The ids of the sessions that an application created, or of all. */
  async ids(sdkId?: string): Promise<readonly string[]> {
    const name = sdkId === undefined ? 'sessions' : `sessions-of:${sdkId}`
    const [ids] = await this.#store.read([['ZRANGE', this.#store.key(name), '0', '-1']])
    return textsOf(ids)
  }

  /** The application that created a session: '' for one without, nothing for one that is not there. */
  async ownerOf(sessionId: string): Promise<string | undefined> {
    const [owner] = await this.#store.read([['HGET', this.#store.key(`session:${sessionId}`), 'o']])
    return textOf(owner)
  }
}
