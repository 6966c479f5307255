/** Upper bounds in seconds, as OpenTelemetry's conventions for HTTP advise. */
export const bounds: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** How many values there were up to each bound, in all, and their sum. */
export class Histogram {
  readonly #buckets: number[] = bounds.map(() => 0)
  count = 0
  sum = 0

  add(seconds: number): void {
    this.count += 1
    this.sum += seconds
    for (let at = 0; at < bounds.length; at++)
      if (seconds <= (bounds[at] ?? 0)) {
        this.#buckets[at] = (this.#buckets[at] ?? 0) + 1
        return
      }
  }

  /** Adds what another one has. */
  merge(other: Histogram): void {
    this.count += other.count
    this.sum += other.sum
    for (const [at, count] of other.#buckets.entries()) this.#buckets[at] = (this.#buckets[at] ?? 0) + count
  }

  /** How many values there were up to each bound, those of lower bounds included. */
  cumulative(): number[] {
    let sum = 0
    return this.#buckets.map((count) => {
      sum += count
      return sum
    })
  }
}
