/** For so many applications it is known apart. */
const mostApplications = 10_000

export type Lost = { readonly count: number; readonly owners: readonly string[] }

/** Entries of the journal that came and were not written: until the store has been told, nobody may count what it has. */
export class LostEntries {
  #count = 0
  readonly #owners = new Set<string>()

  get isEmpty(): boolean {
    return this.#count === 0
  }

  add({ count, owners }: Lost): void {
    this.#count += count
    for (const owner of owners) if (this.#owners.size < mostApplications) this.#owners.add(owner)
  }

  /** What the store is told now. Add it again when that fails. */
  take(): Lost {
    const taken = { count: this.#count, owners: [...this.#owners] }
    this.#count = 0
    this.#owners.clear()
    return taken
  }
}
