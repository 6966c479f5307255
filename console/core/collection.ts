import { batch, type Signal, signal } from '@preact/signals'
import { ApiError } from './api.js'

/** How many rows are kept of a list. */
export const mostKept = 1000

export type Read<Row> = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly forgotten?: number | undefined
}

/** A list of summaries, the newest first, patched row by row as events come. */
export class Collection<Row> {
  readonly rows: Signal<readonly Row[]> = signal([])
  readonly total: Signal<number> = signal(0)
  /** How many the server no longer has. */
  readonly forgotten: Signal<number> = signal(0)
  readonly state: Signal<'unread' | 'read' | ApiError> = signal('unread')
  readonly #load: () => Promise<Read<Row>>
  readonly #idOf: (row: Row) => string | number
  readonly #isById: boolean
  #reading = 0

  /**
   * @param load reads the list, the newest first
   * @param options `isById`: the ids are numbers, and the greatest is the newest
   */
  constructor(load: () => Promise<Read<Row>>, idOf: (row: Row) => string | number, options: { isById?: boolean } = {}) {
    this.#load = load
    this.#idOf = idOf
    this.#isById = options.isById === true
  }

  /** Reads everything again. Of readings that overlap the last counts. */
  async load(): Promise<void> {
    this.#reading += 1
    const mine = this.#reading
    try {
      const { rows, total, forgotten = 0 } = await this.#load()
      if (mine !== this.#reading) return
      batch(() => {
        this.rows.value = rows
        this.total.value = total
        this.forgotten.value = forgotten
        this.state.value = 'read'
      })
    } catch (error) {
      if (mine === this.#reading)
        this.state.value = error instanceof ApiError ? error : new ApiError(0, 'UNKNOWN', String(error))
    }
  }

  /** Puts changed rows in the place of what they were, and new ones at the top. @param changed the oldest first */
  upsert(changed: readonly Row[]): void {
    const rows = [...this.rows.value]
    const at = new Map(rows.map((row, index) => [this.#idOf(row), index]))
    const added = new Map<string | number, Row>()
    for (const row of changed) {
      const index = at.get(this.#idOf(row))
      if (index === undefined) added.set(this.#idOf(row), row)
      else rows[index] = row
    }
    const all = [...[...added.values()].reverse(), ...rows]
    // The first event of one that waits may come after that of a later one.
    if (added.size > 0 && this.#isById) all.sort((one, other) => Number(this.#idOf(other)) - Number(this.#idOf(one)))
    batch(() => {
      this.total.value += added.size
      this.rows.value = all.length > mostKept ? all.slice(0, mostKept) : all
    })
  }

  remove(id: string | number): void {
    const rows = this.rows.value.filter((row) => this.#idOf(row) !== id)
    if (rows.length === this.rows.value.length) return
    batch(() => {
      this.total.value -= 1
      this.rows.value = rows
    })
  }

  find(id: string | number): Row | undefined {
    return this.rows.value.find((row) => this.#idOf(row) === id)
  }
}
