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
export const midnightBefore = (at: number): number => at - (at % day)

/** An instant as Yoti writes it: UTC, no fraction of a second. */
export const toInstant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** Milliseconds since it was started; for measuring, not for telling the time. */
export const startStopwatch = (): (() => number) => {
  const started = performance.now()
  return () => performance.now() - started
}
