import { setTimeout as sleep, setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { startStopwatch } from '../../base/clock.js'
import { sdkIdOf } from '../../journal/describe-request.js'
import { createEntry, type Entry, type Opening } from '../../journal/entry.js'
import { cutEntry, mostBytes, weightOf } from '../journal-bounds.js'
import type { Bus } from './bus.js'
import type { Answer } from './connection.js'
import { type Store, textOf, textsOf, toMap } from './store.js'

/** How long others have to write down what they have answered. */
const patience = 1000
/** More entries than this do not wait to be written. */
const mostUnwritten = 2000
/** So many entries are read in one step. */
const page = 200

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

const write = (entry: Entry): string =>
  JSON.stringify(entry, function replace(this: Record<string, unknown>, key, shown: unknown) {
    // A Buffer has made itself an object already.
    const original = this[key]
    return isBytes(original) ? { $bytes: Buffer.from(original).toString('base64') } : shown
  })

const read = (text: string): Entry => {
  const entry = JSON.parse(text, (_key, part) =>
    typeof part?.$bytes === 'string' ? new Uint8Array(Buffer.from(part.$bytes, 'base64')) : part,
  )
  // What is undefined was not written.
  return { ...createEntry(entry as Opening), ...entry }
}

type JournalDeps = {
  readonly bus: Bus
  readonly replica: string
  readonly size: number
  /** By the server's clock. */
  readonly now: () => number
  readonly token: () => string
  /** Called with each entry that is kept. */
  readonly onClosed: (entry: Entry) => void
}

/** The last requests and their answers of all replicas: one stream, bounded in entries and in bytes. */
export class Journal {
  readonly #store: Store
  readonly #deps: JournalDeps
  /** Requests that are answered here at the moment. */
  readonly #open = new Set<Entry>()
  readonly #unwritten = new Set<Promise<unknown>>()
  /** Who has said that everything is written, by the token that it was asked with. */
  readonly #asked = new Map<string, Set<string>>()

  constructor(store: Store, deps: JournalDeps) {
    this.#store = store
    this.#deps = deps
    deps.bus.onFlush = ({ type, token, from }) => {
      if (type === 'flushed') this.#asked.get(token)?.delete(from)
      else void this.#answerFlush(token)
    }
  }

  open(opening: Opening): Entry {
    const entry = createEntry(opening)
    entry.at = this.#deps.now()
    entry.replica = this.#deps.replica
    this.#open.add(entry)
    return entry
  }

  close(entry: Entry): void {
    // Of what is no application's only an entry is made.
    if (!this.#open.delete(entry)) return
    if (this.#deps.size === 0) this.#forget(entry)
    else if (this.#unwritten.size < mostUnwritten) this.#write(entry)
  }

  #write(entry: Entry): void {
    cutEntry(entry)
    const { size, replica, onClosed } = this.#deps
    const args = [write(entry), sdkIdOf(entry) ?? '', String(weightOf(entry)), String(size), String(mostBytes), replica]
    const writing: Promise<unknown> = this.#store.connection
      .run('record', args)
      .then((id) => onClosed({ ...entry, id: Number(id) }))
      // A store that is away loses entries, and answers none of what they are about.
      .catch(() => undefined)
      .finally(() => this.#unwritten.delete(writing))
    this.#unwritten.add(writing)
  }

  /** Nothing is kept, and nobody may believe that nothing came. */
  #forget(entry: Entry): void {
    const fields = ['all', '1', `of:${sdkIdOf(entry) ?? ''}`, '1']
    const writing: Promise<unknown> = this.#store
      .apply([], [['HSET', this.#store.key('journal-forgotten'), ...fields]])
      .catch(() => undefined)
      .finally(() => this.#unwritten.delete(writing))
    this.#unwritten.add(writing)
  }

  async #flush(): Promise<void> {
    await yieldToEventLoop()
    await Promise.all(this.#unwritten)
  }

  async #answerFlush(token: string): Promise<void> {
    await this.#flush()
    await this.#store.apply([], [this.#deps.bus.tell('flushed', { token })]).catch(() => undefined)
  }

  /** Until every request is written down whose answer anybody has, whichever replica answered it. */
  async #settle(): Promise<void> {
    const [replicas] = await this.#store.read([['ZRANGE', this.#store.key('replicas'), '0', '-1']])
    const others = new Set(textsOf(replicas).filter((name) => name !== this.#deps.replica))
    if (others.size > 0) {
      const token = this.#deps.token()
      this.#asked.set(token, others)
      await this.#store.apply([], [this.#deps.bus.tell('flush', { token })])
      const waited = startStopwatch()
      while (others.size > 0 && waited() < patience) await sleep(1)
      this.#asked.delete(token)
    }
    await this.#flush()
  }

  async #stored(): Promise<Entry[]> {
    const found: Entry[] = []
    for (let from = '-'; ; ) {
      const [rows] = await this.#store.read([['XRANGE', this.#store.key('journal'), from, '+', 'COUNT', page]])
      const entries = (rows ?? []) as readonly (readonly [string, readonly string[]])[]
      for (const [id, fields] of entries)
        found.push({ ...read(toMap(fields as Answer).get('e') ?? '{}'), id: Number(id.split('-')[0]) })
      const last = entries.at(-1)
      if (last === undefined || entries.length < page) return found
      from = `(${last[0]}`
    }
  }

  /** The oldest first; at the end those that are answered here at the moment. */
  async list(): Promise<Entry[]> {
    await this.#settle()
    const stored = await this.#stored()
    const last = stored.at(-1)?.id ?? 0
    const open = this.#deps.size === 0 ? [] : [...this.#open].map((entry, at) => ({ ...entry, id: last + at + 1 }))
    return [...stored, ...open]
  }

  async find(id: number): Promise<Entry | undefined> {
    const [rows] = await this.#store.read([['XRANGE', this.#store.key('journal'), `${id}-0`, `${id}-0`]])
    const [row] = (rows ?? []) as readonly (readonly [string, readonly string[]])[]
    return row && { ...read(toMap(row[1] as Answer).get('e') ?? '{}'), id }
  }

  async hasForgotten({
    sdkId,
    since = 0,
  }: {
    readonly sdkId?: string
    readonly since?: number
  } = {}): Promise<boolean> {
    const field = sdkId === undefined ? 'all' : `of:${sdkId}`
    const [last] = await this.#store.read([['HGET', this.#store.key('journal-forgotten'), field]])
    return Number(textOf(last) ?? 0) > since
  }

  async clear(sdkId?: string): Promise<void> {
    const key = (name: string) => this.#store.key(name)
    await this.#settle()
    if (sdkId === undefined) {
      await this.#store.apply([], [['UNLINK', key('journal'), key('journal-bytes'), key('journal-forgotten')]])
      return
    }
    const own = (await this.#stored()).filter((entry) => sdkIdOf(entry) === sdkId)
    for (let from = 0; from < own.length; from += page) {
      const part = own.slice(from, from + page)
      const weight = part.reduce((sum, entry) => sum + weightOf(entry), 0)
      const ids = part.map(({ id }) => `${id}-0`)
      await this.#store.apply(
        [],
        [
          ['XDEL', key('journal'), ...ids],
          ['DECRBY', key('journal-bytes'), weight],
        ],
      )
    }
    await this.#store.apply([], [['HDEL', key('journal-forgotten'), `of:${sdkId}`]])
  }
}
