import type { Differ, Followed } from './followed.js'
import { asList, asObject, instantOf, type Json, objectsIn, typesIn } from './json-parts.js'

const ends: readonly unknown[] = ['COMPLETED', 'EXPIRED']

const checkState = (state: string, session: Followed, differ: Differ) => {
  if (session.state !== undefined && ends.includes(session.state) && state !== session.state)
    differ(`a session that was ${session.state} became ${state}`)
  if (state === 'ONGOING' && session.notified.some(({ topic }) => topic === 'session_completion'))
    differ('a session is ONGOING after session_completion was notified')
}

/** The checks of a completed session are those that were ordered, and those that tasks make. */
const checkChecks = (result: Json, { orderedChecks, hasProfile }: Followed, differ: Differ) => {
  if (result['state'] !== 'COMPLETED' || orderedChecks === undefined || hasProfile) return
  const types = typesIn(result['checks'])
  for (const type of new Set(orderedChecks))
    if (!types.includes(type)) differ(`${type} was ordered, and a completed session has no such check`)
  for (const type of new Set(types))
    if (!orderedChecks.includes(type) && !type.endsWith('_TEXT_DATA_CHECK'))
      differ(`a completed session has the check ${type}, which was not ordered`)
}

/** The media of a result by their ids, with their types. */
export const mediaIn = (result: unknown): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [path, { id, type }] of objectsIn(result))
    if (/(?:^|\.)media$|generated_media\[\]$/.test(path) && typeof id === 'string' && typeof type === 'string')
      found.set(id, type)
  return found
}

const checkTimes = (result: Json, differ: Differ) => {
  const captured: number[] = []
  for (const [path, one] of objectsIn(result)) {
    const created = instantOf(one['created'] ?? one['created_at'])
    if (created > instantOf(one['last_updated'])) differ(`${path}: last_updated is before it was created`)
    if (/^resources\.(?:id_documents|supplementary_documents)\[\]$/.test(path)) captured.push(created)
  }
  const checked = asList(result['checks']).map((check) => instantOf(asObject(check)['created']))
  const first = Math.min(...captured.filter((time) => !Number.isNaN(time)))
  if (checked.some((time) => time < first)) differ('a check was made before any document was captured')
}

const checkReferences = (result: Json, differ: Differ) => {
  const ids = new Set([...objectsIn(result['resources'])].map(([, { id }]) => id))
  for (const check of asList(result['checks'])) {
    const used = asList(asObject(check)['resources_used'])
    if (used.some((id) => !ids.has(id))) differ('checks[].resources_used names a resource that is not there')
  }
}

/** Tells what no session does, whatever its scenario: states that go back, checks that nobody ordered, times out of order. */
export const checkOrder = (result: Json, session: Followed, differ: Differ): void => {
  checkState(String(result['state']), session, differ)
  checkChecks(result, session, differ)
  checkTimes(result, differ)
  checkReferences(result, differ)
}
