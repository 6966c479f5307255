/** Where `now` comes from: milliseconds since 1970, UTC. */
export type Clock = { readonly now: () => number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that always shows the same instant. */
export const fixedClock = (at: string | number): Clock => {
  const instant = new Date(at).getTime()
  return { now: () => instant }
}

export const minute: number = 60_000
export const hour: number = 60 * minute
export const day: number = 24 * hour

/** The start of the UTC day that holds the instant. */
export const midnightBefore = (at: number): number => Math.floor(at / day) * day

/** An instant as Yoti writes it: UTC, no fraction of a second. */
export const toInstant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** Milliseconds since it was started; for measuring, not for telling the time. */
export const startStopwatch = (): (() => number) => {
  const started = performance.now()
  return () => performance.now() - started
}

/** A clock that can be moved and held. */
export class MovableClock implements Clock {
  readonly #source: Clock
  #ahead = 0
  #heldAt: number | undefined

  constructor(source: Clock) {
    this.#source = source
  }

  // A property, so that it can be handed on like any clock's.
  readonly now = (): number => this.#heldAt ?? this.#source.now() + this.#ahead

  get frozen(): boolean {
    return this.#heldAt !== undefined
  }

  /** Shows an instant; stands still there if it was held. */
  moveTo(at: number): void {
    if (this.frozen) this.#heldAt = at
    else this.#ahead = at - this.#source.now()
  }

  freeze(): void {
    this.#heldAt = this.now()
  }

  /** Runs on from the instant that it was held at. */
  resume(): void {
    if (this.#heldAt === undefined) return
    this.#ahead = this.#heldAt - this.#source.now()
    this.#heldAt = undefined
  }

  /** Goes back to the clock that it was made from. */
  reset(): void {
    this.#ahead = 0
    this.#heldAt = undefined
  }
}

const durationPattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** The milliseconds of an ISO-8601 duration of weeks, days, hours, minutes and seconds; undefined when it is none. */
export const parseDuration = (text: string): number | undefined => {
  const match = durationPattern.exec(text)
  if (match === null || text === 'P' || text.endsWith('T')) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return (weeks * 7 + days) * day + hours * hour + minutes * minute + seconds * 1000
}
