/** A map that lets go of its oldest keys when it grows above a limit, so that memory stays bounded. */
export class BoundedMap<Key, Value> {
  readonly #values = new Map<Key, Value>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#values.size
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key)
  }

  /** A key that is known keeps its age. @returns what had to make room, if anything had to */
  set(key: Key, value: Value): Value | undefined {
    this.#values.set(key, value)
    if (this.#values.size <= this.#most) return undefined
    const [oldest] = this.#values
    if (oldest === undefined) return undefined
    this.#values.delete(oldest[0])
    return oldest[1]
  }

  delete(key: Key): boolean {
    return this.#values.delete(key)
  }

  clear(): void {
    this.#values.clear()
  }

  /** The oldest first. */
  entries(): [Key, Value][] {
    return [...this.#values]
  }

  /** The oldest first. */
  values(): Value[] {
    return [...this.#values.values()]
  }
}
