import type { EventEmitter } from 'node:events'
import { sdkIdOf } from '../../journal/describe-request.js'
import { createEntry, type Entry, type Opening } from '../../journal/entry.js'
import { cutEntry, mostBytes, weightOf } from '../journal-bounds.js'
import type { StateChanges } from '../state.js'

/** For so many applications the journal knows apart what it had to evict. */
const mostApplications = 10_000

/** The last requests and their answers: a ring, bounded in entries and in bytes. */
export class Journal {
  readonly #ring: (Entry | undefined)[]
  /** The id of the next entry; entries stand in the ring by their ids. */
  #next = 1
  #oldest = 1
  #bytes = 0
  /** Id of the last evicted entry, of each application and of all. */
  readonly #forgotten = new Map<string | undefined, number>()
  #lastForgotten = 0

  readonly #now: () => number
  readonly #changes: EventEmitter<StateChanges> | undefined

  /**
   * @param size how many entries are kept; 0 keeps none
   * @param now by the server's clock
   * @param changes told of each entry that is closed
   */
  constructor(size: number, now: () => number, changes?: EventEmitter<StateChanges>) {
    this.#ring = new Array(size)
    this.#now = now
    this.#changes = changes
  }

  /** The entry shows what its request is known to be about while it is answered. */
  open(opening: Opening): Entry {
    const entry = createEntry(opening)
    entry.at = this.#now()
    const size = this.#ring.length
    if (size === 0) {
      this.#forget(entry, 1)
      return entry
    }
    if (this.#next - this.#oldest === size) this.#dropOldest()
    entry.id = this.#next
    this.#ring[this.#next % size] = entry
    this.#next += 1
    return entry
  }

  close(entry: Entry): void {
    if (!this.#has(entry)) return
    cutEntry(entry)
    this.#ring[entry.id % this.#ring.length] = entry
    this.#bytes += weightOf(entry)
    while (this.#bytes > mostBytes) this.#dropOldest()
    this.#changes?.emit('request', entry)
  }

  /** The oldest first. */
  list(): Entry[] {
    const found: Entry[] = []
    for (let id = this.#oldest; id < this.#next; id++) {
      const entry = this.#ring[id % this.#ring.length]
      if (entry !== undefined) found.push(entry)
    }
    return found
  }

  /** Whether a request had to make room, of an application or of any, that may have come after one that is still here. */
  hasForgotten({ sdkId, since = 0 }: { readonly sdkId?: string; readonly since?: number } = {}): boolean {
    return (sdkId === undefined ? this.#lastForgotten : (this.#forgotten.get(sdkId) ?? 0)) > since
  }

  /** Forgets every entry, or those of an application, on purpose: nobody will ask for them. */
  clear(sdkId?: string): void {
    for (const entry of this.list()) if (sdkId === undefined || sdkIdOf(entry) === sdkId) this.#drop(entry.id)
    if (sdkId !== undefined) this.#forgotten.delete(sdkId)
    else {
      this.#forgotten.clear()
      this.#lastForgotten = 0
    }
  }

  #has({ id }: Entry): boolean {
    return id > 0 && this.#ring[id % this.#ring.length]?.id === id
  }

  #drop(id: number): void {
    const at = id % this.#ring.length
    const entry = this.#ring[at]
    if (entry?.milliseconds !== undefined) this.#bytes -= weightOf(entry)
    this.#ring[at] = undefined
  }

  #forget(entry: Entry, id: number): void {
    if (this.#forgotten.size >= mostApplications) this.#forgotten.clear()
    this.#forgotten.set(sdkIdOf(entry), id)
    this.#lastForgotten = id
  }

  #dropOldest(): void {
    const entry = this.#ring[this.#oldest % this.#ring.length]
    if (entry !== undefined) this.#forget(entry, entry.id)
    this.#drop(this.#oldest)
    this.#oldest += 1
  }
}
