import type { Beliefs } from './beliefs.js'
import { durationsIn, fromCaptureToCheck } from './durations.js'
import type { Differ, Followed } from './followed.js'
import { asList, asObject, instantOf, type Json, objectsIn } from './json-parts.js'
import { toldBy } from './webhooks.js'

/** The clocks of two machines, and what a request takes. */
const skewMs = 60_000

/** Whether a result's times fit when it was read: somebody who moves the clock of a mock-yoti does not move the recorder's. */
const clocksAgree = (result: Json, readAt: number): boolean => {
  const times = [...objectsIn(result)]
    .flatMap(([, one]) => [one['created'], one['created_at'], one['last_updated']].map(instantOf))
    .filter((time) => !Number.isNaN(time))
  return times.length > 0 && Math.max(...times) <= readAt + skewMs
}

const units = [
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
] as const

/** `19 min`: in the largest unit that fits. */
export const describeMs = (ms: number): string => {
  const unit = units.find((one) => Math.abs(ms) >= one.ms) ?? units[2]
  return `${Math.round(ms / unit.ms)} ${unit.name}`
}

type Held = { readonly beliefs: Beliefs; readonly scenarios: readonly string[]; readonly toleratedMs: number }

const compareDurations = (result: Json, agree: boolean, held: Held, differ: Differ) => {
  const { beliefs, scenarios, toleratedMs } = held
  const promises = scenarios.flatMap((id) => beliefs.promise(id) ?? [])
  for (const [what, all] of durationsIn(result)) {
    // A clock that is moved between the person's steps makes this as long as it likes.
    if (what === fromCaptureToCheck && !agree) continue
    const known = promises.flatMap(({ takes }) => takes(what) ?? [])
    if (known.length === 0) continue
    const [least, most] = [Math.min(...known.map((one) => one.least)), Math.max(...known.map((one) => one.most))]
    const promised = `${scenarios[0]} promises ${describeMs(least)} to ${describeMs(most)}, and ${describeMs(toleratedMs)} more or less are tolerated`
    const longest = Math.max(...all)
    const shortest = Math.min(...all)
    if (longest > most + toleratedMs)
      differ(`${what} is longer than its scenario promises`, [`it is ${describeMs(longest)}; ${promised}`])
    if (shortest < least - toleratedMs)
      differ(`${what} is shorter than its scenario promises`, [`it is ${describeMs(shortest)}; ${promised}`])
  }
}

/** Checks that are done and a session that is not: of sessions that were created here, by one clock. */
const compareState = (result: Json, readAt: number, agree: boolean, toleratedMs: number, differ: Differ) => {
  const checks = asList(result['checks']).map(asObject)
  if (result['state'] !== 'ONGOING' || !agree || checks.length === 0) return
  if (!checks.every(({ state }) => state === 'DONE')) return
  const last = Math.max(...checks.map(({ last_updated }) => instantOf(last_updated)))
  if (readAt - last > toleratedMs)
    differ(`a session is still ONGOING long after its last check was done`, [`it is ${describeMs(readAt - last)}`])
}

/**
 * Compares how long things took with what the scenarios promise whose answer is nearest.
 * @returns what is remembered of a result until all notifications have come
 */
export const compareTiming = (
  result: Json,
  session: Followed,
  { beliefs, readAt, toleratedMs, differ }: { beliefs: Beliefs; readAt: number; toleratedMs: number; differ: Differ },
): Partial<Followed> => {
  const isCreated = session.orderedChecks !== undefined
  const agree = clocksAgree(result, readAt)
  if (isCreated) compareState(result, readAt, agree, toleratedMs, differ)
  if (result['state'] !== 'COMPLETED' || session.told !== undefined) return {}
  const { scenario, alike } = beliefs.nearest(result)
  const scenarios = [scenario, ...alike.filter((one) => one !== scenario)]
  compareDurations(result, agree || !isCreated, { beliefs, scenarios, toleratedMs }, differ)
  return { told: toldBy(result), scenarios, clocksAgree: isCreated && agree }
}
