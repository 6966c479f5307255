import { asList, asObject, instantOf, type Json, objectsIn } from './json-parts.js'

/** How long something took, in milliseconds of the answer's own clock, by what it was. */
export type Durations = ReadonlyMap<string, readonly number[]>

const createdOf = (one: Json) => instantOf(one['created_at'] ?? one['created'])

export const fromCaptureToCheck = 'the time from the last capture to the first check'

/** From a check's creation to its report. */
const ofChecks = (result: Json): [string, number][] =>
  asList(result['checks']).flatMap((item) => {
    const check = asObject(item)
    return check['state'] === 'DONE'
      ? [[`the check ${String(check['type'])}`, instantOf(check['last_updated']) - createdOf(check)]]
      : []
  })

/** From a resource to the first media of it. */
const ofMedia = (result: Json): [string, number][] =>
  Object.entries(asObject(result['resources'])).flatMap(([list, items]) =>
    asList(items).flatMap((item): [string, number][] => {
      const media = [...objectsIn(item)]
        .filter(([path]) => /(?:^|\.)media$/.test(path))
        .map(([, one]) => createdOf(one))
      return media.length === 0
        ? []
        : [[`the time from a capture to its media in ${list}`, Math.min(...media) - createdOf(asObject(item))]]
    }),
  )

/** From the last capture to the first check; checks of liveness do not wait for the others. */
const toChecks = (result: Json): [string, number][] => {
  const captures = Object.values(asObject(result['resources'])).flatMap((items) =>
    asList(items).map((item) => createdOf(asObject(item))),
  )
  const checks = asList(result['checks']).map(asObject)
  const begun = checks.filter(({ type }) => type !== 'LIVENESS').map(createdOf)
  return [[fromCaptureToCheck, Math.min(...begun) - Math.max(...captures)]]
}

/** What a result says of how long things took. */
export const durationsIn = (answer: unknown): Durations => {
  const result = asObject(answer)
  const found = new Map<string, number[]>()
  for (const [name, took] of [...ofChecks(result), ...ofMedia(result), ...toChecks(result)])
    if (Number.isFinite(took)) found.set(name, [...(found.get(name) ?? []), took])
  return found
}
