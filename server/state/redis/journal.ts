import { setTimeout as sleep, setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { startStopwatch } from '../../base/clock.js'
import { sdkIdOf } from '../../journal/describe-request.js'
import { createEntry, type Entry, type Opening } from '../../journal/entry.js'
import { cutEntry, mostBytes, weightOf } from '../journal-bounds.js'
import type { Bus } from './bus.js'
import type { Answer } from './connection.js'
import { type Lost, LostEntries } from './lost-entries.js'
import { type Store, textOf, textsOf, toMap } from './store.js'

/** How long others have to write down what they have answered. */
const patience = 1000
/** More entries than this, or than have `mostBytes`, do not wait to be written: the others are lost, and the journal says so. */
const mostUnwritten = 2000
/** So many entries are read in one step. */
const page = 200
/** So many are written in one step, and not more once they have so many bytes. */
const mostAtOnce = 100
const mostBytesAtOnce = 1024 * 1024

const ownerOf = (entry: Entry): string => sdkIdOf(entry) ?? ''

const textOfBytes = (bytes: Uint8Array) => ({ $bytes: Buffer.from(bytes).toString('base64') })

const write = (entry: Entry): string => {
  const { body, sent } = entry
  return JSON.stringify({
    ...entry,
    body: body && textOfBytes(body),
    sent: sent?.bytes === undefined ? sent : { ...sent, bytes: textOfBytes(sent.bytes) },
  })
}

const read = (text: string): Entry => {
  const entry = JSON.parse(text, (_key, part) =>
    typeof part?.$bytes === 'string' ? new Uint8Array(Buffer.from(part.$bytes, 'base64')) : part,
  )
  // What is undefined was not written.
  return { ...createEntry(entry as Opening), ...entry }
}

const entriesOf = (rows: Answer | undefined): readonly Entry[] =>
  ((rows ?? []) as readonly (readonly [string, readonly string[]])[]).map(([id, fields]) => ({
    ...read(toMap(fields).get('e') ?? '{}'),
    id: Number(id.split('-')[0]),
  }))

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
  /** Closed, and not yet written. */
  readonly #waiting: Entry[] = []
  #waitingBytes = 0
  readonly #lost = new LostEntries()
  /** What is being written: what is closed meanwhile is the next step. */
  #step: Promise<void> | undefined
  /** How many were closed, and of how many nothing is to be written any more. */
  #closed = 0
  #done = 0
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
    if (this.#waiting.length >= mostUnwritten || this.#waitingBytes >= mostBytes) {
      this.#lost.add({ count: 1, owners: [ownerOf(entry)] })
      return
    }
    cutEntry(entry)
    this.#waitingBytes += weightOf(entry)
    this.#closed += 1
    this.#waiting.push(entry)
    if (this.#step === undefined) void this.#writeAll()
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#step = this.#writeStep()
      await this.#step
    }
    this.#step = undefined
  }

  async #writeStep(): Promise<void> {
    // Those that are closed at the same time are written together.
    await yieldToEventLoop()
    const entries: Entry[] = []
    const texts: string[] = []
    for (let bytes = 0; entries.length < mostAtOnce && bytes < mostBytesAtOnce; ) {
      const entry = this.#waiting.shift()
      if (entry === undefined) break
      this.#waitingBytes -= weightOf(entry)
      const text = this.#deps.size === 0 ? '' : write(entry)
      bytes += text.length
      entries.push(entry)
      texts.push(text)
    }
    await this.#writeOrLose(entries, texts)
    this.#done += entries.length
  }

  /** A store that is away loses entries, and is told so when it is back. */
  async #writeOrLose(entries: readonly Entry[], texts: readonly string[]): Promise<void> {
    const lost = this.#lost.take()
    try {
      await (this.#deps.size === 0 ? this.#forget(entries, lost) : this.#write(entries, texts, lost))
    } catch {
      this.#lost.add(lost)
      this.#lost.add({ count: entries.length, owners: entries.map(ownerOf) })
    }
  }

  async #write(entries: readonly Entry[], texts: readonly string[], { count, owners }: Lost): Promise<void> {
    const { size, replica, onClosed } = this.#deps
    const bounds = [size, mostBytes, count, owners.length].map(String)
    const fields = entries.flatMap((entry, at) => [texts[at] ?? '', sdkIdOf(entry) ?? '', String(weightOf(entry))])
    const first = await this.#store.connection.run('record', [replica, ...bounds, ...owners, ...fields])
    for (const [at, entry] of entries.entries()) onClosed({ ...entry, id: Number(first) + at })
  }

  /** Nothing is kept, and nobody may believe that nothing came. */
  async #forget(entries: readonly Entry[], lost: Lost): Promise<void> {
    const owners = new Set([...entries.map(ownerOf), ...lost.owners])
    const fields = ['all', ...[...owners].map((owner) => `of:${owner}`)].flatMap((field) => [field, '1'])
    await this.#store.apply([], [['HSET', this.#store.key('journal-forgotten'), ...fields]])
  }

  /** Until everything is written that is closed by now. */
  async #flush(): Promise<void> {
    await yieldToEventLoop()
    const closed = this.#closed
    while (this.#done < closed) await this.#step
    if (!this.#lost.isEmpty) await this.#writeOrLose([], [])
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
      const entries = entriesOf(rows)
      found.push(...entries)
      const last = entries.at(-1)
      if (last === undefined || entries.length < page) return found
      from = `(${last.id}-0`
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

  /** Those with numbers from the first to the last. */
  async find(first: number, last: number): Promise<readonly Entry[]> {
    const [rows] = await this.#store.read([['XRANGE', this.#store.key('journal'), `${first}-0`, `${last}-0`]])
    return entriesOf(rows)
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
